package io.tagwatch.alarms.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.tag.TagNotice;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TagAnnouncerTest {
  private final SyncRig rig = new SyncRig();

  @Test
  void tellsOfAChangedTagOnceWhateverRunsFollow() {
    wrong("9O");

    SyncReport report = changed("tagwatch:cpu", "Name");
    changed("tagwatch:cpu");
    rig.run();

    assertThat(report.errors()).isEmpty();
    assertThat(rig.cloud.notices).hasSize(1);
    TagNotice notice = rig.cloud.notices.getFirst();
    assertThat(notice.title())
        .isEqualTo("web-3: tag tagwatch:cpu = \"9O\" is not a number (column 1).");
    assertThat(notice.text()).isEqualTo("Still using 80/95.");
    assertThat(notice.owner()).contains("jane@example.com");
  }

  @Test
  void staysSilentAboutTagsThatDidNotChange() {
    wrong("9O");

    rig.run();
    changed("Name");

    assertThat(rig.cloud.notices).isEmpty();
  }

  @Test
  void tellsAgainOfAnotherMistakeAndOfTheSameOneAfterItWasPutRight() {
    wrong("9O");
    changed("tagwatch:cpu");
    wrong("9o");
    changed("tagwatch:cpu");
    wrong("90");
    changed("tagwatch:cpu");
    wrong("9o");
    changed("tagwatch:cpu");

    assertThat(rig.cloud.notices)
        .extracting(notice -> notice.tag().value())
        .containsExactly("9O", "9o", "9o");
  }

  @Test
  void triesAgainAtTheNextEventWhenTheTopicRefused() {
    wrong("9O");
    rig.cloud.failing.add("Publish");

    SyncReport refused = changed("tagwatch:cpu");
    rig.cloud.failing.clear();
    changed("tagwatch:cpu");

    assertThat(refused.errors()).extracting(error -> error.operation()).containsExactly("Publish");
    assertThat(rig.cloud.notices).hasSize(1);
  }

  private void wrong(String value) {
    rig.cloud.add(
        TestServers.running(
            "i-3", "Name", "web-3", "tagwatch:cpu", value, "tagwatch:owner", "jane@example.com"));
  }

  private SyncReport changed(String... keys) {
    return rig.run(
        new SyncRequest(
            new Scope.Servers(Set.of("i-3")), Set.of(), Map.of("i-3", Set.of(keys)), false));
  }
}
