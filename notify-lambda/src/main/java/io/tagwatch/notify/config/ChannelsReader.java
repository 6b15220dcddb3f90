package io.tagwatch.notify.config;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.config.Suggestion;
import io.tagwatch.notify.channel.ChannelType;
import io.tagwatch.notify.channel.ChatService;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.notification.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** From a document to channels. */
final class ChannelsReader {
  /** SQS queue names have at most 80 characters; deployment and fixed words need some of them. */
  private static final int LONGEST_NAME = 40;

  private static final String NO_PICTURES =
      "this channel cannot show a picture; leave out \"chart\", or use slack with a token and the"
          + " channel's identifier (C0123456), discord, telegram or matrix";

  private final Problems problems;
  private final List<ChannelType> types;

  ChannelsReader(Problems problems, List<ChannelType> types) {
    this.problems = problems;
    this.types = types;
  }

  ChannelsConfig read(Node root) {
    Optional<Section> section = Section.of(root, problems);
    if (section.isEmpty()) {
      return new ChannelsConfig(List.of());
    }
    Owners owners = owners(section.get());
    Map<String, Node> members = section.get().members("channels");
    if (members.isEmpty() && problems.isEmpty()) {
      problems.add(root, "needs at least one channel under \"channels\"");
    }
    List<ConfiguredChannel> channels = new ArrayList<>();
    for (Map.Entry<String, Node> member : members.entrySet()) {
      channel(member.getKey(), member.getValue(), owners).ifPresent(channels::add);
    }
    Map<String, String> accounts = AccountsReader.read(section.get());
    section.get().rejectUnknownKeys();
    return new ChannelsConfig(channels, accounts);
  }

  private Owners owners(Section section) {
    Map<String, Map<String, String>> ids = new HashMap<>();
    section
        .members("owners")
        .forEach(
            (owner, node) ->
                Section.of(node, problems).ifPresent(ones -> ids.put(owner, ids(ones))));
    return new Owners(ids);
  }

  private Map<String, String> ids(Section owner) {
    Map<String, String> ids = new HashMap<>();
    for (ChannelType type : types) {
      type.ownerForm()
          .flatMap(form -> form.read(owner, type.name()))
          .ifPresent(id -> ids.put(type.name(), id));
    }
    owner.rejectUnknownKeys();
    return ids;
  }

  private Optional<ConfiguredChannel> channel(String name, Node node, Owners owners) {
    if (!isName(name)) {
      problems.add(
          node,
          "the channel name \""
              + name
              + "\" must be 1 to "
              + LONGEST_NAME
              + " letters, digits, - or _: it ends the name of a queue");
    }
    Optional<Section> section = Section.of(node, problems);
    if (section.isEmpty()) {
      return Optional.empty();
    }
    Section settings = section.get();
    Optional<ChannelType> type = type(settings);
    Audience audience = audience(settings);
    Loudness loudness = LoudnessReader.read(settings);
    boolean chart = settings.flag("chart").orElse(false);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Optional<ChatService> service = type.get().read(settings, owners);
    settings.rejectUnknownKeys();
    if (chart && service.isPresent() && service.get().pictures().isEmpty()) {
      problems.add(settings.node("chart").orElseThrow(), NO_PICTURES);
    }
    return service.map(
        s -> new ConfiguredChannel(name, type.get().name(), audience, loudness, chart, s));
  }

  private Audience audience(Section settings) {
    return new Audience(
        words(settings, "severities", Severity::parse, names(Severity.values(), Severity::word)),
        words(settings, "kinds", Kind::parse, names(Kind.values(), Kind::word)),
        words(settings, "owners", ChannelsReader::name, List.of()),
        words(settings, "deployments", ChannelsReader::name, List.of()),
        TagsReader.read(settings));
  }

  private Optional<ChannelType> type(Section settings) {
    Optional<String> name = settings.requiredText("type");
    Optional<ChannelType> type =
        name.flatMap(word -> types.stream().filter(t -> t.name().equals(word)).findFirst());
    if (name.isPresent() && type.isEmpty()) {
      List<String> known = types.stream().map(ChannelType::name).toList();
      problems.add(
          settings.node("type").orElseThrow(),
          "unknown type \"" + name.get() + "\"" + meant(name.get(), known));
    }
    return type;
  }

  private <T> Set<T> words(
      Section settings, String key, Function<String, Optional<T>> parse, List<String> known) {
    Set<T> found = new LinkedHashSet<>();
    List<Node> items = settings.items(key);
    for (Node item : items) {
      Optional<String> word = Section.asText(item, problems);
      Optional<T> value = word.flatMap(parse);
      if (word.isPresent() && value.isEmpty()) {
        problems.add(item, "unknown word \"" + word.get() + "\"" + meant(word.get(), known));
      }
      value.ifPresent(found::add);
    }
    settings
        .node(key)
        .filter(node -> node instanceof Node.Items && items.isEmpty())
        .ifPresent(
            node -> problems.add(node, "is an empty list; leave out \"" + key + "\" for all"));
    return found;
  }

  private static Optional<String> name(String word) {
    return word.isBlank() ? Optional.empty() : Optional.of(word.strip());
  }

  private static String meant(String word, List<String> known) {
    if (known.isEmpty()) {
      return "; write a name";
    }
    String suggestion = Suggestion.didYouMean(word, known);
    return suggestion.isEmpty() ? "; write one of " + String.join(", ", known) : suggestion;
  }

  private static <E> List<String> names(E[] values, Function<E, String> word) {
    return Arrays.stream(values).map(word).toList();
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && name.chars()
            .allMatch(
                c ->
                    c >= 'a' && c <= 'z'
                        || c >= 'A' && c <= 'Z'
                        || c >= '0' && c <= '9'
                        || c == '-'
                        || c == '_');
  }
}
