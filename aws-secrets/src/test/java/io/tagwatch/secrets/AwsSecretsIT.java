package io.tagwatch.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tagwatch.common.Environment;
import io.tagwatch.common.secret.Secret;
import io.tagwatch.common.secret.SecretReference;
import io.tagwatch.common.secret.SecretUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsSecretsIT {
  private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;
  private String answer = "{}";

  private record Seen(String path, Map<String, String> headers, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void readsADecryptedParameterWithASignedCall() {
    answer = "{\"Parameter\":{\"Name\":\"/tagwatch/slack\",\"Value\":\"https://hooks/x\"}}";

    Secret secret = secrets(keys()).read(reference("ssm:/tagwatch/slack"));

    assertThat(secret.reveal()).isEqualTo("https://hooks/x");
    assertThat(seen).hasSize(1);
    assertThat(seen.getFirst().body())
        .isEqualTo("{\"Name\":\"/tagwatch/slack\",\"WithDecryption\":true}");
    assertThat(seen.getFirst().headers())
        .containsEntry("x-amz-target", "AmazonSSM.GetParameter")
        .containsEntry("content-type", "application/x-amz-json-1.1")
        .containsEntry("x-amz-security-token", "TOKEN");
    assertThat(seen.getFirst().headers().get("authorization"))
        .startsWith(
            "AWS4-HMAC-SHA256 Credential=AKID/20261121/eu-west-1/ssm/aws4_request, SignedHeaders=")
        .doesNotContain("KEY");
  }

  @Test
  void readsOneKeyOfAJsonSecretInTheRegionOfItsArn() {
    answer = "{\"SecretString\":\"{\\\"url\\\":\\\"https://hooks/y\\\"}\"}";

    Secret secret =
        secrets(keys())
            .read(reference("secretsmanager:arn:aws:secretsmanager:us-east-1:1:secret:chat#url"));

    assertThat(secret.reveal()).isEqualTo("https://hooks/y");
    assertThat(seen.getFirst().headers())
        .containsEntry("x-amz-target", "secretsmanager.GetSecretValue");
    assertThat(seen.getFirst().headers().get("authorization"))
        .contains("/us-east-1/secretsmanager/aws4_request");
  }

  @Test
  void takesASecretWholeWithoutAKey() {
    answer = "{\"SecretString\":\"plain\"}";

    assertThat(secrets(keys()).read(reference("secretsmanager:chat")).reveal()).isEqualTo("plain");
  }

  @Test
  void usesTheContainerEndpointOnceUntilItsCredentialsEnd() {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", url() + "/credentials");
    variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "pass");
    answer = "{\"Parameter\":{\"Value\":\"v\"}}";
    AwsSecrets secrets = secrets(variables);

    secrets.read(reference("ssm:/a"));
    secrets.read(reference("ssm:/b"));

    assertThat(seen).extracting(Seen::path).containsExactly("/credentials", "/", "/");
    assertThat(seen.get(0).headers()).containsEntry("authorization", "pass");
    assertThat(seen.get(1).headers().get("authorization")).contains("Credential=CONTAINER/");
    assertThat(seen.get(1).headers()).containsEntry("x-amz-security-token", "SESSION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {'__type':'ParameterNotFound'} | does not exist in eu-west-1: SSM answered ParameterNotFound",
        "400 | {'__type':'com.amazon.coral.service#AccessDeniedException','Message':'hush'} |"
            + " the function's role needs ssm:GetParameter",
        "500 | oops | SSM answered status 500",
        "200 | not json | did not answer with JSON",
        "200 | {'Parameter':{}} | has no value",
      })
  void explainsARefusalWithoutRepeatingWhatWasSaid(int code, String body, String expected) {
    status = code;
    answer = body.replace('\'', '"');

    assertThatThrownBy(() -> secrets(keys()).read(reference("ssm:/tagwatch/slack")))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessageStartingWith("ssm:/tagwatch/slack ")
        .hasMessageContaining(expected)
        .hasMessageNotContainingAny("hush", "oops", "KEY", "TOKEN");
  }

  @Test
  void saysWhichCredentialsToSetWhenThereAreNone() {
    assertThatThrownBy(() -> secrets(Map.of()).read(reference("ssm:/a")))
        .hasMessage(
            "ssm:/a cannot be read without AWS credentials; set AWS_ACCESS_KEY_ID and"
                + " AWS_SECRET_ACCESS_KEY");
  }

  @Test
  void sendsTheContainerTokenToNoOtherHostInClearText() {
    Map<String, String> variables =
        Map.of("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://198.51.100.7/credentials");

    assertThatThrownBy(() -> secrets(variables).read(reference("ssm:/a")))
        .hasMessageContaining("must be https or on this machine");
  }

  @Test
  void saysThatNobodyAnswered() {
    server.stop(0);

    assertThatThrownBy(() -> secrets(keys()).read(reference("ssm:/a")))
        .hasMessageStartingWith("ssm:/a cannot be read: no answer from 127.0.0.1");
  }

  private AwsSecrets secrets(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(variables);
    all.put("AWS_REGION", "eu-west-1");
    all.put("AWS_ENDPOINT_URL", url());
    return new AwsSecrets(new Environment(all, () -> NOW));
  }

  private static Map<String, String> keys() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", "AKID",
        "AWS_SECRET_ACCESS_KEY", "KEY",
        "AWS_SESSION_TOKEN", "TOKEN");
  }

  private static SecretReference reference(String text) {
    return SecretReference.parse(text).orElseThrow();
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(lower(name), values.get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String path = exchange.getRequestURI().getPath();
    seen.add(new Seen(path, headers, body));
    boolean credentials = path.equals("/credentials");
    byte[] text = (credentials ? CREDENTIALS : answer).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(credentials ? 200 : status, text.length);
    exchange.getResponseBody().write(text);
    exchange.close();
  }

  private static final String CREDENTIALS =
      "{\"AccessKeyId\":\"CONTAINER\",\"SecretAccessKey\":\"K\",\"Token\":\"SESSION\","
          + "\"Expiration\":\"2026-11-21T14:00:00Z\"}";

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }
}
