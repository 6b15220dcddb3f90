package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Samples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvocationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "hello | good bye",
        "{\"id\":\"order-7\",\"state\":\"paid\"} | {\"id\":\"order-7\",\"state\":\"sent\"}",
        "{\"Records\":[{\"Sns\":{\"Message\":\"a\"}}]} | {\"Records\":[{\"Sns\":{\"Message\":\"b\"}}]}",
      })
  void tellsDirectEventsApartWhateverTheyCallThemselves(String one, String other) {
    assertThat(id(one, "request")).isNotEqualTo(id(other, "request"));
  }

  @Test
  void knowsARepeatedRequestAgainButNotTheSameWordsInAnother() {
    assertThat(id("hello", "request-1")).isEqualTo(id("hello", "request-1"));
    assertThat(id("hello", "request-1")).isNotEqualTo(id("hello", "request-2"));
  }

  @Test
  void takesTheIdentifiersThatEventBridgeAndTopicsGive() {
    String event = "{\"id\":\"e-1\",\"detail-type\":\"x\",\"detail\":{\"a\":1}}";

    assertThat(id(event, "request")).isEqualTo("e-1");
    assertThat(id(Samples.snsEvent(Samples.envelope("m-1", null, "x")), "request"))
        .isEqualTo("m-1");
  }

  @Test
  void readsAnEmptyBatchAsABatch() {
    assertThat(parse("{\"Records\":[]}", "request")).isInstanceOf(Invocation.Batch.class);
  }

  private static String id(String event, String requestId) {
    return ((Invocation.Direct) parse(event, requestId)).notifications().getFirst().id();
  }

  private static Invocation parse(String event, String requestId) {
    return Invocation.parse(event.getBytes(StandardCharsets.UTF_8), requestId);
  }
}
