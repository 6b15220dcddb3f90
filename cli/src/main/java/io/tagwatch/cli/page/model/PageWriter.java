package io.tagwatch.cli.page.model;

import io.tagwatch.local.view.CheckView;
import io.tagwatch.local.view.ServerView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Words a whole scene. */
final class PageWriter {
  /** More would make a page that nobody reads and every poll slow; problems are always shown. */
  private static final int WATCHES = 1_500;

  private static final int SERVERS = 300;

  private final Scene scene;
  private final Instant now;
  private final Times times;
  private final Map<String, String> serverNames;

  PageWriter(Scene scene) {
    this.scene = scene;
    this.now = scene.cloud().now();
    this.times = new Times(now);
    this.serverNames =
        scene.cloud().servers().stream()
            .collect(Collectors.toMap(ServerView::id, ServerView::name, (a, b) -> a));
  }

  PageModel write(Story story) {
    List<MarkedAlarm> alarms = scene.cloud().alarms().stream().map(MarkedAlarm::of).toList();
    List<WatchGroup> groups = WatchGroup.of(alarms);
    List<Watch> watches = watches(groups);
    PageModel.Tally tally = tally(groups);
    MessageRows rows = new MessageRows(times);
    List<PageModel.Message> messages = rows.of(scene.posts());
    return new PageModel(
        now,
        times.full(),
        scene.cloud().clockSet(),
        scene.cloud().region(),
        new VerdictWriter(times).of(watches, tally),
        tally,
        messages.stream().filter(one -> one.undelivered().isEmpty()).findFirst().orElse(null),
        scene.telling(),
        rows.unheard(scene.posts()),
        watches,
        new CheckRows(watches, times).of(scene.cloud().checks()),
        new ServerRows(watches, scene.tagProblems())
            .of(scene.cloud().servers()).stream().limit(SERVERS).toList(),
        messages,
        new HistoryRows(times, serverNames).of(alarms),
        story == null ? null : tale(story));
  }

  /** They are in order already: what fires comes first. */
  private List<Watch> watches(List<WatchGroup> groups) {
    long firing = groups.stream().filter(group -> group.mood().firing()).count();
    WatchWriter writer = new WatchWriter(now, serverNames);
    return groups.stream().limit(Math.max(firing, WATCHES)).map(writer::write).toList();
  }

  private PageModel.Tally tally(List<WatchGroup> groups) {
    Map<Mood, Long> moods =
        groups.stream().collect(Collectors.groupingBy(WatchGroup::mood, Collectors.counting()));
    List<CheckView> checks = scene.cloud().checks();
    List<ServerView> servers = scene.cloud().servers();
    return new PageModel.Tally(
        moods.getOrDefault(Mood.CRITICAL, 0L),
        moods.getOrDefault(Mood.WARNING, 0L) + moods.getOrDefault(Mood.INFO, 0L),
        moods.getOrDefault(Mood.NO_DATA, 0L),
        moods.getOrDefault(Mood.OK, 0L),
        scene.cloud().alarms().size(),
        checks.stream().filter(check -> check.verdict() == CheckView.Verdict.UP).count(),
        checks.size(),
        servers.stream().filter(server -> server.state().equals("running")).count(),
        servers.size());
  }

  private PageModel.Tale tale(Story story) {
    return new PageModel.Tale(
        story.title(),
        story.closing(),
        story.complete(),
        story.steps().stream()
            .map(
                step ->
                    new PageModel.Step(
                        step.at().getEpochSecond(),
                        times.clock(step.at()),
                        step.label(),
                        step.kind().name().toLowerCase(Locale.ROOT),
                        step.text(),
                        step.happened()))
            .toList());
  }
}
