package io.tagwatch.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.config.JsonDocument;
import io.tagwatch.common.config.Problems;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class JsonTextTest {

  @Property(tries = 200)
  void whateverTextAYamlFileQuotesTheFunctionsReadTheSame(@ForAll("texts") String text) {
    Problems problems = new Problems("any");
    String written = JsonText.of(JsonDocument.parse(quoted(text), problems));

    String json = JsonText.of(YamlDocument.parse(written, problems));

    assertThat(JsonText.of(JsonDocument.parse(json, problems))).isEqualTo(written);
    assertThat(problems.isEmpty()).isTrue();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aZ09 :#{}[]*&!|>'\"\\%@`,?-_äß✓<=\t\n").ofMaxLength(40);
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return "{\"key\":\"" + escaped + "\"}";
  }
}
