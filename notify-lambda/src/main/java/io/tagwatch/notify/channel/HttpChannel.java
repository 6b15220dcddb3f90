package io.tagwatch.notify.channel;

import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.common.secret.SecretUnavailableException;
import io.tagwatch.notify.http.DeadlineException;
import io.tagwatch.notify.http.HttpCall;
import io.tagwatch.notify.http.HttpReply;
import io.tagwatch.notify.notification.Notification;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivers to a {@link ChatService} in one call. A payload that is refused as invalid, or cannot
 * even be written, is sent once more in its plain form, unless that could not name every alarm of a
 * digest; a secret that is refused is read afresh once and the call repeated. Both at most once for
 * each notification. Thread-safe.
 */
public final class HttpChannel implements Channel {
  /** No single answer is waited for longer than this, however much time is left. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

  private final ChatService service;
  private final ChannelTools tools;

  public HttpChannel(ChatService service, ChannelTools tools) {
    this.service = service;
    this.tools = tools;
  }

  @Override
  public Delivery deliver(Notification notification, Deadline deadline) {
    Exchange exchange = new Exchange(notification);
    return exchange.delivery(exchange.settled(deadline));
  }

  /** One notification's way through at most four calls. */
  private final class Exchange {
    private final List<String> revealed = new ArrayList<>();
    private final Notification notification;
    private Form form = Form.RICH;
    private boolean fresh;

    Exchange(Notification notification) {
      this.notification = notification;
    }

    Verdict settled(Deadline deadline) {
      Verdict verdict = once(deadline);
      while (true) {
        if (verdict instanceof Verdict.Stale && !fresh && !service.secrets().isEmpty()) {
          fresh = true;
          Verdict reread = reread(verdict);
          if (reread != null) {
            return reread;
          }
        } else if (verdict instanceof Verdict.Unfit && form == Form.RICH && mayBePlain()) {
          form = Form.PLAIN;
        } else {
          return verdict;
        }
        verdict = once(deadline);
      }
    }

    private boolean mayBePlain() {
      return !notification.isDigest() || service.holds(notification, Form.PLAIN);
    }

    /** Reads the secrets again; a verdict when that fails. */
    private Verdict reread(Verdict stale) {
      try {
        for (SecretReference reference : service.secrets()) {
          tools.secrets().readAgain(reference);
        }
        return null;
      } catch (SecretUnavailableException e) {
        return new Verdict.Later(e.getMessage(), Duration.ZERO);
      }
    }

    private Verdict once(Deadline deadline) {
      Duration left = deadline.remaining();
      if (left.isZero()) {
        return new Verdict.Later("no time was left", Duration.ZERO);
      }
      String payload;
      try {
        payload = service.payload(notification, form);
      } catch (RuntimeException e) {
        return new Verdict.Unfit("cannot be written (" + e.getClass().getSimpleName() + ")");
      }
      return sent(payload, left);
    }

    private Verdict sent(String payload, Duration left) {
      HttpCall call;
      try {
        call = service.call(payload, notification, this::reveal);
      } catch (SecretUnavailableException e) {
        return new Verdict.Later(e.getMessage(), Duration.ZERO);
      } catch (IllegalArgumentException e) {
        return new Verdict.Stale(e.getMessage());
      }
      try {
        Duration limit = left.compareTo(LONGEST_CALL) < 0 ? left : LONGEST_CALL;
        HttpReply reply = tools.http().get().send(call, limit);
        return service.verdict(reply);
      } catch (IOException e) {
        return new Verdict.Later(describe(e), Duration.ZERO);
      } catch (RuntimeException e) {
        return new Verdict.Later(
            "an internal error (" + e.getClass().getSimpleName() + ")", Duration.ZERO);
      }
    }

    private String reveal(SecretReference reference) {
      String text = tools.secrets().read(reference).reveal().strip();
      revealed.add(text);
      return text;
    }

    Delivery delivery(Verdict verdict) {
      if (verdict instanceof Verdict.Delivered delivered && delivered.reference().isEmpty()) {
        return new Delivery.Sent("", form);
      }
      Redaction redaction = new Redaction(revealed);
      return switch (verdict) {
        case Verdict.Delivered delivered ->
            new Delivery.Sent(redaction.of(delivered.reference()), form);
        case Verdict.Later later ->
            new Delivery.Retryable(redaction.of(later.reason()), later.after());
        case Verdict.Refused refused -> new Delivery.Rejected(redaction.of(refused.reason()));
        case Verdict.Stale stale -> new Delivery.Rejected(redaction.of(stale.reason()));
        case Verdict.Unfit unfit -> new Delivery.Rejected(redaction.of(unfit.reason()));
      };
    }
  }

  /** What went wrong, without the message of the exception: it may name the URL. */
  static String describe(IOException e) {
    return switch (e) {
      case DeadlineException late -> "no complete answer in time";
      case java.net.UnknownHostException unknown -> "the service's host name is not known";
      case java.net.SocketTimeoutException timeout -> "no answer in time";
      case java.net.ConnectException refused -> "the connection was refused";
      case javax.net.ssl.SSLException tls -> "the TLS connection failed";
      default -> "the connection broke (" + e.getClass().getSimpleName() + ")";
    };
  }
}
