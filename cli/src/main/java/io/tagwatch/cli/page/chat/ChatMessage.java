package io.tagwatch.cli.page.chat;

import java.util.List;

/**
 * A message as its reader sees it.
 *
 * @param preview what a notification or a lock screen shows: one line, never empty
 * @param blocks from top to bottom
 */
public record ChatMessage(String preview, List<Block> blocks) {

  public ChatMessage {
    blocks = List.copyOf(blocks);
  }
}
