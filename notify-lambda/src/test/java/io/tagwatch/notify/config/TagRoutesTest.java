package io.tagwatch.notify.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Server;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagRoutesTest {
  private static final String CHANNELS =
      """
      {"channels": {
        "web": {"type": "webhook", "url": "env:A", "tags": {"Team": "web*", "Stage": ["prod", "live-?"]}},
        "any": {"type": "webhook", "url": "env:A", "tags": {"Team": "*"}},
        "info": {"type": "webhook", "url": "env:A", "tags": {"Team": "*"}, "severities": ["critical"]}}}
      """;

  @ParameterizedTest
  @CsvSource({
    "web-2, prod, web any",
    "web, live-1, web any",
    "web, live-10, any",
    "web, Prod, any",
    "Web, prod, any",
    "web, , any",
    ", prod, web any info",
  })
  void takeAServerThatHasEveryTagWithOneOfItsValues(String team, String stage, String told) {
    Map<String, String> tags = new HashMap<>();
    tags.put("Team", team);
    tags.put("Stage", stage);
    tags.values().removeIf(value -> value == null);

    assertThat(told(Optional.of(new Server("i-0abc", Optional.of(tags))))).isEqualTo(told);
  }

  @Test
  void takeAServerWhoseTagsNobodySaw() {
    assertThat(told(Optional.of(Server.unseen("i-0abc")))).isEqualTo("web any");
  }

  @Test
  void takeNothingThatIsAboutNoServerUnlessNobodyDoes() {
    assertThat(told(Optional.empty())).isEqualTo("web any info");
    assertThat(
            Channels.read(
                    CHANNELS.replace(
                        "\"channels\": {",
                        "\"channels\": {\"all\": {\"type\": \"webhook\", \"url\": \"env:A\"},"))
                .audienceOf(message(Optional.empty())))
        .extracting(ConfiguredChannel::name)
        .containsExactly("all");
  }

  @Test
  void areNamed() {
    assertThat(Channels.read(CHANNELS).routedByTags()).containsExactly("web", "any", "info");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "7| channels.a.tags  7 is no mapping of tags; write {Team: web, Stage: [prod, \"live-*\"]}",
        "['Team']| a list is no mapping of tags",
        "{}| channels.a.tags  is empty; leave out \"tags\" for all servers",
        "{'tag':'Team','matches':'web'}| names tags by their keys; write {Team: web",
        "{'Team':7}| channels.a.tags.Team  7 must be text in quotes, or a list of texts",
        "{'Team':['web',true]}| channels.a.tags.Team[1]  true must be text; put it in quotes",
        "{'Team':[]}| channels.a.tags.Team  is an empty list; write a value, or \"*\" for any",
        "{'Team':' '}| channels.a.tags.Team  is blank; write a value, or \"*\" for any",
        "{'':'web'}| \"\" is no key of a tag; write 1 to 128 characters",
        "{'':'web','Team':5}| has 2 errors",
      })
  void sayWhatIsWrong(String tags, String problem) {
    String json =
        "{'channels':{'a':{'type':'webhook','url':'env:A','tags':%s}}}"
            .formatted(tags)
            .replace('\'', '"');

    assertThatThrownBy(() -> Channels.read(json)).hasMessageContaining(problem);
  }

  @Test
  void areMeantByWhoWritesTag() {
    assertThatThrownBy(
            () ->
                Channels.read(
                    "{\"channels\":{\"a\":{\"type\":\"webhook\",\"url\":\"env:A\",\"tag\":{\"Team\":\"web\"}}}}"))
        .hasMessageContaining("unknown key \"tag\"; did you mean \"tags\"?");
  }

  private static String told(Optional<Server> server) {
    return String.join(
        " ",
        Channels.read(CHANNELS).audienceOf(message(server)).stream()
            .map(ConfiguredChannel::name)
            .toList());
  }

  private static Notification message(Optional<Server> server) {
    return Notification.draft("m").title("t").server(server).build();
  }
}
