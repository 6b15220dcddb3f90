/**
 * What {@code alarms.yaml} and {@code checks.yaml} say about alarms: rules, profiles, fixed
 * subjects, checks. Pure; the entry is {@link io.tagwatch.alarms.rule.AlarmsConfig#read}.
 */
package io.tagwatch.alarms.rule;
