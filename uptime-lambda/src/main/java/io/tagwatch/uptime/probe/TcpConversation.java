package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Connects, says something if told to, and reads as far as expectations on the body need it. */
final class TcpConversation implements Conversation {
  private final Target.Tcp target;
  private final Dialer dialer;
  private final Optional<String> send;

  TcpConversation(Target.Tcp target, Dialer dialer, Optional<String> send) {
    this.target = target;
    this.dialer = dialer;
    this.send = send;
  }

  @Override
  public Optional<Failure> hold(Attempt attempt)
      throws ProbeException, IOException, InterruptedException {
    try (Line line = dialer.open(attempt, target.host(), target.port(), false)) {
      if (send.isPresent()) {
        attempt.clock().enter(Phase.WAIT);
        line.socket().getOutputStream().write(send.get().getBytes(StandardCharsets.UTF_8));
      }
      TextSoFar body = new TextSoFar(StandardCharsets.UTF_8);
      BodyReader reader =
          new BodyReader(
              target.maxBody(),
              body,
              () ->
                  ExpectationReport.decided(
                      attempt.check().expectations(), Sight.of(attempt, body)));
      if (!ExpectationReport.decided(attempt.check().expectations(), Sight.of(attempt, body))) {
        attempt.clock().enter(Phase.BODY);
        reader.read(line.socket().getInputStream());
      }
      return ExpectationReport.judge(attempt, Sight.of(attempt, body));
    }
  }
}
