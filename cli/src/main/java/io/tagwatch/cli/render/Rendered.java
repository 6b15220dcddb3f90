package io.tagwatch.cli.render;

import io.tagwatch.cli.page.chat.ChatMessage;
import io.tagwatch.cli.page.chat.ChatReader;

/**
 * One message on one channel.
 *
 * @param channel its name
 * @param type its type, such as {@code slack}
 * @param payload the body that would be posted
 */
public record Rendered(String channel, String type, String payload) {

  /** What its reader would see. */
  public ChatMessage message() {
    return ChatReader.read(type, payload);
  }
}
