package io.tagwatch.uptime.probe;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** From what the libraries throw to why a probe failed. Pure. */
final class Faults {
  private Faults() {}

  static Failure of(Exception fault, Attempt attempt) {
    Phase phase = attempt.clock().current();
    if (fault instanceof ProbeException known && known.reason() != Reason.TIMEOUT) {
      return new Failure(known.reason(), phase, known.getMessage());
    }
    if (attempt.guard().expired() || fault instanceof SocketTimeoutException) {
      return timeout(phase, attempt);
    }
    if (phase == Phase.DNS && fault instanceof IOException) {
      return new Failure(Reason.DNS, phase, "the name server cannot be asked: " + message(fault));
    }
    return new Failure(reason(fault, phase), phase, sentence(fault, phase));
  }

  /** What the time limit means in each phase. */
  static Failure timeout(Phase phase, Attempt attempt) {
    String limit = "timeout after " + Times.spoken(attempt.guard().limit());
    return switch (phase) {
      case DNS -> new Failure(Reason.DNS, phase, limit + " looking up the name");
      case CONNECT -> new Failure(Reason.CONNECT_TIMEOUT, phase, limit + " connecting");
      case TLS -> new Failure(Reason.TIMEOUT, phase, limit + " in the TLS handshake");
      case WAIT -> new Failure(Reason.TIMEOUT, phase, limit + " waiting for the answer");
      case BODY -> new Failure(Reason.TIMEOUT, phase, limit + " reading the body");
    };
  }

  private static Reason reason(Exception fault, Phase phase) {
    return switch (fault) {
      case ConnectException e when message(e).contains("timed out") -> Reason.CONNECT_TIMEOUT;
      case ConnectException e -> Reason.CONNECT_REFUSED;
      case NoRouteToHostException e -> Reason.CONNECT_REFUSED;
      case SSLException e when isConnectionEnd(e) && phase != Phase.TLS -> Reason.RESET;
      case SSLException e when e.getCause() instanceof SocketException -> Reason.RESET;
      case SSLException e -> Reason.TLS_HANDSHAKE;
      case SocketException e when phase == Phase.CONNECT -> Reason.CONNECT_REFUSED;
      case SocketException e -> Reason.RESET;
      case NoHttpResponseException e -> Reason.RESET;
      case ConnectionClosedException e -> Reason.RESET;
      case TruncatedChunkException e -> Reason.RESET;
      case EOFException e -> Reason.RESET;
      default -> Reason.PROTOCOL;
    };
  }

  private static boolean isConnectionEnd(SSLException e) {
    return e.getCause() instanceof SocketException || e.getCause() instanceof EOFException;
  }

  private static String sentence(Exception fault, Phase phase) {
    return switch (reason(fault, phase)) {
      case CONNECT_REFUSED ->
          fault instanceof NoRouteToHostException || !message(fault).contains("refused")
              ? message(fault)
              : "connection refused";
      case CONNECT_TIMEOUT -> "the network gave up connecting";
      case RESET -> reset(fault);
      case TLS_HANDSHAKE -> "TLS handshake failed: " + message(fault);
      default -> "answer is not HTTP: " + message(fault);
    };
  }

  private static String reset(Exception fault) {
    return fault instanceof IOException
            && (fault instanceof SocketException || fault.getCause() instanceof SocketException)
        ? "connection reset"
        : fault instanceof NoHttpResponseException
            ? "connection closed without an answer"
            : "connection closed before the answer was complete";
  }

  private static String message(Exception fault) {
    String message =
        fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
    return message.isEmpty()
        ? "no detail"
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
