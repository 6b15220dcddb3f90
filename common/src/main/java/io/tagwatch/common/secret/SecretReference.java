package io.tagwatch.common.secret;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a secret is kept: {@code env:NAME}, {@code ssm:/path} (a SecureString) or {@code
 * secretsmanager:id#key}, where {@code #key} names a member of a secret that is a JSON object.
 */
public sealed interface SecretReference {

  /** What to write, for error sentences. */
  String FORMS = "write env:NAME, ssm:/path or secretsmanager:id#key";

  /** An environment variable. */
  record Env(String name) implements SecretReference {
    @Override
    public String toString() {
      return "env:" + name;
    }
  }

  /** A parameter of the Systems Manager Parameter Store. */
  record Ssm(String parameter) implements SecretReference {
    @Override
    public String toString() {
      return "ssm:" + parameter;
    }
  }

  /** A secret of Secrets Manager; {@code key} is empty when the secret is taken whole. */
  record SecretsManager(String id, Optional<String> key) implements SecretReference {
    @Override
    public String toString() {
      return "secretsmanager:" + id + key.map(k -> "#" + k).orElse("");
    }
  }

  /** Whether a text starts like a reference, well-formed or not. */
  static boolean looksLikeOne(String text) {
    return text.startsWith("env:") || text.startsWith("ssm:") || text.startsWith("secretsmanager:");
  }

  /** Parses a reference; empty when the text is none. */
  static Optional<SecretReference> parse(String text) {
    Matcher matcher = Forms.ENV.matcher(text);
    if (matcher.matches()) {
      return Optional.of(new Env(matcher.group(1)));
    }
    matcher = Forms.SSM.matcher(text);
    if (matcher.matches()) {
      return Optional.of(new Ssm(matcher.group(1)));
    }
    matcher = Forms.SECRETS_MANAGER.matcher(text);
    return matcher.matches()
        ? Optional.of(new SecretsManager(matcher.group(1), Optional.ofNullable(matcher.group(2))))
        : Optional.empty();
  }

  /** Reads a configuration value that must be a reference. What was written is never repeated. */
  static Optional<SecretReference> read(Node node, Problems problems) {
    Optional<SecretReference> reference =
        node instanceof Node.Text text ? parse(text.value()) : Optional.empty();
    if (reference.isEmpty()) {
      problems.add(node, "is not a reference to a secret; " + FORMS);
    }
    return reference;
  }
}

/** The spellings. Parameter names: letters, digits and {@code . _ - /}; see PutParameter. */
final class Forms {
  static final Pattern ENV = Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]*)");
  static final Pattern SSM = Pattern.compile("ssm:(/?[A-Za-z0-9_.\\-/]+)");
  static final Pattern SECRETS_MANAGER =
      Pattern.compile("secretsmanager:([A-Za-z0-9/_+=.@:\\-]+)(?:#(.+))?");

  private Forms() {}
}
