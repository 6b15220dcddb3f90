package io.tagwatch.common.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretShapesTest {

  @ParameterizedTest
  @CsvSource({
    "https://hooks.slack.com/services/T0/B0/s3cret, https://hooks.slack.com/…",
    "https://discord.com/api/webhooks/1/s3cret, https://discord.com/…",
    "https://prod-1.westeurope.logic.azure.com:443/workflows/a?sig=s3cret, https://prod-1.westeurope.logic.azure.com…",
    "https://jane:s3cret@example.com/x, https://…@example.com/x",
    "xoxb-12-s3cret, xoxb-…",
    "12345678:AAs3crets3crets3crets3crets3crets3c, 12345678:…",
    "syt_s3cret, syt_…",
    "0123456789abcdef0123456789abcdef, …",
  })
  void hidesWhatLooksLikeASecret(String secret, String shown) {
    Problem problem =
        new Problem(new Place("a." + secret, 1, 1), "", "unknown key \"" + secret + '"');

    assertThat(problem.message()).isEqualTo("unknown key \"" + shown + '"');
    assertThat(problem.place().path()).isEqualTo("a." + shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"https://example.com/health?deep=1\" is not a URL",
        "unknown key \"EstimatedNumberOfMessagesVisible\"",
        "\"i-0abc123def4567890\" is no name",
        "write \"123456789012\": acme-prod",
      })
  void leavesTheRest(String sentence) {
    assertThat(SecretShapes.hidden(sentence)).isEqualTo(sentence);
  }

  @Test
  void namesNoAddressThatStandsInThePlaceOfAMapping() {
    Problems problems = new Problems("channels.yaml");

    Section.of(new Node.Text(Place.ROOT, "https://example.com/s3cret"), problems);

    assertThat(problems.list().getFirst().message())
        .isEqualTo("must be a mapping of keys to values, not a URL");
  }

  @Test
  void tellsAKeyWithoutAValueFromAKeyThatIsNotThere() {
    Problems problems = new Problems("channels.json");
    Node root = JsonDocument.parse("{\"a\": null}", problems);

    Section section = Section.of(root, problems).orElseThrow();
    section.requiredText("a");
    section.requiredText("b");

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "has no value; write one, in quotes if it begins with #", "needs the key \"b\"");
  }
}
