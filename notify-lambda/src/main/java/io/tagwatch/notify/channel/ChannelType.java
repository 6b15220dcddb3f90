package io.tagwatch.notify.channel;

import io.tagwatch.common.config.Section;
import java.util.Optional;

/** One kind of service that {@code type:} in channels.yaml names. */
public interface ChannelType {

  /** The word in the file: {@code slack}. */
  String name();

  /**
   * Reads the settings of one channel; mistakes are reported to the section's problems. The keys
   * {@code type}, {@code severities}, {@code kinds}, {@code owners}, {@code deployments}, {@code
   * tags}, {@code quiet}, {@code flapping} and {@code chart} are read by the caller.
   *
   * @return empty when something is wrong
   */
  Optional<ChatService> read(Section settings, Owners owners);

  /** What {@code owners:} holds for this type; empty, as by default, when it calls nobody. */
  default Optional<OwnerForm> ownerForm() {
    return Optional.empty();
  }
}
