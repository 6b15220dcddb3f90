/**
 * What every channel shares. {@link io.tagwatch.notify.channel.Channel} is the door to deliver
 * through, {@link io.tagwatch.notify.channel.ChatService} the one to build a channel behind; each
 * service has a package below this one.
 */
package io.tagwatch.notify.channel;
