package io.tagwatch.notify.delivery;

import io.tagwatch.notify.notification.Notification;

/**
 * A notification under the name that its sender knows it by.
 *
 * @param key the queue's item identifier; any other name for a direct event
 */
public record Item(String key, Notification notification) {}
