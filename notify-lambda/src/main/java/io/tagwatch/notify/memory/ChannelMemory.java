package io.tagwatch.notify.memory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** One channel's part of a memory. */
record ChannelMemory(Memory memory, String channel) implements Memory {
  /** DynamoDB: a partition key has at most 2,048 bytes ("Constraints in Amazon DynamoDB"). */
  private static final int LONGEST_KEY = 1_024;

  @Override
  public Entry find(String key) {
    return memory.find(own(key));
  }

  @Override
  public Optional<Entry> replace(String key, Entry found, String text, Duration keep) {
    return memory.replace(own(key), found, text, keep);
  }

  @Override
  public boolean shared() {
    return memory.shared();
  }

  @Override
  public Memory alone() {
    return new ChannelMemory(memory.alone(), channel);
  }

  /** {@code a/arn:…} is {@code a/ops/arn:…}; what is too long is replaced by its hash. */
  private String own(String key) {
    String rest = key.substring(2);
    byte[] bytes = rest.getBytes(StandardCharsets.UTF_8);
    String end = bytes.length <= LONGEST_KEY ? rest : UUID.nameUUIDFromBytes(bytes).toString();
    return key.substring(0, 2) + channel + "/" + end;
  }
}
