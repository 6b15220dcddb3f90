package io.tagwatch.notify.channel;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.secret.CachedSecrets;
import io.tagwatch.common.secret.EnvironmentSecrets;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.http.Http;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** One configured channel of every type. */
public final class Channels {
  public static final String SECRET_URL =
      "https://hooks.example.com/services/T0SECRET/B0SECRET/x9secretsecret";
  public static final String SECRET_TOKEN = "12345678:AAsecretsecretsecret";

  private Channels() {}

  public static List<ConfiguredChannel> all() {
    return read("""
        {"channels": {
          "slack-hook": {"type": "slack", "webhook": "env:URL"},
          "slack-bot": {"type": "slack", "token": "env:TOKEN", "channel": "C0123456"},
          "discord": {"type": "discord", "webhook": "env:URL"},
          "telegram": {"type": "telegram", "token": "env:TOKEN", "chat": -100123},
          "teams": {"type": "teams", "webhook": "env:URL"},
          "matrix": {"type": "matrix", "homeserver": "https://matrix.example.com", "token": "env:TOKEN", "room": "!abc:example.com"},
          "pagerduty": {"type": "pagerduty", "routing_key": "env:TOKEN"},
          "webhook": {"type": "webhook", "url": "env:URL"}},
         "owners": {"jane@example.com": {"slack": "U012AB3CD", "discord": "80351110224678912", "telegram": "jane", "matrix": "@jane:example.com"}}}
        """)
        .channels();
  }

  public static ChannelsConfig read(String json) {
    Problems problems = new Problems("channels.json");
    ConfigFile file = new ConfigFile(problems, JsonDocument.parse(json, problems));
    ChannelsConfig config = ChannelsConfig.read(file);
    problems.throwIfAny();
    return config;
  }

  public static ConfiguredChannel named(String name) {
    return all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  public static ChannelTools tools(Http http) {
    Environment environment =
        new Environment(Map.of("URL", SECRET_URL, "TOKEN", SECRET_TOKEN), InstantSource.system());
    return new ChannelTools(() -> http, new CachedSecrets(new EnvironmentSecrets(environment)));
  }

  public static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20));
  }
}
