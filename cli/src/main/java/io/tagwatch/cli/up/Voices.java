package io.tagwatch.cli.up;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which channels can speak, as far as that is known before the first message: secrets are set, and
 * are what they should be. Asks no network: what is in AWS is only known to need credentials.
 *
 * @param speaking the names of those that can
 * @param silent one sentence for each that cannot
 */
public record Voices(List<String> speaking, List<String> silent) {

  public Voices {
    speaking = List.copyOf(speaking);
    silent = List.copyOf(silent);
  }

  /** In the order of the file. */
  public static Voices of(ChannelsConfig channels, Map<String, String> variables) {
    List<String> speaking = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    for (ConfiguredChannel channel : channels.channels()) {
      List<String> missing = missing(channel, variables);
      List<String> reasons = missing.isEmpty() ? unusable(channel, variables) : missing;
      if (reasons.isEmpty()) {
        speaking.add(channel.name());
      } else {
        silent.add(
            "channel %s cannot speak: %s".formatted(channel.name(), String.join(" and ", reasons)));
      }
    }
    return new Voices(speaking, silent);
  }

  private static List<String> missing(ConfiguredChannel channel, Map<String, String> variables) {
    return channel.service().secrets().stream()
        .filter(secret -> variables.getOrDefault(variableFor(secret), "").isBlank())
        .map(
            secret ->
                "%s needs the environment variable %s, which is not set"
                    .formatted(secret, variableFor(secret)))
        .toList();
  }

  /** A call is built and thrown away; it complains of secrets that it cannot use. */
  private static List<String> unusable(ConfiguredChannel channel, Map<String, String> variables) {
    if (!channel.service().secrets().stream().allMatch(SecretReference.Env.class::isInstance)) {
      return List.of();
    }
    Notification any = Messages.recognise("a trial", "trial");
    try {
      channel.service().call("{}", any, secret -> variables.get(variableFor(secret)).strip());
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(e.getMessage());
    }
  }

  private static String variableFor(SecretReference secret) {
    return secret instanceof SecretReference.Env env ? env.name() : "AWS_ACCESS_KEY_ID";
  }
}
