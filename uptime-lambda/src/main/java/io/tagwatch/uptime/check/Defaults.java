package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Section;
import io.tagwatch.uptime.expect.Expectation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What holds for every check of a file or a group that does not say otherwise.
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

  /** A section {@code defaults}; what it leaves out is as {@code outer} says. */
  static Defaults read(Optional<Section> written, Defaults outer) {
    if (written.isEmpty()) {
      return outer;
    }
    Section section = written.get();
    Defaults defaults =
        new Defaults(
            section.duration("timeout").orElse(outer.timeout),
            Expectations.nearer(Expectations.read(section), outer.expectations),
            WebFields.redirects(section).orElse(outer.redirects),
            section.bytes("max_body").orElse(outer.maxBody),
            WebFields.merge(WebFields.headers(section), outer.headers));
    section.rejectUnknownKeys();
    return defaults;
  }
}
