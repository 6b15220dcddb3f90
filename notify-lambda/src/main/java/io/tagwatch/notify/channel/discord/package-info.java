/** Discord, by webhook. */
package io.tagwatch.notify.channel.discord;
