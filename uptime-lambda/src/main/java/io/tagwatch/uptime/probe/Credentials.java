package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Credential;
import io.tagwatch.uptime.check.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.HttpException;

/** From a check's credential to the header that carries it. Thread-safe. */
final class Credentials {
  private final AccessTokens tokens;

  Credentials(AccessTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The header, which is always secret.
   *
   * @param asking used only when a token has to be asked for
   * @throws io.tagwatch.common.secret.SecretUnavailableException when a secret cannot be had
   */
  Optional<WebRequest.WebHeader> header(Target target, Wording wording, Attempt asking)
      throws ProbeException, IOException, HttpException, InterruptedException {
    Optional<Credential> credential = of(target);
    return credential.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new WebRequest.WebHeader(
                "Authorization", value(credential.get(), wording, asking), true));
  }

  /** An answer of 401 may mean that the token is no longer good, whatever its maker said. */
  void refused(Target target) {
    of(target)
        .filter(Credential.ClientCredentials.class::isInstance)
        .map(Credential.ClientCredentials.class::cast)
        .ifPresent(tokens::forget);
  }

  private static Optional<Credential> of(Target target) {
    return switch (target) {
      case Target.Web web -> web.credential();
      case Target.Grpc grpc -> grpc.credential();
      default -> Optional.empty();
    };
  }

  private String value(Credential credential, Wording wording, Attempt asking)
      throws ProbeException, IOException, HttpException, InterruptedException {
    return switch (credential) {
      case Credential.Basic basic ->
          basic(
              wording.of(basic.username()),
              wording.of(new Target.Content.Kept(basic.password())),
              wording);
      case Credential.Bearer bearer ->
          "Bearer " + wording.of(new Target.Content.Kept(bearer.token()));
      case Credential.ClientCredentials client -> "Bearer " + tokens.token(client, wording, asking);
    };
  }

  /** See RFC 7617; servers repeat the coded form too. */
  static String basic(String user, String password, Wording wording) {
    String coded =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    wording.hide(coded);
    return "Basic " + coded;
  }
}
