/**
 * Which alarms should exist: rules, tags, servers and series in, alarms and findings out. Pure; the
 * entry is {@link io.tagwatch.alarms.desired.DesiredBuilder}.
 */
package io.tagwatch.alarms.desired;
