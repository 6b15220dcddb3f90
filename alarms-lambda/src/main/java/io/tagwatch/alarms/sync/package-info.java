/**
 * From what is to what should be with the fewest writes. {@link io.tagwatch.alarms.sync.Plan} is
 * pure and shared with the command line; {@link io.tagwatch.alarms.sync.AlarmSync} reads, plans and
 * writes through ports.
 */
package io.tagwatch.alarms.sync;
