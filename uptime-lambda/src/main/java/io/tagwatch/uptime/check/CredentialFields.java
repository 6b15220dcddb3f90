package io.tagwatch.uptime.check;

import io.tagwatch.common.OutgoingUrl;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The keys {@code basic}, {@code bearer} and {@code oauth2}, of which a check has one at most. */
final class CredentialFields {
  static final List<String> KEYS = List.of("basic", "bearer", "oauth2");

  /** See RFC 6749, section 3.3. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private CredentialFields() {}

  /** What the section says; its mistakes are reported, also those of a second key. */
  static Optional<Credential> read(Section section, List<Target.Header> headers) {
    List<String> written = KEYS.stream().filter(key -> section.node(key).isPresent()).toList();
    if (written.size() > 1) {
      section
          .problems()
          .add(
              section.keyPlace(written.get(1)),
              "stands beside \"" + written.getFirst() + "\"; keep one of the two");
    }
    if (!written.isEmpty() && headers.stream().anyMatch(CredentialFields::isAuthorization)) {
      section
          .problems()
          .add(
              section.keyPlace(written.getFirst()),
              "stands beside the header Authorization; keep one of the two");
    }
    Optional<Credential> basic = section.section("basic").flatMap(CredentialFields::basic);
    Optional<Credential> bearer = section.node("bearer").flatMap(node -> bearer(node, section));
    Optional<Credential> oauth2 = section.section("oauth2").flatMap(CredentialFields::oauth2);
    return basic.or(() -> bearer).or(() -> oauth2);
  }

  static boolean isAuthorization(Target.Header header) {
    return header.name().equalsIgnoreCase("Authorization");
  }

  private static Optional<Credential> basic(Section section) {
    Optional<Target.Content> username = required(section, "username");
    username
        .filter(name -> name instanceof Target.Content.Plain plain && plain.text().contains(":"))
        .ifPresent(
            name ->
                section
                    .problems()
                    .add(
                        section.node("username").orElseThrow(),
                        "holds a colon, which would end it; see RFC 7617"));
    Optional<SecretReference> password = secret(section, "password");
    section.rejectUnknownKeys();
    return username.flatMap(name -> password.map(word -> new Credential.Basic(name, word)));
  }

  private static Optional<Credential> bearer(Node node, Section section) {
    return SecretReference.read(node, section.problems()).map(Credential.Bearer::new);
  }

  private static Optional<Credential> oauth2(Section section) {
    Optional<URI> url = section.requiredText("token_url").flatMap(text -> url(text, section));
    Optional<Target.Content> id = required(section, "client_id");
    Optional<SecretReference> secret = secret(section, "client_secret");
    List<String> scopes = section.texts("scopes");
    scopes.stream()
        .filter(scope -> !SCOPE.matcher(scope).matches())
        .forEach(
            scope ->
                section
                    .problems()
                    .add(
                        section.node("scopes").orElseThrow(),
                        '"' + scope + "\" is no scope; write a list of words such as [read]"));
    section.rejectUnknownKeys();
    Function<URI, Optional<Credential>> complete =
        at -> id.flatMap(i -> secret.map(s -> new Credential.ClientCredentials(at, i, s, scopes)));
    return url.flatMap(complete);
  }

  private static Optional<URI> url(String text, Section section) {
    try {
      URI url = OutgoingUrl.parse(text);
      if (url.getRawUserInfo() == null && url.getRawFragment() == null) {
        return Optional.of(url);
      }
      section
          .problems()
          .add(
              section.node("token_url").orElseThrow(),
              "holds more than a URL's host, path and query; write client_id and client_secret");
    } catch (IllegalArgumentException e) {
      section.problems().add(section.node("token_url").orElseThrow(), e.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<Target.Content> required(Section section, String key) {
    section.requiredText(key);
    return WebFields.content(section, key);
  }

  private static Optional<SecretReference> secret(Section section, String key) {
    Optional<Node> node = section.node(key);
    if (node.isEmpty()) {
      section.problems().add(section.place(), "needs the key \"" + key + "\"");
    }
    return node.flatMap(value -> SecretReference.read(value, section.problems()));
  }
}
