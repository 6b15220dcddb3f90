package io.tagwatch.cli.config;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Builds the tree of one document from the parser's events. */
final class YamlComposer {
  private static final String MERGE_KEY = "<<";

  private record Anchored(Node node, int values) {}

  private final Iterator<Event> events;
  private final Problems problems;
  private final Map<String, Optional<Anchored>> anchors = new HashMap<>();
  private int depth;
  private int values;

  YamlComposer(Iterator<Event> events, Problems problems) {
    this.events = events;
    this.problems = problems;
  }

  /** The only document; {@link Node.Empty} when the stream holds none. */
  Node document() {
    Node root = new Node.Empty(Place.ROOT);
    boolean found = false;
    while (events.hasNext()) {
      Event event = events.next();
      if (event.getEventId() == Event.ID.DocumentStart) {
        if (found) {
          throw new YamlFault(
              place(event, ""), "a second document starts here; a file holds one, remove the ---");
        }
        found = true;
        root = node(events.next(), "");
      }
    }
    return root;
  }

  private Node node(Event event, String path) {
    Place place = place(event, path);
    count(place, 1);
    if (event instanceof AliasEvent alias) {
      return aliased(alias, place);
    }
    int before = values - 1;
    Optional<String> anchor = ((NodeEvent) event).getAnchor().map(Anchor::getValue);
    anchor.ifPresent(name -> anchors.put(name, Optional.empty()));
    Node node =
        event instanceof ScalarEvent scalar
            ? new YamlScalar(place, problems).read(scalar)
            : collection((CollectionStartEvent) event, place);
    anchor.ifPresent(name -> anchors.put(name, Optional.of(new Anchored(node, values - before))));
    return node;
  }

  private Node aliased(AliasEvent alias, Place place) {
    String name = alias.getAlias().getValue();
    if (!anchors.containsKey(name)) {
      throw new YamlFault(
          place, "the alias *" + name + " has no anchor &" + name + " before it; add one");
    }
    Anchored anchored =
        anchors
            .get(name)
            .orElseThrow(() -> new YamlFault(place, "the alias *" + name + " contains itself"));
    count(place, anchored.values);
    return at(place, anchored.node);
  }

  /** What is wrong with the value as such is told of where it is used, its parts of the anchor. */
  private static Node at(Place place, Node node) {
    return switch (node) {
      case Node.Text text -> new Node.Text(place, text.value());
      case Node.Numeric numeric -> new Node.Numeric(place, numeric.value());
      case Node.Flag flag -> new Node.Flag(place, flag.value());
      case Node.Empty _ -> new Node.Empty(place);
      case Node.Items items -> new Node.Items(place, items.values());
      case Node.Fields fields -> new Node.Fields(place, fields.values(), fields.keys());
    };
  }

  private Node collection(CollectionStartEvent event, Place place) {
    event
        .getTag()
        .map(Tag::new)
        .filter(tag -> !tag.equals(Tag.MAP) && !tag.equals(Tag.SEQ) && !tag.getValue().equals("!"))
        .ifPresent(
            tag ->
                problems.add(
                    place, "the tag \"" + tag.getValue() + "\" is not supported; leave it out"));
    if (++depth > YamlLimits.DEPTH) {
      throw new YamlFault(place, "is nested deeper than " + YamlLimits.DEPTH + " levels");
    }
    Node node = event.getEventId() == Event.ID.MappingStart ? fields(place) : items(place);
    depth--;
    return node;
  }

  private Node items(Place place) {
    List<Node> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(node(event, place.item(items.size())));
    }
    return new Node.Items(place, items);
  }

  private Node fields(Place place) {
    Map<String, Node> members = new LinkedHashMap<>();
    Map<String, Place> keys = new LinkedHashMap<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Optional<String> key = key(event, place);
      Place keyPlace = place(event, place.member(key.orElse("?")));
      Node value = node(events.next(), keyPlace.path());
      if (key.isEmpty()) {
        continue;
      }
      Place first = keys.putIfAbsent(key.get(), keyPlace);
      if (first != null) {
        problems.add(
            keyPlace,
            "the key \"" + key.get() + "\" is given twice, first in line " + first.line());
      }
      members.put(key.get(), value);
    }
    return new Node.Fields(place, members, keys);
  }

  /** The text of a key; empty, with a reported mistake, when it cannot be one. */
  private Optional<String> key(Event event, Place mapping) {
    Place place = place(event, mapping.path());
    if (event instanceof ScalarEvent scalar) {
      if (scalar.isPlain() && scalar.getValue().equals(MERGE_KEY)) {
        problems.add(place, "the merge key << is not part of YAML 1.2; repeat the keys instead");
        return Optional.empty();
      }
      if (scalar.isPlain() && scalar.getValue().isEmpty()) {
        problems.add(place, "a key is missing before the colon");
        return Optional.empty();
      }
      node(event, mapping.path());
      return Optional.of(scalar.getValue());
    }
    if (node(event, mapping.path()) instanceof Node.Text text) {
      return Optional.of(text.value());
    }
    problems.add(place, "a key must be text, not a list or a mapping");
    return Optional.empty();
  }

  private void count(Place place, int more) {
    values += more;
    if (values > YamlLimits.VALUES) {
      throw new YamlFault(
          place, "holds more than " + YamlLimits.VALUES + " values, aliases counted each time");
    }
  }

  private static Place place(Event event, String path) {
    return event
        .getStartMark()
        .map(mark -> new Place(path, mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(Place.ofPath(path));
  }
}
