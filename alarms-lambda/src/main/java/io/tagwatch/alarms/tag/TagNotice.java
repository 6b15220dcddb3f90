package io.tagwatch.alarms.tag;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Level;
import io.tagwatch.alarms.rule.Numbers;
import io.tagwatch.alarms.rule.Settings;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people are told of a tag that was just changed and is not obeyed. Pure.
 *
 * @param title such as {@code web-3: tag tagwatch:cpu = "9O" is not a number (column 1).}
 * @param text what holds instead, such as {@code Still using 80/95.}
 * @param owner who is mentioned
 */
public record TagNotice(RejectedTag tag, String title, String text, Optional<String> owner) {

  /** The notice about one rejected tag of a server. */
  public static TagNotice of(RejectedTag tag, Server server, AlarmsConfig config) {
    ServerTags tags = ServerTags.read(server, config);
    return new TagNotice(tag, title(tag, server), text(tag, server, tags, config), tags.owner());
  }

  private static String title(RejectedTag tag, Server server) {
    String value = "\"" + tag.value() + "\"";
    String about = server.name().orElse(server.id()) + ": tag " + tag.key() + " = " + value;
    String problem =
        tag.problem().startsWith(value)
            ? tag.problem().substring(value.length())
            : ": " + tag.problem();
    return about + problem + (tag.column() == 0 ? "" : " (column " + tag.column() + ")") + ".";
  }

  private static String text(RejectedTag tag, Server server, ServerTags tags, AlarmsConfig config) {
    if (!tag.key().startsWith(ServerTags.PREFIX)) {
      return "Its alarms stay on.";
    }
    String rest = tag.key().substring(ServerTags.PREFIX.length());
    return switch (rest) {
      case "profiles" -> "The other profiles apply.";
      case "owner" -> "Nobody is mentioned.";
      case "runbook" -> "Messages show no runbook.";
      case "mute-until" -> "Nothing is muted by it.";
      default -> alarm(rest, server, tags, config);
    };
  }

  private static String alarm(String rest, Server server, ServerTags tags, AlarmsConfig config) {
    int colon = rest.indexOf(':');
    AlarmRule rule = config.rules().get(colon < 0 ? rest : rest.substring(0, colon));
    if (rule == null || colon >= 0 && !rule.hasSeries()) {
      return "It changes nothing.";
    }
    Optional<Wish> whole = colon < 0 ? Optional.empty() : tags.wish(rule.name());
    if (whole.filter(Wish::off).isPresent()) {
      return "The alarm stays off.";
    }
    Settings settings = rule.settingsFor(server.instanceType());
    return "Still using "
        + levels(whole.map(wish -> wish.applyTo(settings)).orElse(settings))
        + ".";
  }

  /** As a tag would say it: the mildest first. */
  private static String levels(Settings settings) {
    List<Level> levels = new java.util.ArrayList<>(settings.levels().values());
    Collections.reverse(levels);
    return levels.stream()
        .map(level -> Numbers.print(level.threshold()))
        .collect(Collectors.joining("/"));
  }
}
