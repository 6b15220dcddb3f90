/**
 * Bytes to {@link io.tagwatch.notify.notification.Notification}s. {@link
 * io.tagwatch.notify.message.Messages} is the door; behind it one {@code Recogniser} for each kind,
 * tried in order, each by structure. Every field of a message may be null or missing; what nobody
 * recognises is told as text.
 */
package io.tagwatch.notify.message;
