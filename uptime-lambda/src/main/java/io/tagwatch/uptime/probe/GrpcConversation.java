package io.tagwatch.uptime.probe;

import io.tagwatch.uptime.check.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicHeader;

/** Asks a server's health service once; what it says is the body. */
final class GrpcConversation implements Conversation {
  /** See the gRPC documentation, "Status codes and their use in gRPC". */
  private static final List<String> CODES =
      List.of(
          "OK",
          "CANCELLED",
          "UNKNOWN",
          "INVALID_ARGUMENT",
          "DEADLINE_EXCEEDED",
          "NOT_FOUND",
          "ALREADY_EXISTS",
          "PERMISSION_DENIED",
          "RESOURCE_EXHAUSTED",
          "FAILED_PRECONDITION",
          "ABORTED",
          "OUT_OF_RANGE",
          "UNIMPLEMENTED",
          "INTERNAL",
          "UNAVAILABLE",
          "DATA_LOSS",
          "UNAUTHENTICATED");

  private final Target.Grpc target;
  private final Dialer dialer;
  private final List<WebRequest.WebHeader> metadata;

  GrpcConversation(Target.Grpc target, Dialer dialer, List<WebRequest.WebHeader> metadata) {
    this.target = target;
    this.dialer = dialer;
    this.metadata = metadata;
  }

  @Override
  public Optional<Failure> hold(Attempt attempt)
      throws ProbeException, IOException, HttpException, InterruptedException {
    Origin where = Origin.of(target.url());
    try (Line line = dialer.open(attempt, target.host(), target.port(), where.secure())) {
      attempt.clock().enter(Phase.WAIT);
      attempt.note(() -> "asks for the health of " + spokenService());
      GrpcCall call = new GrpcCall(line, () -> attempt.clock().enter(Phase.BODY));
      GrpcCall.Answer answer =
          call.hold(headers(attempt, where), HealthMessage.request(target.service()));
      attempt.note(() -> "answers " + answer.headers());
      requireOk(answer.headers());
      String status = HealthMessage.status(answer.message());
      return ExpectationReport.judge(attempt, Sight.of(attempt, TextSoFar.whole(status)));
    }
  }

  private String spokenService() {
    return target.service().isEmpty() ? "the server" : "the service " + target.service();
  }

  private List<Header> headers(Attempt attempt, Origin where) {
    List<Header> headers = new ArrayList<>();
    headers.add(new BasicHeader(":method", "POST"));
    headers.add(new BasicHeader(":scheme", where.secure() ? "https" : "http"));
    headers.add(new BasicHeader(":path", "/grpc.health.v1.Health/Check"));
    headers.add(new BasicHeader(":authority", target.host() + ":" + target.port()));
    headers.add(new BasicHeader("te", "trailers"));
    headers.add(new BasicHeader("grpc-timeout", attempt.guard().remainingMillis() + "m"));
    headers.add(new BasicHeader("content-type", "application/grpc"));
    headers.add(new BasicHeader("user-agent", "Tagwatch"));
    for (WebRequest.WebHeader each : metadata) {
      headers.add(new BasicHeader(each.name().toLowerCase(Locale.ROOT), each.value()));
    }
    return headers;
  }

  private static void requireOk(Map<String, String> answer) throws ProbeException {
    String status = answer.getOrDefault(":status", "");
    if (!status.equals("200")) {
      throw new ProbeException(
          Reason.PROTOCOL, "status " + status + " and no gRPC answer; is this a gRPC server?");
    }
    String code = answer.getOrDefault("grpc-status", "");
    if (!code.matches("\\d{1,3}")) {
      throw new ProbeException(Reason.PROTOCOL, "the answer has no grpc-status");
    }
    int number = Integer.parseInt(code);
    if (number != 0) {
      String name = number < CODES.size() ? " " + CODES.get(number) : "";
      String message = decoded(answer.getOrDefault("grpc-message", ""));
      throw new ProbeException(
          Reason.EXPECTATION,
          "grpc status " + number + name + (message.isEmpty() ? "" : ": " + message));
    }
  }

  /** Percent-encoded, unless somebody forgot to. */
  private static String decoded(String message) {
    try {
      String text = java.net.URLDecoder.decode(message.replace("+", "%2B"), StandardCharsets.UTF_8);
      return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    } catch (IllegalArgumentException e) {
      return message;
    }
  }
}
