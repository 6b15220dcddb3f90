package io.tagwatch.signed;

import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signature Version 4, over the body too. Thread-safe.
 *
 * @param service the name in signatures: {@code ssm}
 */
public record Signature(String service, String region, InstantSource clock) {
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();

  /** The request with its signature; with its Content-Length too, unless it has no body. */
  public SdkHttpRequest sign(SdkHttpRequest request, byte[] body, Credentials with) {
    SignedRequest signed =
        SIGNER.sign(
            sign ->
                sign.identity(identity(with))
                    .request(request)
                    .payload(ContentStreamProvider.fromByteArray(body))
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(
                        HttpSigner.SIGNING_CLOCK, Clock.fixed(clock.instant(), ZoneOffset.UTC)));
    return body.length == 0
        ? signed.request()
        : signed.request().toBuilder()
            .putHeader("Content-Length", String.valueOf(body.length))
            .build();
  }

  private static AwsCredentialsIdentity identity(Credentials with) {
    return with.sessionToken().isPresent()
        ? AwsSessionCredentialsIdentity.create(
            with.accessKeyId(), with.secretAccessKey(), with.sessionToken().get())
        : AwsCredentialsIdentity.create(with.accessKeyId(), with.secretAccessKey());
  }
}
