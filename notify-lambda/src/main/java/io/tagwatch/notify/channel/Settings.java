package io.tagwatch.notify.channel;

import io.tagwatch.common.OutgoingUrl;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import java.net.URI;
import java.util.Optional;

/** Settings that several types of channels have. */
public final class Settings {
  private Settings() {}

  /** A reference to a secret that must be there. */
  public static Optional<SecretReference> secret(Section settings, String key) {
    settings.require(key, "; " + SecretReference.FORMS);
    return settings.node(key).flatMap(value -> SecretReference.read(value, settings.problems()));
  }

  /** A text that must be there and say something. */
  public static Optional<String> text(Section settings, String key) {
    return settings.requiredText(key).flatMap(text -> filled(settings, key, text));
  }

  /** An identifier that must be there; YAML may take digits for a number. */
  public static Optional<String> identifier(Section settings, String key) {
    return settings.node(key).isPresent()
        ? identifierIfAny(settings, key)
        : settings.requiredText(key);
  }

  /** An identifier that may be absent. */
  public static Optional<String> identifierIfAny(Section settings, String key) {
    Optional<Node> node = settings.node(key);
    if (node.isPresent() && node.get() instanceof Node.Numeric number) {
      return Optional.of(number.value().toPlainString());
    }
    return settings.text(key).flatMap(text -> filled(settings, key, text));
  }

  private static Optional<String> filled(Section settings, String key, String text) {
    if (text.isBlank()) {
      settings
          .problems()
          .add(settings.node(key).orElseThrow(), "is blank; write a value for \"" + key + "\"");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** The base URL of a service, without a slash at its end. */
  public static Optional<URI> base(Section settings, String key, String standard) {
    return settings.node(key).isPresent()
        ? base(settings, key)
        : Optional.of(bare(OutgoingUrl.parse(standard)));
  }

  /** A base URL that must be there. */
  public static Optional<URI> base(Section settings, String key) {
    Optional<String> text = text(settings, key);
    try {
      return text.isPresent() ? Optional.of(bare(OutgoingUrl.parse(text.get()))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      settings.problems().add(settings.node(key).orElseThrow(), e.getMessage());
      return Optional.empty();
    }
  }

  /** A URL that is itself a secret. */
  public static URI secretUrl(SecretReference reference, Secrets secrets) {
    try {
      return OutgoingUrl.parse(secrets.reveal(reference));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          reference + " does not hold a usable URL: it " + e.getMessage());
    }
  }

  /** A token that goes into a header or path: one word of visible ASCII. */
  public static String token(SecretReference reference, Secrets secrets) {
    String token = secrets.reveal(reference);
    if (token.isEmpty() || token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          reference + " does not hold a usable token: it must be one word");
    }
    return token;
  }

  private static URI bare(URI uri) {
    String text = uri.toString();
    return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
  }
}
