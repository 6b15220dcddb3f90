package io.tagwatch.uptime.probe;

import io.tagwatch.common.secret.SecretUnavailableException;
import io.tagwatch.uptime.check.Credential;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.HttpException;

/**
 * OAuth 2.0 tokens, each asked for once by however many checks share it, and kept until shortly
 * before they end; one whose maker does not say when it ends is not kept. Thread-safe.
 */
final class AccessTokens {
  /** A token is not used in the last tenth of its life, or the last minute if that is less. */
  private static final Duration LONGEST_RESERVE = Duration.ofMinutes(1);

  private final TokenRequest request;
  private final InstantSource clock;
  private final Map<Credential.ClientCredentials, Slot> slots = new ConcurrentHashMap<>();

  AccessTokens(TokenRequest request, InstantSource clock) {
    this.request = request;
    this.clock = clock;
  }

  /**
   * A token that is good now.
   *
   * @throws ProbeException when the server refuses, or answers something else than a token
   */
  String token(Credential.ClientCredentials client, Wording wording, Attempt asking)
      throws ProbeException, IOException, HttpException, InterruptedException {
    Slot slot = slots.computeIfAbsent(client, key -> new Slot());
    int failuresBefore = slot.failures;
    asking.clock().enter(Phase.WAIT);
    if (!slot.lock.tryLock(asking.guard().remainingMillis(), TimeUnit.MILLISECONDS)) {
      throw new SocketTimeoutException("another check is still asking for the token");
    }
    try {
      if (clock.instant().isBefore(slot.end)) {
        wording.hide(slot.token);
        return slot.token;
      }
      if (slot.failures != failuresBefore && slot.speaksFor(asking)) {
        slot.fail(asking);
      }
      return asked(slot, client, wording, asking);
    } finally {
      slot.lock.unlock();
    }
  }

  void forget(Credential.ClientCredentials client) {
    slots.remove(client);
  }

  private String asked(
      Slot slot, Credential.ClientCredentials client, Wording wording, Attempt asking)
      throws ProbeException, IOException, HttpException, InterruptedException {
    try {
      TokenRequest.Token token = request.ask(client, wording, asking);
      slot.token = token.text();
      slot.end = clock.instant().plus(token.life()).minus(reserve(token.life()));
      return slot.token;
    } catch (SecretUnavailableException e) {
      throw e;
    } catch (ProbeException | IOException | HttpException | RuntimeException e) {
      Failure failure = Faults.of(e, asking);
      boolean over = asking.guard().expired() || e instanceof SocketTimeoutException;
      slot.failed(failure, over ? Optional.of(asking.guard().limit()) : Optional.empty());
      throw new ProbeException(failure.reason(), failure.detail());
    }
  }

  private static Duration reserve(Duration life) {
    Duration tenth = life.dividedBy(10);
    return tenth.compareTo(LONGEST_RESERVE) < 0 ? tenth : LONGEST_RESERVE;
  }

  /** What is known of one client; guarded by its lock but for the counter's first look. */
  private static final class Slot {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile int failures;
    private Failure failure;
    private Optional<Duration> overAfter = Optional.empty();
    private String token = "";
    private Instant end = Instant.MIN;

    /** Why, and after how much time if it was over. */
    void failed(Failure why, Optional<Duration> after) {
      failure = why;
      overAfter = after;
      failures++;
    }

    /** Whether another check would have fared no better: one with more time may. */
    boolean speaksFor(Attempt other) {
      return overAfter.filter(limit -> other.guard().limit().compareTo(limit) > 0).isEmpty();
    }

    /** The last failure, for another check; a time limit is its own to word. */
    void fail(Attempt other) throws ProbeException, SocketTimeoutException {
      other.clock().enter(failure.phase());
      if (overAfter.isPresent()) {
        throw new SocketTimeoutException(failure.detail());
      }
      throw new ProbeException(failure.reason(), failure.detail());
    }
  }
}
