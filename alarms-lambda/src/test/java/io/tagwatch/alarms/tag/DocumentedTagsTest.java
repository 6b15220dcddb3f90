package io.tagwatch.alarms.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.rule.AlarmsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/alarm-tags.md says of wrong tags is what their authors are told, word for word. */
class DocumentedTagsTest {
  private static final AlarmsConfig CONFIG =
      TestConfigs.read(TestConfigs.ALARMS.replace("'extra'", "'nginx'"), "{}");

  /** A value of tagwatch:cpu, or key = value; then column and problem. */
  private static final Pattern ROW =
      Pattern.compile("\\| (?:`(tagwatch[^`]*)` = )?`([^`]+)`[^|]*\\| (\\d+) \\| ([^|]+?) \\|.*");

  record Documented(String key, String value, int column, String problem) {}

  static List<Documented> rows() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("../docs/alarm-tags.md"))) {
      return lines
          .map(ROW::matcher)
          .filter(Matcher::matches)
          .map(
              row ->
                  new Documented(
                      row.group(1) == null ? "tagwatch:cpu" : row.group(1),
                      row.group(2).replace('⇥', '\t'),
                      Integer.parseInt(row.group(3)),
                      row.group(4)))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhatTheDocumentSays(Documented documented) {
    ServerTags tags =
        ServerTags.read(TestServers.running("i-1", documented.key(), documented.value()), CONFIG);

    assertThat(tags.rejected()).hasSize(1);
    RejectedTag rejected = tags.rejected().getFirst();
    assertThat(rejected.column()).isEqualTo(documented.column());
    assertThat(rejected.problem()).isEqualTo(documented.problem().split("; or: ")[0]);
  }

  @Test
  void theDocumentHasATableOfThem() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(20);
  }
}
