package io.tagwatch.cli.operations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An embedded cloud behind a door that writes down every operation that passes, as IAM calls it.
 * The services of secrets, which the cloud does not have, answer at the door.
 */
final class RecordedCloud implements AutoCloseable {
  private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/[^/]+/([^/]+)/");
  private static final Pattern RPC = Pattern.compile("/service/[^/]+/operation/(\\w+)");
  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");

  /** Where the name in signatures is not the one in permissions. */
  private static final Map<String, String> PERMISSION_NAMES = Map.of("monitoring", "cloudwatch");

  /** Operations on several things at once are allowed by the permission for one. */
  private static final String BATCH = "Batch";

  private static final Set<String> OF_REQUESTS = Set.of("host", "content-length", "connection");

  /** The key that a taken role gives; whoever signs with it means the other account. */
  private static final String OTHER_KEY = "ASIAOTHERACCOUNT";

  private final EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults());
  private final EmbeddedCloud other =
      EmbeddedCloud.start(CloudOptions.defaults().withRegion("us-east-1"));
  private final AtomicInteger assumed = new AtomicInteger();
  private volatile boolean refusing;
  private final HttpClient client = HttpClient.newHttpClient();
  private final SortedSet<String> operations = new ConcurrentSkipListSet<>();
  private final String secret;
  private final HttpServer door;

  /**
   * @param secret what every parameter and every secret holds
   */
  RecordedCloud(String secret) throws IOException {
    this.secret = secret;
    door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    door.createContext("/", this::pass);
    door.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getAddress().getPort());
  }

  /** The cloud itself, for what is not to be written down. */
  EmbeddedCloud behind() {
    return cloud;
  }

  /** Another account, which a role opens. */
  EmbeddedCloud elsewhere() {
    return other;
  }

  /** How often a role was taken. */
  int assumed() {
    return assumed.get();
  }

  /** From now on nobody may take a role. */
  void refuseRoles() {
    refusing = true;
  }

  /** What was sent since the last question, such as {@code cloudwatch:PutMetricData}. */
  SortedSet<String> taken() {
    SortedSet<String> taken = new ConcurrentSkipListSet<>(operations);
    operations.clear();
    return taken;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String service = service(exchange);
      operations.add(service + ":" + operation(exchange, body));
      switch (service) {
        case "ssm" -> answer(exchange, "{\"Parameter\":{\"Value\":\"" + secret + "\"}}");
        case "secretsmanager" -> answer(exchange, "{\"SecretString\":\"" + secret + "\"}");
        case "sts" -> role(exchange);
        default -> forward(exchange, body);
      }
    }
  }

  private void role(HttpExchange exchange) throws IOException {
    if (refusing) {
      answer(
          exchange,
          403,
          "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error>"
              + "</ErrorResponse>");
      return;
    }
    assumed.incrementAndGet();
    answer(
        exchange,
        200,
        "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>"
            + OTHER_KEY
            + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
            + "</Credentials></AssumeRoleResult></AssumeRoleResponse>");
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    answer(exchange, 200, json);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target(exchange).url().resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_REQUESTS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      response
          .headers()
          .firstValue("content-type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      response
          .headers()
          .firstValue("smithy-protocol")
          .ifPresent(protocol -> exchange.getResponseHeaders().set("smithy-protocol", protocol));
      exchange.sendResponseHeaders(
          response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
      exchange.getResponseBody().write(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private EmbeddedCloud target(HttpExchange exchange) {
    String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    return signed.contains("Credential=" + OTHER_KEY + "/") ? other : cloud;
  }

  private static String service(HttpExchange exchange) {
    String signed = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    Matcher scope = SCOPE.matcher(signed);
    String name = scope.find() ? scope.group(1) : "unsigned";
    return PERMISSION_NAMES.getOrDefault(name, name);
  }

  private static String operation(HttpExchange exchange, byte[] body) {
    if (service(exchange).equals("s3")) {
      return exchange.getRequestMethod().equals("PUT") ? "PutObject" : "GetObject";
    }
    Matcher rpc = RPC.matcher(exchange.getRequestURI().getPath());
    if (rpc.find()) {
      return rpc.group(1);
    }
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      String name = target.substring(target.lastIndexOf('.') + 1);
      return name.endsWith(BATCH) ? name.substring(0, name.length() - BATCH.length()) : name;
    }
    Matcher action = ACTION.matcher(new String(body, StandardCharsets.ISO_8859_1));
    return action.find() ? action.group(1) : "unknown";
  }

  @Override
  public void close() {
    door.stop(0);
    cloud.close();
    other.close();
    client.close();
  }
}
