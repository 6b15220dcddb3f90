package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Section;
import io.tagwatch.uptime.expect.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What holds for every check of a file or a group that does not say otherwise.
 *
 * @param headers sent with every request, unless the check has a header of that name
 * @param credential sent with every request, unless the check has its own or a header Authorization
 */
record Defaults(
    Duration timeout,
    List<Expectation> expectations,
    int redirects,
    long maxBody,
    List<Target.Header> headers,
    Optional<Credential> credential,
    Reach reach,
    boolean phaseMetrics) {

  static final Defaults BUILT_IN =
      new Defaults(
          Check.DEFAULT_TIMEOUT,
          List.of(),
          Target.Web.DEFAULT_REDIRECTS,
          Target.Web.DEFAULT_MAX_BODY,
          List.of(),
          Optional.empty(),
          Reach.DEFAULT,
          false);

  /** A section {@code defaults}; what it leaves out is as {@code outer} says. */
  static Defaults read(Optional<Section> written, Defaults outer) {
    if (written.isEmpty()) {
      return outer;
    }
    Section section = written.get();
    List<Target.Header> headers = WebFields.headers(section);
    Defaults proven = outer.under(headers, CredentialFields.read(section, headers));
    Defaults defaults =
        new Defaults(
            section.duration("timeout").orElse(outer.timeout),
            Expectations.nearer(Expectations.read(section), outer.expectations),
            WebFields.redirects(section).orElse(outer.redirects),
            section.bytes("max_body").orElse(outer.maxBody),
            proven.headers,
            proven.credential,
            outer.reachOf(section),
            MetricsField.phases(section).orElse(outer.phaseMetrics));
    section.rejectUnknownKeys();
    return defaults;
  }

  /** The keys {@code ip} and {@code tls} of a section over these defaults. */
  Reach reachOf(Section section) {
    Optional<AddressFamily> family = AddressFamily.read(section);
    Optional<TlsSettings> tls = TlsFields.read(section);
    return family.isEmpty() && tls.isEmpty()
        ? reach
        : new Reach(family.orElse(reach.family()), tls.orElse(reach.tls()));
  }

  /** These defaults where nearer headers and a nearer credential take the place of theirs. */
  Defaults under(List<Target.Header> nearer, Optional<Credential> own) {
    boolean spoken = own.isPresent() || nearer.stream().anyMatch(CredentialFields::isAuthorization);
    List<Target.Header> farther =
        spoken
            ? headers.stream().filter(header -> !CredentialFields.isAuthorization(header)).toList()
            : headers;
    return new Defaults(
        timeout,
        expectations,
        redirects,
        maxBody,
        WebFields.merge(nearer, farther),
        spoken ? own : credential,
        reach,
        phaseMetrics);
  }
}
