package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.secret.SecretReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A section {@code defaults} for checks whose endpoints somebody else has chosen: without
 * credentials, without headers by reference, without a client certificate. Whoever may tag a server
 * is not to be sent the secrets of others. Pure.
 */
final class OpenDefaults {
  private static final List<String> IDENTITY = List.of("certificate", "key");

  private OpenDefaults() {}

  /** The section; a node of another kind stays as it is. */
  static Node of(Node defaults) {
    if (!(defaults instanceof Node.Fields fields)) {
      return defaults;
    }
    Map<String, Node> values = new LinkedHashMap<>(fields.values());
    CredentialFields.KEYS.forEach(values::remove);
    values.computeIfPresent("headers", (key, headers) -> withoutReferences(headers));
    values.computeIfPresent("tls", (key, tls) -> withoutIdentity(tls));
    return of(fields, values);
  }

  private static Node withoutReferences(Node node) {
    if (!(node instanceof Node.Fields headers)) {
      return node;
    }
    Map<String, Node> values = new LinkedHashMap<>(headers.values());
    values.values().removeIf(OpenDefaults::isReference);
    return of(headers, values);
  }

  private static boolean isReference(Node node) {
    return node instanceof Node.Text text && SecretReference.looksLikeOne(text.value());
  }

  private static Node withoutIdentity(Node node) {
    if (!(node instanceof Node.Fields tls)) {
      return node;
    }
    Map<String, Node> values = new LinkedHashMap<>(tls.values());
    IDENTITY.forEach(values::remove);
    return of(tls, values);
  }

  private static Node.Fields of(Node.Fields before, Map<String, Node> values) {
    return new Node.Fields(before.place(), values, before.keys());
  }
}
