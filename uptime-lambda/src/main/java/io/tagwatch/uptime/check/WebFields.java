package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** The keys of a check that shape its request. */
final class WebFields {
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final int MOST_REDIRECTS = 20;

  /** What the connection itself says; see RFC 9112, sections 6 and 9.6. */
  private static final Set<String> NOT_FOR_USERS =
      Set.of("content-length", "transfer-encoding", "connection", "expect", "upgrade");

  private WebFields() {}

  static OptionalInt redirects(Section section) {
    return section.integer("redirects", 0, MOST_REDIRECTS);
  }

  static String method(Section section, boolean hasBody) {
    Optional<String> written = section.text("method");
    if (written.isPresent() && !METHOD.matcher(written.get()).matches()) {
      section
          .problems()
          .add(
              section.node("method").orElseThrow(),
              "\""
                  + written.get()
                  + "\" is not a method; write it in capitals, such as GET or POST");
    }
    return written.orElse(hasBody ? "POST" : "GET");
  }

  static List<Target.Header> headers(Section section) {
    List<Target.Header> headers = new ArrayList<>();
    for (Map.Entry<String, Node> member : section.members("headers").entrySet()) {
      header(member.getKey(), member.getValue(), section.problems()).ifPresent(headers::add);
    }
    return headers;
  }

  /** The check's own headers, then those of the defaults that it does not have. */
  static List<Target.Header> merge(List<Target.Header> own, List<Target.Header> defaults) {
    List<Target.Header> merged = new ArrayList<>(own);
    defaults.stream()
        .filter(header -> own.stream().noneMatch(o -> o.name().equalsIgnoreCase(header.name())))
        .forEach(merged::add);
    return merged;
  }

  /** Text, or a reference to text that is kept elsewhere. */
  static Optional<Target.Content> content(Section section, String key) {
    return section.node(key).flatMap(node -> content(node, section.problems()));
  }

  private static Optional<Target.Header> header(String name, Node node, Problems problems) {
    if (!HEADER_NAME.matcher(name).matches()) {
      problems.add(node, "\"" + name + "\" is not a header's name; use letters, digits and dashes");
      return Optional.empty();
    }
    if (NOT_FOR_USERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
      problems.add(node, "the header " + name + " is set by the connection; leave it out");
      return Optional.empty();
    }
    Optional<Target.Content> content = content(node, problems);
    if (content.isPresent()
        && content.get() instanceof Target.Content.Plain plain
        && plain.text().chars().anyMatch(c -> c < 0x20 && c != '\t' || c == 0x7f)) {
      problems.add(node, "the header " + name + " holds a line break or control character");
      return Optional.empty();
    }
    return content.map(value -> new Target.Header(name, value));
  }

  private static Optional<Target.Content> content(Node node, Problems problems) {
    Optional<String> text = Section.asText(node, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (SecretReference.looksLikeOne(text.get())) {
      return SecretReference.read(node, problems).map(Target.Content.Kept::new);
    }
    return Optional.of(new Target.Content.Plain(text.get()));
  }
}
