package io.tagwatch.uptime.probe;

import io.tagwatch.common.secret.SecretSource;
import io.tagwatch.common.secret.SecretUnavailableException;
import io.tagwatch.uptime.check.AddressRules;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.hc.core5.http.HttpException;

/** Probes over the network. Thread-safe; close it when no more probes follow. */
public final class LiveProber implements Prober, AutoCloseable {
  private final SecretSource secrets;
  private final InstantSource clock;
  private final Watchdog watchdog = new Watchdog();
  private final SystemLookup lookup = new SystemLookup();
  private final Dialer dialer;

  /**
   * @param rules which addresses may be reached
   * @param secrets where referenced headers and bodies are read; cache it
   * @param clock for the days that certificates have left
   */
  public LiveProber(AddressRules rules, SecretSource secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
    this.dialer = new Dialer(rules, lookup, new TlsHandshake());
  }

  @Override
  public ProbeResult probe(Check check) {
    Wording wording = new Wording(secrets);
    Conversation conversation;
    try {
      conversation = conversation(check.target(), wording);
    } catch (SecretUnavailableException e) {
      return unavailable(check, e);
    }
    try (Watchdog.Guard guard = watchdog.guard(check.timeout())) {
      Attempt attempt = new Attempt(check, guard, clock.instant(), wording::redact);
      return wording.redact(attempt.result(failure(conversation, attempt)));
    }
  }

  @Override
  public void close() {
    watchdog.close();
    lookup.close();
  }

  private static Optional<Failure> failure(Conversation conversation, Attempt attempt) {
    try {
      return conversation.hold(attempt);
    } catch (ProbeException | IOException | HttpException | RuntimeException e) {
      return Optional.of(Faults.of(e, attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Faults.timeout(attempt.clock().current(), attempt));
    }
  }

  private Conversation conversation(Target target, Wording wording) {
    return switch (target) {
      case Target.Web web -> WebConversation.of(web, dialer, wording);
      case Target.Tcp tcp -> new TcpConversation(tcp, dialer, tcp.send().map(wording::of));
      case Target.Tls tls -> new TlsConversation(tls, dialer);
      case Target.Dns dns -> new DnsConversation(dns, dialer);
    };
  }

  private static ProbeResult unavailable(Check check, SecretUnavailableException problem) {
    return new ProbeResult(
        check,
        Optional.of(
            new Failure(Reason.EXPECTATION, Phase.DNS, "not asked: " + problem.getMessage())),
        Phases.NONE,
        Duration.ZERO,
        OptionalInt.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        java.util.List.of());
  }
}
