package io.tagwatch.alarms.tag;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.Settings;
import io.tagwatch.alarms.tag.ServerTags.AlarmKey;
import io.tagwatch.common.config.Suggestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the tags of one server, in the order of their keys. */
final class TagReader {
  private static final String SWITCH = "tagwatch";
  private static final String PROFILES = ServerTags.PREFIX + "profiles";
  private static final String OWNER = ServerTags.PREFIX + "owner";
  private static final String RUNBOOK = ServerTags.PREFIX + "runbook";
  private static final String CHECK = ServerTags.PREFIX + "check";
  private static final String MUTE_UNTIL = ServerTags.PREFIX + "mute-until";

  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Server server;
  private final AlarmsConfig config;
  private final List<RejectedTag> rejected = new ArrayList<>();
  private final List<String> profiles = new ArrayList<>();
  private final Map<AlarmKey, Wish> wishes = new LinkedHashMap<>();
  private final Set<String> compositesOff = new HashSet<>();
  private final List<CheckTag> checks = new ArrayList<>();
  private boolean off;
  private Optional<String> owner = Optional.empty();
  private Optional<String> runbook = Optional.empty();
  private Optional<Instant> muteUntil = Optional.empty();

  TagReader(Server server, AlarmsConfig config) {
    this.server = server;
    this.config = config;
  }

  ServerTags read() {
    new TreeMap<>(server.tags()).forEach(this::tag);
    return new ServerTags(
        off, profiles, wishes, compositesOff, owner, runbook, muteUntil, checks, rejected);
  }

  private void tag(String key, String value) {
    switch (key) {
      case SWITCH -> take(key, value, Values.onOrOff(value)).ifPresent(on -> off = !on);
      case PROFILES -> profiles(key, value);
      case OWNER -> owner = take(key, value, Values.owner(value));
      case RUNBOOK -> runbook = take(key, value, Values.runbook(value));
      case MUTE_UNTIL -> muteUntil = take(key, value, Instants.read(value));
      case CHECK -> check(key, value, "");
      case ServerTags.STATUS -> {}
      default -> {
        if (key.startsWith(CHECK + ":")) {
          labelled(key, value);
        } else if (key.startsWith(ServerTags.PREFIX)) {
          alarm(key, value);
        }
      }
    }
  }

  private void profiles(String key, String value) {
    ProfileWords words = ProfileWords.read(value, config.profiles().keySet());
    profiles.addAll(words.known());
    words.faults().forEach(fault -> reject(key, value, fault));
  }

  private void labelled(String key, String value) {
    String label = key.substring(CHECK.length() + 1);
    if (LABEL.matcher(label).matches()) {
      check(key, value, label);
    } else {
      rejectKey(
          key,
          value,
          "the label \"" + label + "\" is none",
          CHECK + ":label, of up to 64 letters, digits and . _ -");
    }
  }

  private void check(String key, String value, String label) {
    take(key, value, CheckTagParser.parse(label, value)).ifPresent(checks::add);
  }

  private void alarm(String key, String value) {
    String rest = key.substring(ServerTags.PREFIX.length());
    int colon = rest.indexOf(':');
    String name = colon < 0 ? rest : rest.substring(0, colon);
    String series = colon < 0 ? "" : rest.substring(colon + 1);
    AlarmRule rule = config.rules().get(name);
    if (config.composites().containsKey(rest)) {
      take(key, value, Values.onOrOff(value))
          .filter(on -> !on)
          .ifPresent(on -> compositesOff.add(rest));
    } else if (rule == null) {
      rejectKey(key, value, "unknown alarm \"" + name + "\"" + nearest(key), keyForm());
    } else if (colon >= 0 && series.isEmpty()) {
      rejectKey(
          key,
          value,
          "the series is empty",
          ServerTags.PREFIX + name + ", or a series after the colon");
    } else if (colon >= 0 && !rule.hasSeries()) {
      rejectKey(key, value, "the alarm " + name + " has no series", ServerTags.PREFIX + name);
    } else {
      wish(key, value, rule, series);
    }
  }

  private void wish(String key, String value, AlarmRule rule, String series) {
    Settings base = rule.settingsFor(server.instanceType());
    if (!series.isEmpty()) {
      Wish whole = wishes.get(new AlarmKey(rule.name(), ""));
      base = whole == null || whole.off() ? base : whole.applyTo(base);
    }
    take(key, value, WishParser.parse(value, base, server.detailedMonitoring()))
        .ifPresent(wish -> wishes.put(new AlarmKey(rule.name(), series), wish));
  }

  private <T> Optional<T> take(String key, String value, Reading<T> reading) {
    return switch (reading) {
      case Reading.Understood<T> understood -> Optional.of(understood.value());
      case Reading.Faulty<T> faulty -> {
        reject(key, value, faulty.fault());
        yield Optional.empty();
      }
    };
  }

  private void reject(String key, String value, Fault fault) {
    rejected.add(
        new RejectedTag(
            server.id(), key, value, fault.column(), fault.problem(), fault.expected()));
  }

  private void rejectKey(String key, String value, String problem, String expected) {
    rejected.add(new RejectedTag(server.id(), key, value, 0, problem, expected));
  }

  private String nearest(String key) {
    List<String> keys = new ArrayList<>(Set.of(PROFILES, OWNER, RUNBOOK, MUTE_UNTIL, CHECK));
    config.rules().keySet().forEach(name -> keys.add(ServerTags.PREFIX + name));
    config.composites().keySet().forEach(name -> keys.add(ServerTags.PREFIX + name));
    return Suggestion.didYouMean(key, keys);
  }

  private String keyForm() {
    List<String> names = config.rules().keySet().stream().sorted().toList();
    int shown = Math.min(10, names.size());
    return ServerTags.PREFIX
        + "profiles, owner, runbook, mute-until, check, or one of the alarms "
        + String.join(", ", names.subList(0, shown))
        + (shown < names.size() ? " and " + (names.size() - shown) + " more" : "");
  }
}
