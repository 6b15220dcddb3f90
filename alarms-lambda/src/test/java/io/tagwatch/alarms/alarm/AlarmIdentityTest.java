package io.tagwatch.alarms.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.AlarmMarker;
import io.tagwatch.common.alarm.Severity;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmIdentityTest {

  @Test
  void namesAnAlarmAfterDeploymentSubjectRuleSeriesAndSeverity() {
    assertThat(identity("i-0abc", "cpu", "").name()).isEqualTo("tagwatch/prod/i-0abc/cpu/critical");
    assertThat(identity("i-0abc", "disk", "/data").name())
        .isEqualTo("tagwatch/prod/i-0abc/disk:/data/critical");
  }

  @Test
  void replacesAnOverlongSeriesByAStableHash() {
    String name = identity("i-0abc", "disk", "/x".repeat(150)).name();

    assertThat(name)
        .isEqualTo(identity("i-0abc", "disk", "/x".repeat(150)).name())
        .isNotEqualTo(identity("i-0abc", "disk", "/x".repeat(149) + "/y").name())
        .matches("tagwatch/prod/i-0abc/disk:[0-9a-f]{16}/critical");
  }

  @Test
  void replacesAnOverlongSubjectAndKeepsAShortSeries() {
    assertThat(identity("host".repeat(80), "disk", "/").name())
        .matches("tagwatch/prod/[0-9a-f]{16}/disk://critical");
  }

  @Test
  void replacesBothWhenOneIsNotEnough() {
    assertThat(identity("host".repeat(80), "disk", "/x".repeat(150)).name())
        .matches("tagwatch/prod/[0-9a-f]{16}/disk:[0-9a-f]{16}/critical");
  }

  @Property(tries = 300)
  void isFoundAgainInTheDescriptionThatProvesIt(
      @ForAll @NotBlank @StringLength(max = 300) String subject,
      @ForAll @StringLength(max = 300) String series) {
    AlarmIdentity identity = identity(subject, "disk", series);

    AlarmText text = AlarmText.of("A sentence.", identity, Optional.empty(), Optional.empty());

    assertThat(identity.name().length()).isLessThanOrEqualTo(255);
    assertThat(text.text().length()).isLessThanOrEqualTo(1_024);
    assertThat(AlarmMarker.find(text.text())).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"1, 1010", "60, 1000", "300, 300", "1, 2000", "600, 600", "1010, 1"})
  void provesAnAlarmWhoseWholeMarkerIsTooLong(int subjectLength, int seriesLength) {
    AlarmIdentity identity = identity("s".repeat(subjectLength), "disk", "x".repeat(seriesLength));

    assertThat(proven(identity)).isPresent();
  }

  @Property(tries = 500)
  void provesEveryAlarmByItsDescription(
      @ForAll
          @NotBlank
          @CharRange(from = ' ', to = '~')
          @Chars({'\u3000', '\u00fc'})
          @StringLength(min = 1, max = 1200)
          String subject,
      @ForAll @Chars({'/', ' ', '%', '=', ':', 'a', '\u3000'}) @StringLength(max = 1200)
          String series) {
    assertThat(proven(identity(subject, "disk", series))).isPresent();
  }

  private static Optional<AlarmIdentity> proven(AlarmIdentity identity) {
    AlarmText text = AlarmText.of("A sentence.", identity, Optional.empty(), Optional.empty());
    assertThat(text.text().length()).isLessThanOrEqualTo(1_024);
    return new ActualAlarm(identity.name(), text.text(), Optional.empty()).proof("prod");
  }

  private static AlarmIdentity identity(String subject, String rule, String series) {
    return new AlarmIdentity("prod", subject, rule, series, Severity.CRITICAL);
  }
}
