package io.tagwatch.local.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CborTreeTest {
  private static final int EPOCH_TAG = 1;

  /** Whole minutes that fit into a single float, which clients then send. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-21T08:00:00Z",
        "2026-11-21T08:32:00Z",
        "2026-11-21T09:04:00Z",
        "1970-01-01T00:00:00Z"
      })
  void readsTimestampsInSingleFloatsExactly(Instant instant) throws IOException {
    float seconds = instant.getEpochSecond();
    assertThat((long) seconds).isEqualTo(instant.getEpochSecond());

    assertThat(CborTree.read(map(generator -> generator.writeNumber(seconds))))
        .containsEntry("at", instant);
  }

  @Test
  void readsTimestampsInDoublesToTheMillisecond() throws IOException {
    assertThat(CborTree.read(map(generator -> generator.writeNumber(1795249920.123))))
        .containsEntry("at", Instant.parse("2026-11-21T08:32:00.123Z"));
  }

  @Test
  void readsWhatItWrites() throws IOException {
    Map<String, Object> tree = Map.of("at", Instant.parse("2026-11-21T08:32:00.120Z"));

    assertThat(CborTree.read(CborTree.write(tree))).isEqualTo(tree);
  }

  private interface Number {
    void write(CBORGenerator generator) throws IOException;
  }

  private static byte[] map(Number number) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CBORGenerator generator = new CBORFactory().createGenerator(bytes)) {
      generator.writeStartObject(1);
      generator.writeFieldName("at");
      generator.writeTag(EPOCH_TAG);
      number.write(generator);
      generator.writeEndObject();
    }
    return bytes.toByteArray();
  }
}
