package io.tagwatch.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tagwatch.cli.demo.Stage.Work;
import java.util.Map;
import java.util.Optional;

/** The story, chapter by chapter. Each acts on the world, then asks whether the chain reacted. */
final class Chapters {
  private static final String SHOP = "shop";

  private final Stage stage;
  private final Narrator narrator;
  private final Playhead playhead;
  private final AlarmBook alarms;

  Chapters(Stage stage, Narrator narrator) {
    this.stage = stage;
    this.narrator = narrator;
    this.playhead = new Playhead(stage, narrator);
    this.alarms = new AlarmBook(stage.pipeline().clients().cloudWatch());
  }

  /** Plays everything and answers how many messages people got. */
  int play() {
    opening();
    serversAppear();
    shopCloses();
    shopOpensAgain();
    diskFills();
    tagIsMistyped();
    tagLowersThreshold();
    serverIsTerminated();
    new LastPage(stage, narrator, playhead).turn();
    return playhead.posts(Stage.CHAT).size();
  }

  private void opening() {
    narrator.event(
        "embedded cloud on %s, a web shop on %s and a chat, all real servers on this machine"
            .formatted(stage.cloud().url(), stage.shop().url()));
  }

  private void serversAppear() {
    stage.fleet().launch("web-1", Map.of("Service", "nginx", "tagwatch:owner", "jane@example.com"));
    stage.fleet().launch("web-2", Map.of("Service", "nginx", "tagwatch:cpu", "70/85 3of5"));
    stage.fleet().launch("db-1", Map.of("tagwatch:disk:/data", "85/92"));
    stage.fleet().launch("batch-1", Map.of("tagwatch:cpu", "off"));
    playhead.event(
        "4 servers appear: web-1, web-2 (tagwatch:cpu = 70/85 3of5), db-1 (tagwatch:disk:/data ="
            + " 85/92), batch-1 (tagwatch:cpu = off)");
    int created =
        playhead.work().syncs().stream().mapToInt(report -> report.path("created").asInt()).sum();
    narrator.expect(
        created > 0 && created == alarms.count(),
        "alarms-lambda   %d alarms created from rules and tags".formatted(created),
        "alarms-lambda reports %d created alarms, CloudWatch has %d"
            .formatted(created, alarms.count()));
    boolean tagsCount =
        alarms.threshold(id("web-2"), "cpu", "critical").equals(Optional.of(85.0))
            && alarms.threshold(id("db-1"), "disk:/data", "critical").equals(Optional.of(92.0))
            && !alarms.has(id("batch-1"), "cpu");
    narrator.expect(
        tagsCount,
        "the tags count: web-2's cpu is critical over 85, db-1's /data over 92, batch-1 has no cpu"
            + " alarm",
        "the tags of web-2, db-1 or batch-1 did not reach their alarms");
    playhead.tick();
    narrator.expect(
        playhead.posts(Stage.CHAT).isEmpty(),
        "notify-lambda   CloudWatch announces the first OK of each new alarm; nobody is bothered",
        "people were told of alarms that never fired");
  }

  private void shopCloses() {
    playhead.minutes(3);
    stage.shop().stopAnswering();
    playhead.event("the shop stops answering: its socket is closed");
    JsonNode result = probeOfShop(playhead.work());
    narrator.expect(
        result.path("reason").asText().equals("connect_refused"),
        "uptime-lambda   shop is down: connection refused",
        "uptime-lambda did not notice that the shop is down: " + result);
    playhead.tick();
    playhead.awaitMessage(4, "why the shop is down", "🔴", SHOP + " is down: connection refused");
  }

  private void shopOpensAgain() {
    playhead.minutes(1);
    stage.shop().answerAgain();
    playhead.event("the shop answers again");
    playhead.awaitMessage(4, "the shop being back", "🟢", SHOP);
  }

  private void diskFills() {
    playhead.minutes(2);
    stage.metrics().fillDisk("db-1", 88);
    playhead.event("the disk /data of db-1 fills to 88 % (warning over 85 %, by its tag)");
    playhead.awaitMessage(5, "the disk filling", "🟠", "db-1", "/data");
    stage.metrics().fillDisk("db-1", 96);
    playhead.event("… and to 96 % (critical over 92 %)");
    playhead.awaitMessage(5, "the disk being full", "🔴", "db-1", "/data");
    stage.metrics().fillDisk("db-1", 51);
    playhead.event("somebody cleans up /data on db-1");
    playhead.awaitMessage(5, "the disk being free again", "🟢", "db-1", "/data");
    playhead.minutes(2);
  }

  private void tagIsMistyped() {
    String before = alarms.threshold(id("web-2"), "cpu", "critical").toString();
    stage.fleet().tag("web-2", "tagwatch:cpu", "7O/85");
    playhead.event("somebody mistypes a tag: tagwatch:cpu = 7O/85 on web-2 (the letter O)");
    JsonNode report = playhead.awaitSync(3, r -> !r.path("rejectedTags").isEmpty());
    JsonNode tag = report.path("rejectedTags").path(0);
    narrator.expect(
        tag.path("key").asText().equals("tagwatch:cpu"),
        "alarms-lambda   rejects it: %s, column %s; expected %s"
            .formatted(
                tag.path("problem").asText(),
                tag.path("column").asText(),
                tag.path("expected").asText()),
        "alarms-lambda did not reject the mistyped tag");
    Optional<String> status = stage.fleet().tagOf("web-2", "tagwatch:status");
    narrator.expect(
        status.isPresent(),
        "the instance itself says so: tagwatch:status = " + status.orElse(""),
        "web-2 got no tag tagwatch:status");
    playhead.awaitMessage(2, "the mistyped tag", "🟡", "web-2: tag tagwatch:cpu = \"7O/85\"");
    stage.fleet().tag("web-2", "tagwatch:cpu", "70/85 3of5");
    playhead.event("the tag is put right");
    playhead.awaitSync(3, r -> r.path("rejectedTags").isEmpty());
    narrator.expect(
        alarms.threshold(id("web-2"), "cpu", "critical").toString().equals(before),
        "web-2's cpu alarms are as they were before",
        "web-2's cpu alarm is not what it was before: it was " + before);
  }

  private void tagLowersThreshold() {
    playhead.minutes(1);
    stage.fleet().tag("web-1", "tagwatch:memory", "50");
    playhead.event("jane lowers web-1's memory threshold: tagwatch:memory = 50; it uses 58 %");
    JsonNode report = playhead.awaitSync(3, r -> r.path("updated").asInt() > 0);
    narrator.expect(
        alarms.threshold(id("web-1"), "memory", "critical").equals(Optional.of(50.0)),
        "alarms-lambda   %d alarm updated, %d deleted: one critical alarm at 50"
            .formatted(report.path("updated").asInt(), report.path("deleted").asInt()),
        "web-1's memory alarm did not follow its tag");
    playhead.awaitMessage(5, "web-1's memory", "🔴", "web-1", "emory");
    stage.fleet().untag("web-1", "tagwatch:memory");
    playhead.event("… and takes the tag away again");
    playhead.awaitMessage(5, "web-1's memory being fine", "🟢", "web-1", "emory");
  }

  private void serverIsTerminated() {
    playhead.minutes(2);
    String batch = id("batch-1");
    int had = alarms.count(batch);
    stage.fleet().terminate("batch-1");
    playhead.event("batch-1 is terminated");
    playhead.awaitMessage(3, "batch-1 being terminated", "batch-1 was terminated");
    narrator.expect(
        had > 0 && alarms.count(batch) == 0,
        "alarms-lambda   its %d alarms are gone, the others stay (%d)"
            .formatted(had, alarms.count()),
        "batch-1 had %d alarms and still has %d".formatted(had, alarms.count(batch)));
  }

  private static JsonNode probeOfShop(Work work) {
    return work.probes().map(summary -> summary.path("results").path(0)).orElseThrow();
  }

  private String id(String server) {
    return stage.fleet().id(server);
  }
}
