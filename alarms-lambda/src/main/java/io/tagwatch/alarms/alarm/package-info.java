/**
 * An alarm as CloudWatch keeps it, its name, its description and the marker that proves it ours.
 */
package io.tagwatch.alarms.alarm;
