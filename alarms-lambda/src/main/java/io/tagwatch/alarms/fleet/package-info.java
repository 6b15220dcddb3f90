/** The servers and series that exist: records, and the ports through which they are found. */
package io.tagwatch.alarms.fleet;
