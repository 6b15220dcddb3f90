package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Durations;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.uptime.expect.Expectation;
import io.tagwatch.uptime.expect.Impossible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What each value for itself may be, and yet cannot be meant: a method that no server knows, a
 * secret in the clear, a timeout longer than a function lives, expectations that never hold.
 */
final class Soundness {
  /** A Lambda function ends after 900 seconds; see "Lambda quotas". */
  private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(900);

  /** RFC 9110, section 9, without CONNECT; PATCH of RFC 5789; reading methods of RFC 4918. */
  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND");

  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

  private static final Pattern SECRET_NAME =
      Pattern.compile(
          "(?i)(proxy-)?authorization|cookie|(x-)?(api-?key|auth|auth-?token|access-?token|token|secret|password)"
              + "|.*-(token|secret|password|api-?key|auth-?key)");

  private static final Pattern SECRET_VALUE = Pattern.compile("(?i)(bearer|basic|token) +\\S.*");

  private final Section section;
  private final Problems problems;

  private Soundness(Section section) {
    this.section = section;
    this.problems = section.problems();
  }

  /**
   * Examines a check or a section {@code defaults}; reports what the readers of single values do
   * not see.
   *
   * @param timeout what holds when the section has none
   */
  static void examine(Section section, Duration timeout) {
    Soundness soundness = new Soundness(section);
    soundness.method();
    soundness.headers();
    soundness.expectations(soundness.timeout().orElse(timeout));
  }

  private void method() {
    if (section.node("method").orElse(null) instanceof Node.Text method
        && METHOD.matcher(method.value()).matches()
        && !METHODS.contains(method.value())) {
      problems.add(
          method,
          "unknown method \"%s\"; write one of %s"
              .formatted(method.value(), String.join(", ", METHODS)));
    }
  }

  private void headers() {
    if (section.node("headers").orElse(null) instanceof Node.Fields headers) {
      headers.values().forEach(this::header);
    }
  }

  /** What was written is never repeated. */
  private void header(String name, Node node) {
    if (node instanceof Node.Text text
        && !SecretReference.looksLikeOne(text.value())
        && !text.value().isBlank()
        && (SECRET_NAME.matcher(name).matches() || SECRET_VALUE.matcher(text.value()).matches())) {
      problems.add(
          node,
          "the header %s would be a secret in the clear; keep its whole value, with words such as Bearer, elsewhere and %s"
              .formatted(name, SecretReference.FORMS));
    }
  }

  private Optional<Duration> timeout() {
    Node node = section.node("timeout").orElse(null);
    Optional<Duration> timeout =
        node instanceof Node.Text text ? Durations.parse(text.value()) : Optional.empty();
    if (timeout.filter(time -> time.isZero() || time.compareTo(LONGEST_TIMEOUT) > 0).isPresent()) {
      problems.add(
          node,
          node.describe() + " is no timeout; write 1ms to 15m, the longest that a function runs");
      return Optional.of(LONGEST_TIMEOUT);
    }
    return timeout;
  }

  private void expectations(Duration timeout) {
    if (!(section.node("expect").orElse(null) instanceof Node.Items items)) {
      return;
    }
    List<Expectation> before = new ArrayList<>();
    for (Node node : items.values()) {
      Expectation.read(node, new Problems(""))
          .ifPresent(
              expectation -> {
                Impossible.latency(expectation, timeout)
                    .or(() -> Impossible.beside(expectation, before))
                    .ifPresent(problem -> problems.add(node, problem));
                before.add(expectation);
              });
    }
  }
}
