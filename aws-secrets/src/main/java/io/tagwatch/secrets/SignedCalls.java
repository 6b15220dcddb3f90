package io.tagwatch.secrets;

import io.tagwatch.common.Environment;
import io.tagwatch.signed.AwsAnswer;
import io.tagwatch.signed.AwsRefusal;
import io.tagwatch.signed.CredentialSource;
import io.tagwatch.signed.Credentials;
import io.tagwatch.signed.Signature;
import io.tagwatch.signed.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Calls in AWS JSON 1.1, signed with Signature Version 4. Thread-safe. */
final class SignedCalls implements AwsCalls {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /**
   * A secret has at most 64 KiB (Secrets Manager quotas); escaped JSON may be six times as long.
   */
  private static final int LONGEST_ANSWER = 512 * 1_024;

  private final Environment environment;
  private final Wire wire = new Wire(CONNECT, ANSWER, LONGEST_ANSWER);
  private final CredentialSource credentials;

  SignedCalls(Environment environment) {
    this.environment = environment;
    this.credentials = CredentialSource.of(environment, wire);
  }

  @Override
  public AwsAnswer send(AwsCall call) {
    byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
    SdkHttpRequest request = signed(call, body, credentials.find());
    Wire.Reply reply;
    try {
      reply = wire.send(request, Optional.of(body));
    } catch (IOException e) {
      throw new AwsRefusal(
          "cannot be read: no answer from " + call.uri().getHost() + " (" + kind(e) + ")");
    }
    Optional<AwsAnswer> answer = AwsAnswer.parse(reply.body());
    if (reply.status() != 200) {
      throw Refusals.of(call, reply.status(), code(reply, answer));
    }
    return answer.orElseThrow(
        () -> new AwsRefusal("cannot be read: " + call.title() + " did not answer with JSON"));
  }

  private static String code(Wire.Reply reply, Optional<AwsAnswer> answer) {
    String code = answer.map(AwsAnswer::errorCode).orElse("");
    return code.isEmpty()
        ? reply.header("x-amzn-ErrorType").map(type -> type.split(":", 2)[0]).orElse("")
        : code;
  }

  private static String kind(IOException e) {
    return e.getClass().getSimpleName();
  }

  private SdkHttpRequest signed(AwsCall call, byte[] body, Credentials with) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(root(call.uri()))
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", call.target())
            .build();
    return new Signature(call.service(), call.region(), environment.clock())
        .sign(request, body, with);
  }

  private static URI root(URI uri) {
    return uri.getPath() == null || uri.getPath().isEmpty() ? uri.resolve("/") : uri;
  }
}
