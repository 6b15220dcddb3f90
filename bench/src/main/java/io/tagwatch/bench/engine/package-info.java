/** What it costs the embedded cloud to evaluate many alarms. */
package io.tagwatch.bench.engine;
