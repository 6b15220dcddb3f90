package io.tagwatch.cli.up;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tells before the first message which secrets cannot be had. */
public final class SecretCheck {
  private SecretCheck() {}

  /** One sentence for each channel that cannot speak. */
  public static List<String> missing(ChannelsConfig channels, Map<String, String> variables) {
    List<String> sentences = new ArrayList<>();
    for (ConfiguredChannel channel : channels.channels()) {
      for (SecretReference secret : channel.service().secrets()) {
        String wanted = variableFor(secret);
        if (variables.getOrDefault(wanted, "").isBlank()) {
          sentences.add(
              "channel %s cannot speak: %s needs the environment variable %s, which is not set"
                  .formatted(channel.name(), secret, wanted));
        }
      }
    }
    return sentences;
  }

  private static String variableFor(SecretReference secret) {
    return secret instanceof SecretReference.Env env ? env.name() : "AWS_ACCESS_KEY_ID";
  }
}
