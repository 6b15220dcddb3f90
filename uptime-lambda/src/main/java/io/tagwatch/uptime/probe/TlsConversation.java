package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Target;
import java.io.IOException;
import java.util.Optional;

/** Connects, shakes hands, and looks at the certificate. */
final class TlsConversation implements Conversation {
  private final Target.Tls target;
  private final Dialer dialer;

  TlsConversation(Target.Tls target, Dialer dialer) {
    this.target = target;
    this.dialer = dialer;
  }

  @Override
  public Optional<Failure> hold(Attempt attempt)
      throws ProbeException, IOException, InterruptedException {
    try (Line secured = dialer.open(attempt, target.host(), target.port(), true)) {
      attempt.note(() -> "secured " + secured.socket().getRemoteSocketAddress());
      return ExpectationReport.judge(attempt, Sight.of(attempt, TextSoFar.whole("")));
    }
  }
}
