/**
 * Times in which work is done on purpose: things may fail, nobody is called. Pure; the entry is
 * {@link io.tagwatch.common.maintenance.Maintenance}.
 */
package io.tagwatch.common.maintenance;
