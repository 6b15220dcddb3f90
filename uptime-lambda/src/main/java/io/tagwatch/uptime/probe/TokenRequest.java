package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Credential;
import io.tagwatch.uptime.check.Target;
import io.tagwatch.uptime.jsonpath.JsonText;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.HttpException;

/**
 * Asks for a token with a client's own credentials, which travel in the header Authorization; see
 * RFC 6749, sections 2.3.1, 4.4 and 5. Redirects are not followed.
 */
final class TokenRequest {
  private static final int OK = 200;
  private static final int LARGEST_ANSWER = 65_536;
  private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(86_400);

  private final Dialer dialer;

  TokenRequest(Dialer dialer) {
    this.dialer = dialer;
  }

  /**
   * What was given.
   *
   * @param life zero when nobody says
   */
  record Token(String text, Duration life) {}

  Token ask(Credential.ClientCredentials client, Wording wording, Attempt attempt)
      throws ProbeException, IOException, HttpException, InterruptedException {
    WebRequest request = request(client, wording);
    Origin where = request.origin();
    attempt.note(() -> "asks " + client.tokenUrl() + " for a token");
    try (Line line = dialer.open(attempt, where.host(), where.port(), where.secure())) {
      attempt.clock().enter(Phase.WAIT);
      WebAnswer answer = new WebAnswer(WebExchange.hold(line, request, List.of()));
      attempt.clock().enter(Phase.BODY);
      TextSoFar body = new TextSoFar(answer.charset());
      new BodyReader(LARGEST_ANSWER, body, () -> false).read(answer.body());
      Token token = token(answer.status(), body.text().toString());
      wording.hide(token.text());
      attempt.note(() -> "has a token for " + Times.spoken(token.life()));
      return token;
    }
  }

  private static WebRequest request(Credential.ClientCredentials client, Wording wording) {
    String id = coded(wording.of(client.clientId()));
    String secret = coded(wording.of(new Target.Content.Kept(client.clientSecret())));
    wording.hide(secret);
    String scope =
        client.scopes().isEmpty() ? "" : "&scope=" + coded(String.join(" ", client.scopes()));
    return new WebRequest(
        client.tokenUrl(),
        "POST",
        List.of(
            new WebRequest.WebHeader("Authorization", Credentials.basic(id, secret, wording), true),
            new WebRequest.WebHeader("Accept", "application/json", false),
            new WebRequest.WebHeader("Content-Type", "application/x-www-form-urlencoded", false)),
        Optional.of("grant_type=client_credentials" + scope));
  }

  private static Token token(int status, String body) throws ProbeException {
    Map<?, ?> answer = members(body);
    if (status != OK) {
      String error =
          answer.get("error") instanceof String code && code.matches("[a-z_]{1,40}")
              ? " " + code
              : "";
      throw new ProbeException(
          Reason.EXPECTATION, "the token endpoint answers status " + status + error);
    }
    if (!(answer.get("access_token") instanceof String text) || text.isBlank()) {
      throw new ProbeException(
          Reason.EXPECTATION, "the token endpoint's answer holds no access_token");
    }
    if (answer.get("token_type") instanceof String type && !type.equalsIgnoreCase("Bearer")) {
      throw new ProbeException(
          Reason.EXPECTATION, "the token endpoint gives another token than one of type Bearer");
    }
    return new Token(text, life(answer.get("expires_in")));
  }

  private static Map<?, ?> members(String body) {
    try {
      return JsonText.parse(body) instanceof Map<?, ?> members ? members : Map.of();
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  /** Some servers write the number as text. */
  private static Duration life(Object written) {
    String digits = String.valueOf(written);
    return digits.matches("\\d{1,12}")
        ? Duration.ofSeconds(new BigDecimal(digits).min(LONGEST_SECONDS).longValue())
        : Duration.ZERO;
  }

  private static String coded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
