package io.tagwatch.notify.channel;

import io.tagwatch.common.secret.CachedSecrets;
import io.tagwatch.notify.http.Http;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What channels share at run time.
 *
 * @param http made at first use
 * @param secrets cached
 * @param memory of all channels; {@link #of} gives one channel its own part
 */
public record ChannelTools(Supplier<Http> http, CachedSecrets secrets, Memory memory) {

  /** With what this process remembers. */
  public ChannelTools(Supplier<Http> http, CachedSecrets secrets) {
    this(http, secrets, new ProcessMemory(InstantSource.system()));
  }

  /** The same for one channel. */
  public ChannelTools of(String channel) {
    return new ChannelTools(http, secrets, memory.of(channel));
  }
}
