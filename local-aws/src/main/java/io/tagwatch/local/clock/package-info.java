/** Time in the embedded cloud: real until somebody sets it, and the ticks that it passes. */
package io.tagwatch.local.clock;
