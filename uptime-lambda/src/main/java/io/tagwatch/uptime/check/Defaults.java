package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Section;
import io.tagwatch.uptime.expect.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What holds for every check that does not say otherwise.
 *
 * @param headers sent with every web request, unless the check has a header of that name
 */
record Defaults(
    Duration timeout,
    List<Expectation> expectations,
    int redirects,
    long maxBody,
    List<Target.Header> headers) {

  static final Defaults BUILT_IN =
      new Defaults(
          Check.DEFAULT_TIMEOUT,
          List.of(),
          Target.Web.DEFAULT_REDIRECTS,
          Target.Web.DEFAULT_MAX_BODY,
          List.of());

  /** The section {@code defaults}; what it leaves out is built in. */
  static Defaults read(Optional<Section> written) {
    if (written.isEmpty()) {
      return BUILT_IN;
    }
    Section section = written.get();
    Defaults defaults =
        new Defaults(
            section.duration("timeout").orElse(BUILT_IN.timeout),
            Expectations.read(section),
            WebFields.redirects(section).orElse(BUILT_IN.redirects),
            section.bytes("max_body").orElse(BUILT_IN.maxBody),
            WebFields.headers(section));
    section.rejectUnknownKeys();
    return defaults;
  }
}
