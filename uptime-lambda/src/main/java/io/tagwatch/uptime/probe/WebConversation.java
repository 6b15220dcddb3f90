package io.tagwatch.uptime.probe;

import io.tagwatch.common.check.CheckUrl;
import io.tagwatch.common.check.HostPort;
import io.tagwatch.uptime.check.Target;
import io.tagwatch.uptime.expect.Expectation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.HttpException;

/** Asks over HTTP, follows redirects, and reads the body as far as expectations need it. */
final class WebConversation implements Conversation {
  /** Headers that carry secrets even when they are written in the file. */
  private static final Set<String> ALWAYS_SECRET =
      Set.of("authorization", "cookie", "proxy-authorization");

  private final Target.Web target;
  private final Dialer dialer;
  private final WebRequest first;
  private final boolean secretBody;
  private final CookieJar cookies = new CookieJar();

  private WebConversation(Target.Web target, Dialer dialer, WebRequest first) {
    this.target = target;
    this.dialer = dialer;
    this.first = first;
    this.secretBody = target.body().filter(Target.Content.Kept.class::isInstance).isPresent();
  }

  static WebConversation of(Target.Web target, Dialer dialer, Wording wording) {
    List<WebRequest.WebHeader> headers = new ArrayList<>();
    for (Target.Header header : target.headers()) {
      boolean secret =
          header.value() instanceof Target.Content.Kept
              || ALWAYS_SECRET.contains(header.name().toLowerCase(Locale.ROOT));
      headers.add(new WebRequest.WebHeader(header.name(), wording.of(header.value()), secret));
    }
    WebRequest first =
        new WebRequest(target.url(), target.method(), headers, target.body().map(wording::of));
    return new WebConversation(target, dialer, first);
  }

  @Override
  public Optional<Failure> hold(Attempt attempt)
      throws ProbeException, IOException, HttpException, InterruptedException {
    WebRequest request = first;
    for (int followed = 0; ; followed++) {
      HostPort where = request.where();
      try (Line line = dialer.open(attempt, where.host(), where.port(), request.secure())) {
        WebAnswer answer = ask(attempt, line, request);
        Optional<String> location = answer.header("location");
        if (target.redirects() == 0 || !Redirect.is(answer.status(), location)) {
          return judge(attempt, answer);
        }
        if (followed == target.redirects()) {
          throw new ProbeException(
              Reason.REDIRECT_LIMIT, "more than " + target.redirects() + " redirects");
        }
        request = next(request, answer.status(), location.orElseThrow());
        attempt.note(
            "redirect " + answer.status() + " to " + CheckUrl.shown(request.url().toString()));
      }
    }
  }

  private WebRequest next(WebRequest request, int status, String location) throws ProbeException {
    WebRequest next = Redirect.follow(request, status, location);
    return secretBody && !request.sharesSecretsWith(next)
        ? new WebRequest(next.url(), next.method(), next.headers(), Optional.empty())
        : next;
  }

  private WebAnswer ask(Attempt attempt, Line line, WebRequest request)
      throws IOException, HttpException {
    attempt.clock().enter(Phase.WAIT);
    attempt.note(request.method() + " " + CheckUrl.shown(request.url().toString()));
    WebAnswer answer =
        new WebAnswer(WebExchange.hold(line, request, cookies.cookiesFor(request.url())));
    attempt.status(answer.status());
    attempt.note("status " + answer.status());
    cookies.keep(request.url(), answer.values("set-cookie"));
    return answer;
  }

  private Optional<Failure> judge(Attempt attempt, WebAnswer answer)
      throws IOException, ProbeException {
    List<Expectation> expectations = attempt.check().expectations();
    TextSoFar body = new TextSoFar(answer.charset());
    if (expectations.stream().anyMatch(Expectation::needsBody)) {
      attempt.clock().enter(Phase.BODY);
      BodyReader reader =
          new BodyReader(
              target.maxBody(),
              body,
              () -> ExpectationReport.decided(expectations, Sight.of(attempt, answer, body)));
      reader.read(answer.body());
    }
    return ExpectationReport.judge(attempt, Sight.of(attempt, answer, body));
  }
}
