/** Slack, by incoming webhook or as a bot. */
package io.tagwatch.notify.channel.slack;
