package io.tagwatch.local.sqs;

/**
 * How full a queue is.
 *
 * @param region the queue's region
 * @param name the queue's name
 * @param visible messages that can be received
 * @param inFlight messages that were received and not yet deleted
 * @param delayed messages whose delay has not passed
 */
public record QueueDepth(String region, String name, int visible, int inFlight, int delayed) {}
