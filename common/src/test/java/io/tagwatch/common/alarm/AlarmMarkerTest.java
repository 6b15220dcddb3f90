package io.tagwatch.common.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmMarkerTest {

  @Test
  void printsItsWordsInAFixedOrder() {
    AlarmMarker marker =
        new AlarmMarker(
            "prod",
            "i-0abc",
            "disk:/my data",
            Severity.CRITICAL,
            Optional.of("jane@example.com"),
            Optional.of("https://wiki.example.com/disk?a=b"));

    assertThat(marker.print())
        .isEqualTo(
            "tagwatch: deployment=prod subject=i-0abc alarm=disk:/my%20data severity=critical"
                + " owner=jane@example.com runbook=https://wiki.example.com/disk?a%3Db");
  }

  @Property
  void readsBackWhatItPrints(
      @ForAll @StringLength(min = 1, max = 40) String subject,
      @ForAll @StringLength(min = 1, max = 40) String alarm,
      @ForAll @StringLength(min = 1, max = 40) String owner,
      @ForAll Severity severity) {
    AlarmMarker marker =
        new AlarmMarker(
            "d",
            whole(subject),
            whole(alarm),
            severity,
            Optional.of(whole(owner)),
            Optional.empty());

    assertThat(AlarmMarker.find("Sentence.\n" + marker.print())).contains(marker);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "CPU is high",
        "tagwatch: ",
        "tagwatch: deployment=a subject=b alarm=c",
        "tagwatch: deployment=a subject=b alarm=c severity=awful",
        "tagwatch: deployment=a subject=b alarm=c severity=critical\nedited by hand"
      })
  void findsNothingWhereThereIsNoMarker(String description) {
    assertThat(AlarmMarker.find(description)).isEmpty();
  }

  @Test
  void givesTheSentenceWithoutTheMarker() {
    String description =
        "CPU of web-1 is over 95 %.\ntagwatch: deployment=a subject=b alarm=c severity=info";

    assertThat(AlarmMarker.sentence(description)).isEqualTo("CPU of web-1 is over 95 %.");
    assertThat(AlarmMarker.sentence("by hand")).isEqualTo("by hand");
    assertThat(AlarmMarker.sentence(null)).isEmpty();
  }

  /** Lone surrogates have no UTF-8 form; no AWS name can hold one. */
  private static String whole(String text) {
    String kept =
        text.codePoints()
            .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return kept.isEmpty() ? "x" : kept;
  }
}
