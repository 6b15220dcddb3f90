package io.tagwatch.signed;

import io.tagwatch.common.Environment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Credentials from the local endpoint named by {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}, with the
 * token of {@code AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE} or {@code
 * AWS_CONTAINER_AUTHORIZATION_TOKEN}. Kept until five minutes before they end. Thread-safe.
 */
final class ContainerCredentials implements CredentialSource {
  private static final Duration EARLY = Duration.ofMinutes(5);
  private static final String NONE =
      "cannot be read without AWS credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

  private final Environment environment;
  private final Wire wire;
  private Credentials known;

  ContainerCredentials(Environment environment, Wire wire) {
    this.environment = environment;
    this.wire = wire;
  }

  @Override
  public synchronized Credentials find() {
    if (known == null || !fresh(known)) {
      known = fetch();
    }
    return known;
  }

  private boolean fresh(Credentials credentials) {
    Instant now = environment.clock().instant();
    return credentials.expires().map(end -> now.isBefore(end.minus(EARLY))).orElse(false);
  }

  private Credentials fetch() {
    URI uri =
        environment
            .value("AWS_CONTAINER_CREDENTIALS_FULL_URI")
            .map(ContainerCredentials::allowed)
            .orElseThrow(() -> new AwsRefusal(NONE));
    SdkHttpRequest.Builder request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(uri)
            .putHeader("Accept", "application/json");
    token().ifPresent(token -> request.putHeader("Authorization", token));
    try {
      Wire.Reply reply = wire.send(request.build(), Optional.empty());
      if (reply.status() != 200) {
        throw new AwsRefusal(
            "cannot be read: the credentials endpoint answered status " + reply.status());
      }
      return AwsAnswer.parse(reply.body()).flatMap(ContainerCredentials::credentials).orElseThrow();
    } catch (IOException | java.util.NoSuchElementException e) {
      throw new AwsRefusal("cannot be read: the credentials endpoint gave no credentials");
    }
  }

  /** The token may travel in clear text only to hosts that never leave the machine. */
  private static URI allowed(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (java.net.URISyntaxException e) {
      throw new AwsRefusal("cannot be read: AWS_CONTAINER_CREDENTIALS_FULL_URI is not a URL");
    }
    String host = uri.getHost() == null ? "" : uri.getHost();
    if ("https".equals(uri.getScheme())
        || io.tagwatch.common.OutgoingUrl.isLoopback(host)
        || host.equals("169.254.170.2")
        || host.equals("169.254.170.23")
        || host.equals("[fd00:ec2::23]")) {
      return uri;
    }
    throw new AwsRefusal(
        "cannot be read: AWS_CONTAINER_CREDENTIALS_FULL_URI must be https or on this machine");
  }

  private Optional<String> token() {
    Optional<String> file = environment.value("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE");
    if (file.isEmpty()) {
      return environment.value("AWS_CONTAINER_AUTHORIZATION_TOKEN");
    }
    try {
      return Optional.of(Files.readString(Path.of(file.get())).strip());
    } catch (IOException e) {
      throw new AwsRefusal(
          "cannot be read: the file of AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE is not readable");
    }
  }

  private static Optional<Credentials> credentials(AwsAnswer answer) {
    Optional<String> id = answer.text("AccessKeyId");
    Optional<String> key = answer.text("SecretAccessKey");
    return id.isEmpty() || key.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Credentials(
                id.get(),
                key.get(),
                answer.text("Token"),
                answer.text("Expiration").flatMap(ContainerCredentials::instant)));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
