package io.tagwatch.uptime.check;

import io.tagwatch.common.config.Section;
import java.util.Optional;

/** How metrics get to CloudWatch: the key {@code publish}. */
public enum Publication {
  /** By PutMetricData, which says what became of them. The default. */
  API,
  /** As lines of the function's log, which CloudWatch Logs turns into metrics. */
  EMF;

  static Publication read(Section section) {
    Optional<String> written = section.text("publish");
    if (written.isEmpty() || written.get().equals("api")) {
      return API;
    }
    if (!written.get().equals("emf")) {
      section
          .problems()
          .add(
              section.node("publish").orElseThrow(),
              '"' + written.get() + "\" is no way to publish; write api or emf");
    }
    return EMF;
  }
}
