/**
 * What Lambda, EventBridge and Scheduler do on AWS, on the laptop: queues and subscriptions are
 * made through the SDK over the wire, the real handlers run in this process.
 *
 * <p>Entry point: {@link io.tagwatch.cli.pipeline.Pipeline}.
 */
package io.tagwatch.cli.pipeline;
