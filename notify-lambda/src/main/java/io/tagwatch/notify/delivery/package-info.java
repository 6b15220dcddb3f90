/**
 * Notifications to channels: who is told, once, together or one by one, with retries inside the
 * deadline. {@link io.tagwatch.notify.delivery.Dispatcher} is the door.
 */
package io.tagwatch.notify.delivery;
