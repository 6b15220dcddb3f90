package io.tagwatch.uptime.probe;

import io.tagwatch.common.secret.SecretSource;
import io.tagwatch.common.secret.SecretUnavailableException;
import io.tagwatch.uptime.check.AddressRules;
import io.tagwatch.uptime.check.Check;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.hc.core5.http.HttpException;

/** Probes over the network. Thread-safe; close it when no more probes follow. */
public final class LiveProber implements Prober, AutoCloseable {
  private static final int UNAUTHORIZED = 401;

  private final SecretSource secrets;
  private final InstantSource clock;
  private final boolean told;
  private final Watchdog watchdog = new Watchdog();
  private final SystemLookup lookup = new SystemLookup();
  private final Credentials credentials;
  private final Conversations conversations;

  /**
   * A prober that finds out and tells no story.
   *
   * @param rules which addresses may be reached
   * @param secrets where referenced headers and bodies are read; cache it
   * @param clock for the days that certificates have left, and the life of tokens
   */
  public LiveProber(AddressRules rules, SecretSource secrets, InstantSource clock) {
    this(rules, secrets, clock, false);
  }

  private LiveProber(AddressRules rules, SecretSource secrets, InstantSource clock, boolean told) {
    this.secrets = secrets;
    this.clock = clock;
    this.told = told;
    Dialer dialer = new Dialer(rules, lookup, new TlsHandshake());
    this.credentials = new Credentials(new AccessTokens(new TokenRequest(dialer), clock));
    this.conversations = new Conversations(dialer, credentials);
  }

  /** A prober whose results hold the story of each probe, which takes time and memory. */
  public static LiveProber telling(AddressRules rules, SecretSource secrets, InstantSource clock) {
    return new LiveProber(rules, secrets, clock, true);
  }

  @Override
  public ProbeResult probe(Check check) {
    Wording wording = new Wording(secrets);
    try (Watchdog.Guard guard = watchdog.guard(check.timeout())) {
      Attempt attempt =
          new Attempt(check, guard, clock.instant(), wording::redact, new Trace(told));
      ProbeResult result = attempted(attempt, wording);
      if (result.status().orElse(0) == UNAUTHORIZED) {
        credentials.refused(check.target());
      }
      return Printable.of(wording.redact(result));
    }
  }

  @Override
  public void close() {
    watchdog.close();
    lookup.close();
  }

  /** First what the request needs, secrets and perhaps a token; then the request. */
  private ProbeResult attempted(Attempt attempt, Wording wording) {
    Conversation conversation;
    try {
      conversation = conversations.of(attempt, wording);
    } catch (SecretUnavailableException e) {
      return unavailable(attempt.check(), e);
    } catch (ProbeException | IOException | HttpException | RuntimeException e) {
      Failure failure = Faults.of(e, attempt);
      return attempt.result(
          Optional.of(
              new Failure(failure.reason(), failure.phase(), "not asked: " + failure.detail())));
    } catch (InterruptedException e) {
      return attempt.result(Optional.of(interrupted(attempt)));
    }
    attempt.begin();
    return attempt.result(failure(conversation, attempt));
  }

  private static Optional<Failure> failure(Conversation conversation, Attempt attempt) {
    try {
      return conversation.hold(attempt);
    } catch (ProbeException | IOException | HttpException | RuntimeException e) {
      return Optional.of(Faults.of(e, attempt));
    } catch (InterruptedException e) {
      return Optional.of(interrupted(attempt));
    }
  }

  private static Failure interrupted(Attempt attempt) {
    Thread.currentThread().interrupt();
    return Faults.timeout(attempt.clock().current(), attempt);
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
