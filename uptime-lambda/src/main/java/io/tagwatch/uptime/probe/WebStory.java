package io.tagwatch.uptime.probe;

import io.tagwatch.common.check.CheckUrl;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.core5.http.Header;

/** What a person is told of a request and its answer: everything but secrets. */
final class WebStory {
  private static final Set<String> SECRET_ANSWERS = Set.of("set-cookie", "set-cookie2");

  private WebStory() {}

  static void ofRequest(WebRequest request, Attempt attempt) {
    attempt.note(() -> request.method() + " " + CheckUrl.shown(request.url().toString()));
    if (!attempt.isTold()) {
      return;
    }
    for (WebRequest.WebHeader header : request.headers()) {
      attempt.note(
          () -> "> " + header.name() + ": " + (header.secret() ? "(secret)" : header.value()));
    }
  }

  static void ofAnswer(WebAnswer answer, Attempt attempt) {
    attempt.note(() -> "status " + answer.status());
    if (!attempt.isTold()) {
      return;
    }
    for (Header header : answer.headers()) {
      attempt.note(() -> "< " + header.getName() + ": " + shown(header));
    }
  }

  /** Of a cookie the name alone: its value may be as good as a password. */
  private static String shown(Header header) {
    String value = String.valueOf(header.getValue());
    return SECRET_ANSWERS.contains(header.getName().toLowerCase(Locale.ROOT))
        ? value.split("=", 2)[0] + "=(secret)"
        : value;
  }
}
