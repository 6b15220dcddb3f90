package io.tagwatch.notify.channel.pagerduty;

import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.channel.Settings;
import java.net.URI;
import java.util.Optional;

/**
 * {@code type: pagerduty} with {@code routing_key} and {@code api}, default {@code
 * https://events.pagerduty.com}.
 */
public final class PagerDutyType implements ChannelType {

  @Override
  public String name() {
    return "pagerduty";
  }

  @Override
  public Optional<ChatService> read(Section settings, Owners owners) {
    Optional<SecretReference> key = Settings.secret(settings, "routing_key");
    Optional<URI> api = Settings.base(settings, "api", "https://events.pagerduty.com");
    return key.isEmpty() || api.isEmpty()
        ? Optional.empty()
        : Optional.of(new PagerDutyService(api.get(), key.get()));
  }
}
