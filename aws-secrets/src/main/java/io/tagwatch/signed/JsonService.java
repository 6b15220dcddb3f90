package io.tagwatch.signed;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.Node;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A service that speaks AWS JSON 1.0 (SQS, DynamoDB, CloudWatch), called with the function's own
 * credentials. Nothing of the SDK is loaded before the first call. One call is one request. It is
 * never repeated here; the JDK may repeat one whose kept connection broke. Thread-safe.
 */
public final class JsonService {
  /** A picture of CloudWatch in base64 is the longest answer that anybody asks for. */
  private static final int LONGEST_ANSWER = 1_048_576;

  private final Environment environment;
  private final String service;
  private final String prefix;
  private final Duration patience;
  private final Optional<URI> endpoint;
  private Line line;

  private record Line(Wire wire, CredentialSource credentials) {}

  /**
   * @param service the name in host names and signatures: {@code sqs}
   * @param prefix what stands before the operation in {@code X-Amz-Target}: {@code AmazonSQS}
   * @param variable the service in {@code AWS_ENDPOINT_URL_<SERVICE>}: {@code SQS}
   * @param patience for connecting, and again for each wait for the answer; all of it may take both
   * @throws io.tagwatch.common.config.ConfigException when an endpoint that is set is no URL
   */
  public JsonService(
      Environment environment, String service, String prefix, String variable, Duration patience) {
    this.environment = environment;
    this.service = service;
    this.prefix = prefix;
    this.patience = patience;
    this.endpoint = environment.endpoint(variable);
  }

  /**
   * Where the service is: the override, else the host in this region's partition.
   *
   * @throws JsonServiceException without a region
   */
  public URI uri() {
    URI uri =
        endpoint.orElseGet(
            () ->
                URI.create(
                    "https://" + service + "." + region() + "." + Partitions.dnsSuffix(region())));
    return uri.getPath() == null || uri.getPath().isEmpty() ? uri.resolve("/") : uri;
  }

  /**
   * Sends one call.
   *
   * @param body the request as JSON
   * @throws JsonServiceException when there is no good answer
   */
  public Node.Fields send(String operation, String body) {
    String what = service + " " + operation;
    try {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      Line open = line();
      Wire.Reply reply =
          open.wire().send(signed(operation, bytes, open.credentials()), Optional.of(bytes));
      Optional<AwsAnswer> answer = AwsAnswer.parse(reply.body());
      if (reply.status() == 200 && answer.isPresent()) {
        return answer.get().fields();
      }
      String code = answer.map(AwsAnswer::errorCode).orElse("");
      throw new JsonServiceException(
          what + " answered " + (code.isEmpty() ? "status " + reply.status() : code), code);
    } catch (IOException e) {
      throw new JsonServiceException(
          what + " got no answer (" + e.getClass().getSimpleName() + ")", "");
    } catch (AwsRefusal e) {
      throw new JsonServiceException(what + " needs AWS credentials", "");
    }
  }

  private SdkHttpRequest signed(String operation, byte[] body, CredentialSource credentials) {
    SdkHttpRequest request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(uri())
            .putHeader("Content-Type", "application/x-amz-json-1.0")
            .putHeader("X-Amz-Target", prefix + "." + operation)
            .build();
    return new Signature(service, region(), environment.clock())
        .sign(request, body, credentials.find());
  }

  private String region() {
    return environment
        .region()
        .orElseThrow(() -> new JsonServiceException(service + " needs AWS_REGION", ""));
  }

  private synchronized Line line() {
    if (line == null) {
      Wire wire = new Wire(patience, patience, LONGEST_ANSWER);
      line = new Line(wire, CredentialSource.of(environment, wire));
    }
    return line;
  }
}
