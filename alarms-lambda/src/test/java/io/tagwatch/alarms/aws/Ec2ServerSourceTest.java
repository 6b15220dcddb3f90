package io.tagwatch.alarms.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import io.tagwatch.alarms.sync.Ticks;
import io.tagwatch.common.Environment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;

class Ec2ServerSourceTest {
  private final Replies replies = new Replies();
  private final List<Duration> pauses = new ArrayList<>();

  @Test
  void readsEveryPageAndOnlyTheInstancesOwnFields() {
    replies.add(200, resource("page-1.xml")).add(200, resource("page-2.xml"));

    Listing<Server> listing = source("eu-west-1").all();

    assertThat(listing)
        .isEqualTo(
            new Listing.Complete<>(
                List.of(
                    new Server(
                        "i-0aaa",
                        ServerState.RUNNING,
                        "t3.large",
                        "windows",
                        true,
                        "ip-10-0-0-1.eu-west-1.compute.internal",
                        "10.0.0.1",
                        "",
                        "",
                        "eu-west-1b",
                        Map.of("Name", "web & <1>", "tagwatch:cpu", "80/95", "empty", "")),
                    new Server(
                        "i-0bbb",
                        ServerState.SHUTTING_DOWN,
                        "m7g.xlarge",
                        "linux",
                        false,
                        "",
                        "",
                        Map.of()),
                    new Server(
                        "i-0ccc",
                        ServerState.STOPPED,
                        "t3.nano",
                        "linux",
                        false,
                        "",
                        "",
                        Map.of()))));
    assertThat(replies.bodies.get(0))
        .isEqualTo("Action=DescribeInstances&MaxResults=1000&Version=2016-11-15");
    assertThat(replies.bodies.get(1)).contains("NextToken=abc%2B%2F%3D");
    assertThat(replies.requests.getFirst().httpRequest().host())
        .isEqualTo("ec2.eu-west-1.amazonaws.com");
    assertThat(replies.requests.getFirst().httpRequest().firstMatchingHeader("Authorization"))
        .hasValueSatisfying(value -> assertThat(value).contains("/eu-west-1/ec2/aws4_request"));
  }

  @Test
  void asksForSomeServersByFilter() {
    replies.add(200, resource("page-2.xml"));

    source("cn-north-1").only(Set.of("i-2", "i-1"));

    assertThat(replies.bodies.getFirst())
        .contains("Filter.1.Name=instance-id&Filter.1.Value.1=i-1&Filter.1.Value.2=i-2");
    assertThat(replies.requests.getFirst().httpRequest().host())
        .isEqualTo("ec2.cn-north-1.amazonaws.com.cn");
  }

  @Test
  void triesAgainWhenThrottledAndAfterServerErrors() {
    replies
        .add(503, error("RequestLimitExceeded", "slow down"))
        .add(500, "<html>")
        .add(200, resource("page-2.xml"));

    assertThat(source("eu-west-1").all()).isInstanceOf(Listing.Complete.class);
    assertThat(pauses).hasSize(2);
    assertThat(pauses.get(1)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
  }

  @Test
  void namesThePermissionThatIsMissing() {
    replies.add(403, error("UnauthorizedOperation", "You are not authorized"));

    assertThat(failure()).contains("ec2:DescribeInstances");
    assertThat(replies.bodies).hasSize(1);
  }

  @Test
  void isIncompleteWhenALaterPageFails() {
    replies.add(200, resource("page-1.xml"));
    for (int i = 0; i < 6; i++) {
      replies.add(503, "");
    }

    Listing<Server> listing = source("eu-west-1").all();

    assertThat(listing).isInstanceOf(Listing.Incomplete.class);
    assertThat(listing.items()).hasSize(2);
  }

  @Test
  void doesNotTrustAnAnswerThatIsCutOrIsSomethingElse() {
    replies.add(200, resource("page-1.xml").substring(0, 700));
    assertThat(failure()).contains("cannot be read");

    replies.add(200, "<html></html>");
    assertThat(failure()).contains("cannot be read");
  }

  @Test
  void resolvesNoEntityOfADocumentType() {
    replies.add(
        200,
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            + "<DescribeInstancesResponse><nextToken>&e;</nextToken></DescribeInstancesResponse>");

    assertThat(source("eu-west-1").all()).isInstanceOf(Listing.Incomplete.class);
  }

  private String failure() {
    return ((Listing.Incomplete<Server>) source("eu-west-1").all()).failure().message();
  }

  private Ec2ServerSource source(String region) {
    Ticks ticks =
        new Ticks() {
          @Override
          public long nanos() {
            return 0;
          }

          @Override
          public void pause(Duration duration) {
            pauses.add(duration);
          }
        };
    return new Ec2ServerSource(
        new SignedQuery(
            SignedQuery.Service.EC2,
            new Environment(Map.of(), InstantSource.system()),
            Region.of(region),
            StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")),
            replies,
            ticks));
  }

  private static String error(String code, String message) {
    return "<Response><Errors><Error><Code>"
        + code
        + "</Code><Message>"
        + message
        + "</Message></Error></Errors></Response>";
  }

  private static String resource(String name) {
    try (InputStream in = Ec2ServerSourceTest.class.getResourceAsStream("/ec2/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A transport that gives the replies it was told, and keeps what it was asked. */
  private static final class Replies implements SdkHttpClient {
    private final Deque<HttpExecuteResponse> next = new ArrayDeque<>();
    private final List<HttpExecuteRequest> requests = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();

    Replies add(int status, String body) {
      next.add(
          HttpExecuteResponse.builder()
              .response(SdkHttpResponse.builder().statusCode(status).build())
              .responseBody(
                  AbortableInputStream.create(
                      new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
              .build());
      return this;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
      return new ExecutableHttpRequest() {
        @Override
        public HttpExecuteResponse call() throws IOException {
          requests.add(request);
          bodies.add(
              new String(
                  request.contentStreamProvider().orElseThrow().newStream().readAllBytes(),
                  StandardCharsets.UTF_8));
          return next.remove();
        }

        @Override
        public void abort() {}
      };
    }

    @Override
    public void close() {}
  }
}
