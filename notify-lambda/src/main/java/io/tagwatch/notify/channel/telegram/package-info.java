/** Telegram, as a bot. */
package io.tagwatch.notify.channel.telegram;
