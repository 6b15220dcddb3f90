package io.tagwatch.local.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes come, the answer is the protocol's own, and never our failure. */
class WireLawsTest {
  private final List<RuntimeException> bugs = new ArrayList<>();
  private final Switchboard switchboard =
      new Switchboard(
          Map.of(AwsApi.CLOUDWATCH, new Echo(), AwsApi.EC2, new Echo()), "us-east-1", bugs::add);

  @Property(tries = 500)
  void answersCbor(@ForAll byte[] body) {
    assertAnswered(
        "/service/GraniteServiceVersion20100801/operation/Echo",
        Map.of("smithy-protocol", "rpc-v2-cbor"),
        body);
  }

  @Property(tries = 300)
  void answersJson(@ForAll("jsonLike") String body) {
    assertAnswered(
        "/", Map.of("x-amz-target", "GraniteServiceVersion20100801.Echo"), body.getBytes(UTF_8));
  }

  @Property(tries = 500)
  void answersQuery(@ForAll("formLike") String body) {
    for (String version : new String[] {"2010-08-01", "2016-11-15", "x"}) {
      assertAnswered(
          "/",
          Map.of("content-type", "application/x-www-form-urlencoded"),
          ("Action=Echo&Version=" + version + "&" + body).getBytes(UTF_8));
    }
  }

  @Property(tries = 200)
  void readsWhatItWrites(@ForAll("trees") Map<String, Object> tree) throws Exception {
    assertThat(CborTree.read(CborTree.write(tree))).isEqualTo(tree);
    assertThat(JsonTree.read(JsonTree.write(tree))).isEqualTo(tree);
  }

  private void assertAnswered(String path, Map<String, String> headers, byte[] body) {
    WireReply reply =
        switchboard
            .serve(new WireRequest("POST", path, "", headers, body, body.length))
            .orElseThrow();

    assertThat(bugs).isEmpty();
    assertThat(reply.status()).isIn(200, 400, 404);
  }

  @Provide
  Arbitrary<String> jsonLike() {
    return Arbitraries.strings().withChars("{}[]\":,0123456789eE.-+ntruefalsu\\ ").ofMaxLength(60);
  }

  @Provide
  Arbitrary<String> formLike() {
    Arbitrary<String> word =
        Arbitraries.oneOf(
            Arbitraries.of(
                "member",
                "entry",
                "1",
                "2",
                "999999999",
                "key",
                "value",
                "Name",
                "%41",
                "%zz",
                ".",
                "=",
                "&",
                "+",
                "",
                "a.".repeat(60)),
            Arbitraries.strings().ofMaxLength(3));
    return word.list().ofMaxSize(12).map(words -> String.join("", words));
  }

  @Provide
  Arbitrary<Map<String, Object>> trees() {
    Arbitrary<Object> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(8).map(Object.class::cast),
            Arbitraries.integers().map(Object.class::cast),
            Arbitraries.of(true, false),
            Arbitraries.doubles()
                .between(-1e9, 1e9)
                .ofScale(3)
                .filter(d -> d % 1 != 0)
                .map(Object.class::cast));
    Arbitrary<Object> node =
        Arbitraries.oneOf(
            leaf,
            leaf.list().ofMaxSize(3).map(Object.class::cast),
            Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4), leaf)
                .ofMaxSize(3)
                .map(Object.class::cast));
    return Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4), node)
        .ofMaxSize(4);
  }

  private static final class Echo implements Service {
    @Override
    public Set<String> operations() {
      return Set.of("Echo");
    }

    @Override
    public Map<String, Object> call(Call call) {
      return call.params().tree();
    }
  }
}
