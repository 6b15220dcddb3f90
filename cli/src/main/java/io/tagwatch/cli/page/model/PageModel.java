package io.tagwatch.cli.page.model;

import java.time.Instant;
import java.util.List;

/**
 * Everything on the page, in its final words and in the order in which it is read. {@link
 * io.tagwatch.cli.page.PageJson} writes it for the browser.
 *
 * @param now on the cloud's clock
 * @param clock the same in words
 * @param clockSet whether the clock stands where somebody put it
 * @param region where everything lives
 * @param verdict the answer to "is anything wrong"
 * @param tally how many of what
 * @param lastMessage that was delivered; null when nobody was told anything yet
 * @param telling whether there are channels; without any, messages are only shown
 * @param unheard the channels that have messages still to take
 * @param watches problems first; only so many of those that are fine
 * @param checks those that are down first
 * @param servers those with problems first, only so many
 * @param messages the newest first
 * @param history the newest first
 * @param story null on the live page
 */
public record PageModel(
    Instant now,
    String clock,
    boolean clockSet,
    String region,
    Verdict verdict,
    Tally tally,
    Message lastMessage,
    boolean telling,
    List<Unheard> unheard,
    List<Watch> watches,
    List<Check> checks,
    List<Server> servers,
    List<Message> messages,
    List<Event> history,
    Tale story) {

  /** The page's words for a scene. */
  public static PageModel of(Scene scene) {
    return new PageWriter(scene).write(null);
  }

  /** The same with the story that led there. */
  public static PageModel of(Scene scene, Story story) {
    return new PageWriter(scene).write(story);
  }

  record Verdict(Mood mood, String headline, String sentence) {}

  /**
   * Watches by mood, then checks and servers; {@code alarms} counts CloudWatch's alarms. All of
   * them, shown or not.
   */
  record Tally(
      long critical,
      long warning,
      long noData,
      long ok,
      int alarms,
      long checksUp,
      int checks,
      long serversRunning,
      int servers) {}

  record Check(
      String name,
      Mood mood,
      String state,
      String share,
      List<Run> runs,
      List<String> facts,
      List<String> watches) {}

  /** Minutes in a row; times are seconds since 1970. */
  record Run(long from, long to, String verdict) {}

  record Server(
      String id,
      String name,
      Mood mood,
      String state,
      List<String> facts,
      String owner,
      List<Tag> tags,
      List<Ref> watches) {}

  /** A watch by its identifier, and the key of the tag that shaped it; empty for a common rule. */
  record Ref(String id, String tag) {}

  /** {@code own} for Tagwatch's tags; {@code problem} is empty for a tag that is right. */
  record Tag(String key, String value, boolean own, String problem) {}

  /**
   * {@code 2 messages to ops are not delivered, the first since 14:03 UTC: Slack answered 404}; and
   * apart from it those that were given up.
   */
  record Unheard(String channel, String words) {}

  /**
   * {@code machine} when a program reads it and no person; {@code undelivered} is empty or says
   * why; {@code givenUp} when it is not tried again.
   */
  record Message(
      String id,
      Instant at,
      String clock,
      String channel,
      String type,
      String service,
      boolean machine,
      String preview,
      String undelivered,
      boolean givenUp,
      String html) {}

  /** {@code title} names several watches when they changed alike in the same minute. */
  record Event(
      Instant at, String clock, String title, Mood from, Mood to, String reason, int alarms) {}

  record Tale(String title, String closing, boolean complete, List<Step> steps) {}

  record Step(long at, String clock, String label, String kind, String text, boolean happened) {}
}
