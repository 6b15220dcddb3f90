package io.tagwatch.local.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
  private static final Map<String, String> FORM =
      Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8");
  private static final String SIGNED =
      "AWS4-HMAC-SHA256 Credential=AKID/20261121/eu-west-1/monitoring/aws4_request,"
          + " SignedHeaders=host, Signature=00";

  private final List<Call> calls = new ArrayList<>();
  private final List<RuntimeException> bugs = new ArrayList<>();
  private final Service service = new Recorder();
  private final Switchboard switchboard =
      new Switchboard(
          Map.of(AwsApi.CLOUDWATCH, service, AwsApi.EC2, service, AwsApi.SQS, service),
          "us-east-1",
          bugs::add);

  @Test
  void answersCborWithTimestampsThatCarryTheEpochTag() throws IOException {
    WireReply reply =
        cbor("/service/GraniteServiceVersion20100801/operation/Echo", Map.of("Text", "å", "N", 7));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("smithy-protocol", "rpc-v2-cbor");
    assertThat(CborTree.read(reply.body()))
        .containsEntry("At", Instant.parse("2026-11-21T08:00:00.123Z"))
        .containsEntry("Echo", Map.of("Text", "å", "N", 7));
  }

  @Test
  void answersJsonWithTimestampsInEpochSeconds() {
    WireReply reply = json("AmazonSQS.Echo", "{\"Text\": \"a\", \"Nothing\": null}");

    assertThat(new String(reply.body(), UTF_8))
        .isEqualTo("{\"At\":1795248000.123,\"Echo\":{\"Text\":\"a\"}}");
  }

  @Test
  void answersQueryWithMembersAndEc2WithItems() {
    WireReply query = form("Action=Echo&Version=2010-08-01&L.member.1=a&L.member.2=%26");
    WireReply ec2 = form("Action=Echo&Version=2016-11-15&L.1=a");

    assertThat(new String(query.body(), UTF_8))
        .contains("<EchoResult><At>2026-11-21T08:00:00.123Z</At>")
        .contains("<L><member>a</member><member>&amp;</member></L>")
        .contains("<ResponseMetadata><RequestId>");
    assertThat(new String(ec2.body(), UTF_8))
        .contains("<EchoResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><requestId>")
        .contains("<L><item>a</item></L>");
  }

  @Test
  void takesTheRegionFromTheSignatureScope() {
    switchboard.serve(
        request(
            "POST", "/", Map.of("x-amz-target", "AmazonSQS.Echo", "authorization", SIGNED), ""));
    json("AmazonSQS.Echo", "{}");

    assertThat(calls).extracting(Call::region).containsExactly("eu-west-1", "us-east-1");
  }

  @Test
  void writesARefusalInTheShapeOfEachProtocol() throws IOException {
    WireReply cbor = cbor("/service/GraniteServiceVersion20100801/operation/Refuse", Map.of());
    WireReply json = json("GraniteServiceVersion20100801.Refuse", "{}");
    WireReply query = form("Action=Refuse&Version=2010-08-01");
    WireReply ec2 = form("Action=Refuse&Version=2016-11-15");

    assertThat(CborTree.read(cbor.body()))
        .isEqualTo(
            Map.of("__type", "com.amazonaws.cloudwatch#LimitExceededFault", "message", "too many"));
    assertThat(cbor.headers()).containsEntry("x-amzn-query-error", "LimitExceeded;Sender");
    assertThat(JsonTree.read(json.body()))
        .containsEntry("__type", "com.amazonaws.cloudwatch#LimitExceededFault");
    assertThat(new String(query.body(), UTF_8))
        .contains("<ErrorResponse xmlns=\"http://monitoring.amazonaws.com/doc/2010-08-01/\">")
        .contains(
            "<Error><Type>Sender</Type><Code>LimitExceeded</Code><Message>too many</Message>");
    assertThat(new String(ec2.body(), UTF_8))
        .contains("<Response><Errors><Error><Code>LimitExceeded</Code>")
        .contains("</Errors><RequestID>");
  }

  @Test
  void refusesWhatNoServiceModels() throws IOException {
    WireReply cbor =
        cbor("/service/GraniteServiceVersion20100801/operation/PutDashboard", Map.of());
    WireReply query = form("Action=PutDashboard&Version=2010-08-01");
    WireReply version = form("Action=Echo&Version=1999-01-01");

    assertThat(cbor.status()).isEqualTo(404);
    assertThat(CborTree.read(cbor.body()).get("__type").toString())
        .endsWith("#UnknownOperationException");
    assertThat(new String(query.body(), UTF_8)).contains("<Code>InvalidAction</Code>");
    assertThat(new String(version.body(), UTF_8)).contains("<Code>NoSuchVersion</Code>");
  }

  @Test
  void answersABugAsTheServicesOwnFailure() throws IOException {
    WireReply reply = json("AmazonSQS.Fail", "{}");

    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.headers()).containsEntry("x-amzn-query-error", "InternalFailure;Receiver");
    assertThat(bugs).hasSize(1);
  }

  @Test
  void refusesBodiesThatCannotBeParsed() {
    assertThat(json("AmazonSQS.Echo", "{\"a\":").status()).isEqualTo(400);
    assertThat(json("AmazonSQS.Echo", "[]").status()).isEqualTo(400);
  }

  @Test
  void leavesOtherRequestsAlone() {
    assertThat(switchboard.serve(request("GET", "/", Map.of(), ""))).isEmpty();
    assertThat(switchboard.serve(request("GET", "/favicon.ico", Map.of(), ""))).isEmpty();
  }

  private WireReply cbor(String path, Map<String, Object> members) {
    return switchboard
        .serve(
            new WireRequest(
                "POST",
                path,
                "",
                Map.of("smithy-protocol", "rpc-v2-cbor"),
                CborTree.write(members),
                1))
        .orElseThrow();
  }

  private WireReply json(String target, String body) {
    return switchboard
        .serve(request("POST", "/", Map.of("x-amz-target", target), body))
        .orElseThrow();
  }

  private WireReply form(String body) {
    return switchboard.serve(request("POST", "/", FORM, body)).orElseThrow();
  }

  private static WireRequest request(
      String method, String path, Map<String, String> headers, String body) {
    byte[] bytes = body.getBytes(UTF_8);
    return new WireRequest(method, path, "", headers, bytes, bytes.length);
  }

  /** Echoes, refuses or fails. */
  private final class Recorder implements Service {
    @Override
    public Set<String> operations() {
      return Set.of("Echo", "Refuse", "Fail");
    }

    @Override
    public Map<String, Object> call(Call call) {
      calls.add(call);
      Map<String, Object> output = new java.util.LinkedHashMap<>();
      output.put("At", Instant.parse("2026-11-21T08:00:00.123Z"));
      output.put("Echo", call.params().tree());
      return switch (call.operation()) {
        case "Echo" -> output;
        case "Refuse" -> throw AwsFault.badRequest("LimitExceeded", "too many");
        default -> throw new IllegalStateException("a bug");
      };
    }
  }
}
