/**
 * What keeping alarms right costs: calls, quota time, wall and memory, by the size of the fleet.
 */
package io.tagwatch.bench.sync;
