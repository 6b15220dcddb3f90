package io.tagwatch.alarms.rule;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The entries of {@code regions:}. */
final class PlacesReader {
  private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");
  private static final Pattern ROLE =
      Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/[\\w+=,.@/-]+");
  private static final Pattern TOPIC =
      Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[\\w-]{1,256}");

  private PlacesReader() {}

  static List<Place> read(Section root) {
    List<Place> places = new ArrayList<>();
    Set<String> labels = new HashSet<>();
    for (Node node : root.items("regions")) {
      Section.of(node, root.problems())
          .flatMap(PlacesReader::place)
          .ifPresent(
              place -> {
                if (!labels.add(place.label())) {
                  root.problems().add(node, place.label() + " is given twice");
                }
                places.add(place);
              });
    }
    return places;
  }

  private static Optional<Place> place(Section section) {
    Optional<String> region = text(section, "region", REGION, "a region such as us-east-1");
    Optional<String> role =
        text(section, "role", ROLE, "a role's ARN such as arn:aws:iam::111122223333:role/tagwatch");
    Optional<String> topic =
        text(section, "topic", TOPIC, "a topic's ARN such as arn:aws:sns:us-east-1:111122223333:x");
    section.rejectUnknownKeys();
    if (region.isEmpty() || role.isEmpty() || topic.isEmpty()) {
      return Optional.empty();
    }
    if (!topic.get().contains(":" + region.get() + ":")) {
      section
          .problems()
          .add(
              section.node("topic").orElseThrow(),
              "must be in the region " + region.get() + ", since an alarm tells no other");
      return Optional.empty();
    }
    return Optional.of(new Place(region.get(), role.get(), topic.get()));
  }

  private static Optional<String> text(Section section, String key, Pattern form, String what) {
    Optional<String> text = section.requiredText(key);
    if (text.filter(t -> !form.matcher(t).matches()).isPresent()) {
      section
          .problems()
          .add(section.node(key).orElseThrow(), "\"" + text.get() + "\" is not " + what);
      return Optional.empty();
    }
    return text;
  }
}
