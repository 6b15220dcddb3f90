package io.tagwatch.uptime.check;

import io.tagwatch.uptime.expect.Expectation;
import io.tagwatch.uptime.expect.Subject;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of checks, and what only some of them have. */
enum Kind {
  HTTP,
  HTTPS,
  WS,
  WSS,
  TCP,
  TLS,
  DNS,
  GRPC,
  GRPCS;

  private static final Set<Kind> WEB = EnumSet.of(HTTP, HTTPS);
  private static final Set<Kind> REQUESTS = EnumSet.of(HTTP, HTTPS, WS, WSS, GRPC, GRPCS);
  private static final Set<Kind> SECURED = EnumSet.of(HTTPS, WSS, TLS, GRPCS);
  private static final Set<Kind> WITH_STATUS = EnumSet.of(HTTP, HTTPS, WS, WSS);
  private static final Set<Kind> WITH_BODY = EnumSet.of(HTTP, HTTPS, TCP, DNS, GRPC, GRPCS);

  /** Keys that only some kinds have. */
  private static final Map<String, Set<Kind>> OF_KEY =
      Map.ofEntries(
          Map.entry("method", WEB),
          Map.entry("body", WEB),
          Map.entry("websocket", EnumSet.of(HTTP, HTTPS, WS, WSS)),
          Map.entry("redirects", WITH_STATUS),
          Map.entry("max_body", EnumSet.of(HTTP, HTTPS, TCP)),
          Map.entry("headers", REQUESTS),
          Map.entry("basic", REQUESTS),
          Map.entry("bearer", REQUESTS),
          Map.entry("oauth2", REQUESTS),
          Map.entry("tls", EnumSet.of(HTTP, HTTPS, WS, WSS, TLS, GRPCS)),
          Map.entry("ip", EnumSet.complementOf(EnumSet.of(DNS))),
          Map.entry("send", EnumSet.of(TCP)),
          Map.entry("record", EnumSet.of(DNS)),
          Map.entry("resolver", EnumSet.of(DNS)));

  private static final Expectation SUCCESS = Expectation.parse("status in 200..299");
  private static final Expectation SWITCHED = Expectation.parse("status == 101");
  private static final Expectation SERVING = Expectation.parse("body == \"SERVING\"");

  static Kind of(String scheme, boolean websocket) {
    Kind kind = valueOf(scheme.toUpperCase(Locale.ROOT));
    return switch (kind) {
      case HTTP -> websocket ? WS : HTTP;
      case HTTPS -> websocket ? WSS : HTTPS;
      default -> kind;
    };
  }

  /** Keys that are known although not every kind has them. */
  static Set<String> keys() {
    return OF_KEY.keySet();
  }

  boolean isWebsocket() {
    return this == WS || this == WSS;
  }

  boolean has(String key) {
    return OF_KEY.getOrDefault(key, Set.of(this)).contains(this);
  }

  /** The kinds that have a key, for a sentence. */
  static String having(String key) {
    return spoken(OF_KEY.get(key), ", ");
  }

  /** What holds where nobody speaks of it. */
  List<Expectation> builtIn() {
    return switch (this) {
      case HTTP, HTTPS -> List.of(SUCCESS);
      case WS, WSS -> List.of(SWITCHED);
      case GRPC, GRPCS -> List.of(SERVING);
      default -> List.of();
    };
  }

  /** Whether this kind shows such a thing at all. */
  boolean shows(Subject subject) {
    return showing(subject).map(kinds -> kinds.contains(this)).orElse(true);
  }

  /**
   * Whether a default concerns this kind. What web pages answer says nothing of an upgrade or of
   * health: both have an answer of their own.
   */
  boolean inherits(Subject subject) {
    boolean own = isWebsocket() || this == GRPC || this == GRPCS;
    return shows(subject)
        && (!own || subject instanceof Subject.Latency || subject instanceof Subject.Certificate);
  }

  /** The kinds that show it, for a sentence: {@code https and tls}. */
  static String spokenFor(Subject subject) {
    return showing(subject).map(kinds -> spoken(kinds, " and ")).orElse("all");
  }

  private static Optional<Set<Kind>> showing(Subject subject) {
    return switch (subject) {
      case Subject.Latency latency -> Optional.empty();
      case Subject.Status status -> Optional.of(WITH_STATUS);
      case Subject.Header header -> Optional.of(WITH_STATUS);
      case Subject.Certificate certificate -> Optional.of(SECURED);
      case Subject.Body body -> Optional.of(WITH_BODY);
      case Subject.Json json -> Optional.of(EnumSet.of(HTTP, HTTPS, TCP, DNS));
    };
  }

  private static String spoken(Set<Kind> kinds, String last) {
    List<String> names =
        Arrays.stream(values()).filter(kinds::contains).map(Kind::toString).toList();
    return names.size() == 1
        ? names.getFirst()
        : names.stream().limit(names.size() - 1).collect(Collectors.joining(", "))
            + last
            + names.getLast();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
