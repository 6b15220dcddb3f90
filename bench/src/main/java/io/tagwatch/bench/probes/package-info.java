/**
 * How much processor time a probe costs: uptime-lambda, packaged and through the real runtime
 * client, beside prometheus/blackbox_exporter, on the same targets in one run.
 */
package io.tagwatch.bench.probes;
