package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Target;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hc.core5.http.HttpException;

/** From a check to what is to be said, with its secrets in place. Thread-safe. */
final class Conversations {
  private static final String HTTP_2 = "h2";

  private final Dialer dialer;
  private final Credentials credentials;
  private final TlsSides sides = new TlsSides();

  Conversations(Dialer dialer, Credentials credentials) {
    this.dialer = dialer;
    this.credentials = credentials;
  }

  /**
   * @param attempt asks for a token, if one is needed, and learns our side of TLS
   * @throws io.tagwatch.common.secret.SecretUnavailableException when a secret cannot be had
   */
  Conversation of(Attempt attempt, Wording wording)
      throws ProbeException, IOException, HttpException, InterruptedException {
    Target target = attempt.check().target();
    TlsSide side = sides.of(attempt.check().reach().tls(), wording);
    attempt.tls(side);
    Optional<WebRequest.WebHeader> credential = credentials.header(target, wording, attempt);
    if (target instanceof Target.Grpc) {
      attempt.tls(side.speaking(HTTP_2));
    }
    return conversation(target, wording, credential);
  }

  private Conversation conversation(
      Target target, Wording wording, Optional<WebRequest.WebHeader> credential) {
    return switch (target) {
      case Target.Web web -> WebConversation.of(web, dialer, wording, credential);
      case Target.Tcp tcp -> new TcpConversation(tcp, dialer, tcp.send().map(wording::of));
      case Target.Tls tls -> new TlsConversation(tls, dialer);
      case Target.Dns dns -> new DnsConversation(dns, dialer);
      case Target.Grpc grpc -> {
        List<WebRequest.WebHeader> metadata = WebConversation.headers(grpc.headers(), wording);
        credential.ifPresent(metadata::add);
        yield new GrpcConversation(grpc, dialer, metadata);
      }
    };
  }
}
