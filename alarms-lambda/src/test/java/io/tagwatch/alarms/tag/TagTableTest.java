package io.tagwatch.alarms.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Numbers;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Values of {@code tagwatch:cpu} (fires over, auto period, basic monitoring), good and bad. */
class TagTableTest {
  private static final AlarmsConfig CONFIG = TestConfigs.usual();

  @ParameterizedTest(name = "[{0}] means {1}")
  @CsvFileSource(resources = "/tags/good.csv", delimiter = '|', quoteCharacter = '\'')
  void understandsWhatTheGrammarAllows(String value, String meaning) {
    ServerTags tags = read(escapes(value));

    assertThat(tags.rejected()).isEmpty();
    assertThat(print(tags.wish("cpu").orElseThrow())).isEqualTo(meaning);
  }

  @ParameterizedTest(name = "[{0}] is wrong in column {1}: {2}")
  @CsvFileSource(resources = "/tags/bad.csv", delimiter = '|', quoteCharacter = '\'')
  void rejectsEverythingElseWithColumnProblemAndRemedy(
      String value, int column, String problem, String expected) {
    ServerTags tags = read(escapes(value));

    assertThat(tags.wishes()).isEmpty();
    assertThat(tags.rejected()).hasSize(1);
    RejectedTag rejected = tags.rejected().getFirst();
    assertThat(rejected.subject()).isEqualTo("i-1");
    assertThat(rejected.key()).isEqualTo("tagwatch:cpu");
    assertThat(rejected.value()).isEqualTo(escapes(value));
    assertThat(rejected.column()).isEqualTo(column);
    assertThat(rejected.problem()).contains(problem);
    assertThat(rejected.expected()).contains(expected);
  }

  private static ServerTags read(String value) {
    return ServerTags.read(TestServers.running("i-1", "tagwatch:cpu", value), CONFIG);
  }

  /** The table spells characters that a table cannot hold. */
  private static String escapes(String value) {
    return value == null
        ? ""
        : value
            .replace("<tab>", "\t")
            .replace("<newline>", "\n")
            .replace("<nbsp>", "\u00a0")
            .replace("<wide>", "\u2003")
            .replace("<rocket>", "\ud83d\ude80");
  }

  private static String print(Wish wish) {
    if (wish.off()) {
      return "off";
    }
    StringBuilder text = new StringBuilder();
    wish.warning().ifPresent(value -> text.append(Numbers.print(value)).append('/'));
    wish.critical().ifPresent(value -> text.append(Numbers.print(value)));
    append(text, wish.datapoints());
    append(text, wish.period());
    append(text, wish.statistic());
    append(text, wish.missing());
    return text.toString();
  }

  private static void append(StringBuilder text, Optional<?> word) {
    word.ifPresent(value -> text.append(", ").append(value));
  }
}
