package io.tagwatch.notify.aws;

import io.tagwatch.common.Environment;
import io.tagwatch.notify.enrich.ServerCards;
import io.tagwatch.signed.AwsRefusal;
import io.tagwatch.signed.CredentialSource;
import io.tagwatch.signed.Partitions;
import io.tagwatch.signed.Signature;
import io.tagwatch.signed.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * {@code DescribeInstances} as one signed form, without the SDK's EC2 client; one try. Servers are
 * asked for by filter: an identifier that is gone is no error then.
 */
public final class Ec2ServerCards implements ServerCards {
  /** EC2 API reference, "DescribeInstances": values of one filter. */
  private static final int MOST_IDS = 200;

  /** An answer that comes too late for one message serves the next. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int LONGEST_ANSWER = 1_048_576;

  private final Environment environment;
  private final String region;
  private final Optional<URI> endpoint;

  /** Made at the first use: most functions never need it. */
  private Wire wire;

  private CredentialSource credentials;

  public Ec2ServerCards(Environment environment, String region) {
    this.environment = environment;
    this.region = region;
    this.endpoint = environment.endpoint("EC2");
  }

  @Override
  public Map<String, Card> of(Collection<String> instanceIds) {
    byte[] form = form(instanceIds).getBytes(StandardCharsets.US_ASCII);
    try {
      Wire.Reply reply = open().send(signed(form), Optional.of(form));
      if (reply.status() != 200) {
        throw new CardsUnavailableException(
            "ec2 DescribeInstances answered status " + reply.status());
      }
      return Ec2Answer.cards(reply.body());
    } catch (IOException e) {
      throw new CardsUnavailableException(
          "ec2 DescribeInstances got no answer (" + e.getClass().getSimpleName() + ")");
    } catch (AwsRefusal e) {
      throw new CardsUnavailableException("ec2 DescribeInstances needs AWS credentials");
    }
  }

  private synchronized Wire open() {
    if (wire == null) {
      wire = new Wire(PATIENCE, PATIENCE, LONGEST_ANSWER);
      credentials = CredentialSource.of(environment, wire);
    }
    return wire;
  }

  private SdkHttpRequest signed(byte[] form) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(uri())
            .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .build();
    return new Signature("ec2", region, environment.clock())
        .sign(request, form, credentials.find());
  }

  private URI uri() {
    URI uri =
        endpoint.orElseGet(
            () -> URI.create("https://ec2." + region + "." + Partitions.dnsSuffix(region)));
    return uri.getPath() == null || uri.getPath().isEmpty() ? uri.resolve("/") : uri;
  }

  private static String form(Collection<String> instanceIds) {
    StringBuilder form =
        new StringBuilder("Action=DescribeInstances&Version=2016-11-15&Filter.1.Name=instance-id");
    int n = 0;
    for (String id : instanceIds) {
      if (++n <= MOST_IDS) {
        form.append("&Filter.1.Value.").append(n).append('=');
        form.append(URLEncoder.encode(id, StandardCharsets.UTF_8));
      }
    }
    return form.toString();
  }
}
