/**
 * Simple Queue Service, API version 2012-11-05 as its JSON protocol carries it.
 *
 * <p>The door is {@link io.tagwatch.local.sqs.SqsService}; other services put messages into queues
 * through {@link io.tagwatch.local.sqs.QueueInbox}. {@code Queue} is the logic of one queue, {@code
 * Queues} all of them under one lock; the {@code …Operations} classes translate between the API's
 * members and these.
 *
 * <p>Where this differs from AWS, on purpose:
 *
 * <ul>
 *   <li>Every change is seen at once. So a deleted queue's name is free immediately and purges may
 *       follow each other, where AWS asks for 60 seconds because it is distributed.
 *   <li>A receive sees every visible message, oldest first; AWS samples.
 *   <li>Time is the injected clock's, but {@code WaitTimeSeconds} is waited in real time: a client
 *       that waits twenty seconds means its own.
 *   <li>Access policies and encryption settings are kept and shown, and nobody is refused by them.
 * </ul>
 */
package io.tagwatch.local.sqs;
