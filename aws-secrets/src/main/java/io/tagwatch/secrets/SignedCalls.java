package io.tagwatch.secrets;

import io.tagwatch.common.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Calls in AWS JSON 1.1, signed with Signature Version 4. Thread-safe. */
final class SignedCalls implements AwsCalls {
  private final Environment environment;
  private final Wire wire = new Wire();
  private final CredentialSource credentials;
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

  SignedCalls(Environment environment) {
    this.environment = environment;
    this.credentials = CredentialSource.of(environment, wire);
  }

  @Override
  public AwsAnswer send(AwsCall call) {
    SdkHttpRequest request = signed(call, credentials.find());
    Wire.Reply reply;
    try {
      reply = wire.send(request, Optional.of(call.body()));
    } catch (IOException e) {
      throw new AwsRefusal(
          "cannot be read: no answer from " + call.uri().getHost() + " (" + kind(e) + ")");
    }
    Optional<AwsAnswer> answer = AwsAnswer.parse(reply.body());
    if (reply.status() != 200) {
      throw AwsRefusal.of(call, reply.status(), code(reply, answer));
    }
    return answer.orElseThrow(
        () -> new AwsRefusal("cannot be read: " + call.title() + " did not answer with JSON"));
  }

  private static String code(Wire.Reply reply, Optional<AwsAnswer> answer) {
    String code = answer.map(AwsAnswer::errorCode).orElse("");
    return code.isEmpty() ? reply.errorType().map(type -> type.split(":", 2)[0]).orElse("") : code;
  }

  private static String kind(IOException e) {
    return e.getClass().getSimpleName();
  }

  private SdkHttpRequest signed(AwsCall call, Credentials with) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(root(call.uri()))
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", call.target())
            .build();
    byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
    SignedRequest signed =
        signer.sign(
            sign ->
                sign.identity(identity(with))
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, call.service())
                    .putProperty(AwsV4HttpSigner.REGION_NAME, call.region())
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock()));
    return signed.request().toBuilder()
        .putHeader("Content-Length", String.valueOf(body.length))
        .build();
  }

  private Clock clock() {
    return Clock.fixed(environment.clock().instant(), ZoneOffset.UTC);
  }

  private static URI root(URI uri) {
    return uri.getPath() == null || uri.getPath().isEmpty() ? uri.resolve("/") : uri;
  }

  private static AwsCredentialsIdentity identity(Credentials with) {
    return with.sessionToken().isPresent()
        ? AwsSessionCredentialsIdentity.create(
            with.accessKeyId(), with.secretAccessKey(), with.sessionToken().get())
        : AwsCredentialsIdentity.create(with.accessKeyId(), with.secretAccessKey());
  }
}
