package io.tagwatch.uptime.probe;

import io.tagwatch.common.secret.Secret;
import io.tagwatch.common.secret.SecretSource;
import io.tagwatch.uptime.check.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns what a check says into text, and keeps the secrets among it out of what is told later. */
final class Wording {
  private final SecretSource source;
  private final List<String> secrets = new ArrayList<>();

  Wording(SecretSource source) {
    this.source = source;
  }

  /**
   * @throws io.tagwatch.common.secret.SecretUnavailableException when it is kept elsewhere and
   *     cannot be had
   */
  String of(Target.Content content) {
    return switch (content) {
      case Target.Content.Plain plain -> plain.text();
      case Target.Content.Kept kept -> {
        Secret secret = source.read(kept.reference());
        String text = secret.reveal().strip();
        keep(text);
        yield text;
      }
    };
  }

  /** Keeps one more text out of what is told. */
  void hide(String secret) {
    keep(secret);
  }

  /** Servers repeat the credentials of a header without the word before them, too. */
  private void keep(String text) {
    String[] words = text.split("\\s+", 2);
    String credentials = words.length == 2 ? words[1] : "";
    for (String secret : List.of(text, credentials)) {
      if (!secret.isBlank() && !secrets.contains(secret)) {
        secrets.add(secret);
      }
    }
    secrets.sort(Comparator.comparingInt(String::length).reversed());
  }

  String redact(String text) {
    String redacted = text;
    for (String secret : secrets) {
      redacted = redacted.replace(secret, "(secret)");
    }
    return redacted;
  }

  ProbeResult redact(ProbeResult result) {
    return secrets.isEmpty()
        ? result
        : new ProbeResult(
            result.check(),
            result.failure().map(f -> new Failure(f.reason(), f.phase(), redact(f.detail()))),
            result.phases(),
            result.latency(),
            result.status(),
            result.certificateDaysLeft(),
            result.address(),
            result.trace().stream().map(this::redact).toList());
  }
}
