package io.tagwatch.uptime.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthMessageTest {

  @ParameterizedTest
  @CsvSource({"'', 0000000000", "a.B, 00000000050a03612e42"})
  void asksForAService(String service, String hex) {
    assertThat(HexFormat.of().formatHex(HealthMessage.request(service))).isEqualTo(hex);
  }

  @Test
  void writesTheLengthOfLongNamesInSeveralBytes() {
    assertThat(HexFormat.of().formatHex(HealthMessage.request("s".repeat(300))))
        .startsWith("000000012f" + "0a" + "ac02" + "73");
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000, UNKNOWN",
    "00000000020801, SERVING",
    "00000000020802, NOT_SERVING",
    "00000000020803, SERVICE_UNKNOWN",
    "00000000020809, status 9",
    "000000000408011005, SERVING",
    "00000000051201610801, SERVING",
    "000000000b1900000000000000000801, SERVING"
  })
  void readsWhatTheServerSaysAndSkipsWhatItDoesNotKnow(String hex, String status)
      throws ProbeException {
    assertThat(HealthMessage.status(HexFormat.of().parseHex(hex))).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "01000000020801",
        "00000000030801",
        "0000000001ff",
        "00000000020b01",
        "00000000021205"
      })
  void refusesWhatIsNone(String hex) {
    assertThatThrownBy(() -> HealthMessage.status(HexFormat.of().parseHex(hex)))
        .isInstanceOf(ProbeException.class)
        .hasMessage("the answer is none of a health service");
  }
}
