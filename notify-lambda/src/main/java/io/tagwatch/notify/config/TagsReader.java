package io.tagwatch.notify.config;

import io.tagwatch.common.config.Glob;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code tags: {Team: web, Stage: [prod, "live-*"]}} of one channel: globs as in {@code matches} of
 * alarms.yaml, by the tag.
 */
final class TagsReader {
  private static final String EXAMPLE = "{Team: web, Stage: [prod, \"live-*\"]}";

  /** EC2 user guide, "Tag restrictions": characters of a key. */
  private static final int LONGEST_KEY = 128;

  private TagsReader() {}

  static TagFilter read(Section channel) {
    Problems problems = channel.problems();
    Optional<Node> node = channel.node("tags");
    if (node.isEmpty()) {
      return TagFilter.NONE;
    }
    if (!(node.get() instanceof Node.Fields fields)) {
      problems.add(node.get(), node.get().describe() + " is no mapping of tags; write " + EXAMPLE);
      return TagFilter.NONE;
    }
    Map<String, Node> tags = fields.values();
    if (tags.isEmpty()) {
      problems.add(fields, "is empty; leave out \"tags\" for all servers, or write " + EXAMPLE);
    }
    if (tags.containsKey("tag") && tags.containsKey("matches")) {
      problems.add(
          fields, "names tags by their keys; write " + EXAMPLE + " without tag and matches");
      return TagFilter.NONE;
    }
    Map<String, List<Glob>> wanted = new HashMap<>();
    tags.forEach((tag, values) -> wanted.put(tag, globs(tag, values, problems)));
    return new TagFilter(wanted);
  }

  private static List<Glob> globs(String tag, Node values, Problems problems) {
    if (tag.isBlank() || tag.codePointCount(0, tag.length()) > LONGEST_KEY) {
      problems.add(
          values, "\"" + tag + "\" is no key of a tag; write 1 to " + LONGEST_KEY + " characters");
    }
    List<Glob> globs = new ArrayList<>();
    for (String value : Section.asTexts(values, problems)) {
      if (value.isBlank()) {
        problems.add(values, "is blank; write a value, or \"*\" for any");
      }
      globs.add(new Glob(value));
    }
    if (values instanceof Node.Items items && items.values().isEmpty()) {
      problems.add(values, "is an empty list; write a value, or \"*\" for any");
    }
    return globs;
  }
}
