package io.tagwatch.notify.config;

import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Validated channels.yaml.
 *
 * @param channels in the order of the file
 * @param accounts names of accounts by their twelve digits
 */
public record ChannelsConfig(List<ConfiguredChannel> channels, Map<String, String> accounts) {

  public ChannelsConfig {
    channels = List.copyOf(channels);
    accounts = Map.copyOf(accounts);
  }

  /** Without names of accounts. */
  public ChannelsConfig(List<ConfiguredChannel> channels) {
    this(channels, Map.of());
  }

  /**
   * Reads a parsed file. Mistakes are added to {@code file.problems()}; the caller throws them.
   * What is returned then lacks the wrong entries.
   */
  public static ChannelsConfig read(ConfigFile file) {
    return read(file, ChannelTypes.ALL);
  }

  /** As {@link #read(ConfigFile)}, with these types of channels instead of the built-in ones. */
  public static ChannelsConfig read(ConfigFile file, List<ChannelType> types) {
    return file.parsed()
        ? new ChannelsReader(file.problems(), types).read(file.root())
        : new ChannelsConfig(List.of());
  }

  /** Whether any channel wants pictures. */
  public boolean charts() {
    for (ConfiguredChannel channel : channels) {
      if (channel.chart()) {
        return true;
      }
    }
    return false;
  }

  /** Names of the channels that ask for tags of servers, in the order of the file. */
  public List<String> routedByTags() {
    List<String> names = new ArrayList<>();
    for (ConfiguredChannel channel : channels) {
      if (!channel.audience().tags().isEmpty()) {
        names.add(channel.name());
      }
    }
    return names;
  }

  /** The channel of that name. */
  public Optional<ConfiguredChannel> channel(String name) {
    for (ConfiguredChannel channel : channels) {
      if (channel.name().equals(name)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }

  /**
   * Who is told: the channels whose filters take it; if there are none, those without filters,
   * which take everything, so: all.
   */
  public List<ConfiguredChannel> audienceOf(Notification notification) {
    List<ConfiguredChannel> takers = new ArrayList<>();
    for (ConfiguredChannel channel : channels) {
      if (channel.audience().wants(notification)) {
        takers.add(channel);
      }
    }
    return takers.isEmpty() ? channels : takers;
  }
}
