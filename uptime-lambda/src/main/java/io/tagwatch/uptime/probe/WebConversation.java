package io.tagwatch.uptime.probe;

import io.tagwatch.common.check.CheckUrl;
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

  private static final int SWITCHING_PROTOCOLS = 101;

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

  /**
   * @param credential the header that proves who asks
   */
  static WebConversation of(
      Target.Web target,
      Dialer dialer,
      Wording wording,
      Optional<WebRequest.WebHeader> credential) {
    List<WebRequest.WebHeader> headers = headers(target.headers(), wording);
    credential.ifPresent(headers::add);
    WebRequest first =
        new WebRequest(target.url(), target.method(), headers, target.body().map(wording::of));
    return new WebConversation(target, dialer, first);
  }

  /** The headers of a check with their secrets in place. */
  static List<WebRequest.WebHeader> headers(List<Target.Header> written, Wording wording) {
    List<WebRequest.WebHeader> headers = new ArrayList<>();
    for (Target.Header header : written) {
      boolean secret =
          header.value() instanceof Target.Content.Kept
              || ALWAYS_SECRET.contains(header.name().toLowerCase(Locale.ROOT));
      headers.add(new WebRequest.WebHeader(header.name(), wording.of(header.value()), secret));
    }
    return headers;
  }

  @Override
  public Optional<Failure> hold(Attempt attempt)
      throws ProbeException, IOException, HttpException, InterruptedException {
    WebRequest request = first;
    for (int followed = 0; ; followed++) {
      Origin where = request.origin();
      try (Line line = dialer.open(attempt, where.host(), where.port(), where.secure())) {
        WebAnswer answer = ask(attempt, line, request);
        Optional<String> location = answer.header("location");
        if (target.redirects() == 0 || !Redirect.is(answer.status(), location)) {
          Optional<Failure> verdict = judge(attempt, answer);
          takeLeave(line, answer);
          return verdict;
        }
        if (followed == target.redirects()) {
          throw new ProbeException(
              Reason.REDIRECT_LIMIT, "more than " + target.redirects() + " redirects");
        }
        WebRequest next = next(request, answer.status(), location.orElseThrow());
        attempt.note(
            () -> "redirect " + answer.status() + " to " + CheckUrl.shown(next.url().toString()));
        request = next;
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
      throws IOException, HttpException, ProbeException {
    attempt.clock().enter(Phase.WAIT);
    List<String> cookieValues = cookies.cookiesFor(request.url());
    WebStory.ofRequest(request, attempt);
    WebAnswer answer =
        target.websocket()
            ? upgraded(attempt, line, request, cookieValues)
            : new WebAnswer(WebExchange.hold(line, request, cookieValues));
    attempt.status(answer.status());
    WebStory.ofAnswer(answer, attempt);
    cookies.keep(request.url(), answer.values("set-cookie"));
    return answer;
  }

  private static WebAnswer upgraded(
      Attempt attempt, Line line, WebRequest request, List<String> cookies)
      throws IOException, HttpException, ProbeException {
    Upgrade upgrade = new Upgrade();
    WebAnswer answer = new WebAnswer(WebExchange.switching(line, request, cookies, upgrade));
    attempt.status(answer.status());
    Optional<String> fault = upgrade.fault(answer);
    if (fault.isPresent()) {
      WebStory.ofAnswer(answer, attempt);
      throw new ProbeException(Reason.PROTOCOL, fault.get());
    }
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

  /** A server that waits for our next word should not call it an error that we leave. */
  private void takeLeave(Line line, WebAnswer answer) {
    if (target.websocket() && answer.status() == SWITCHING_PROTOCOLS) {
      try {
        line.endpoint().getOutputStream().write(Upgrade.goodbye());
      } catch (IOException e) {
        // The verdict stands: the server has left first.
      }
    }
  }
}
