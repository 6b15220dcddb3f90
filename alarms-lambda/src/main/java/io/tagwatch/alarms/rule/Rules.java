package io.tagwatch.alarms.rule;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.config.Suggestion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of a file while the rest of it is read.
 *
 * @param read those that could be read, by name
 * @param declared the names of all, so that a faulty rule is not called unknown as well
 */
record Rules(Map<String, AlarmRule> read, Set<String> declared) {

  private static final String EXAMPLE =
      "metric: AWS/EC2 CPUUtilization, statistic: Average, critical: \"> 95\"}";

  /** The rule of that name for the given kind of subject; a mistake is reported at {@code node}. */
  Optional<AlarmRule> find(String name, SubjectKind kind, Node node, Section section) {
    AlarmRule rule = read.get(name);
    if (rule == null) {
      if (!declared.contains(name)) {
        String near = Suggestion.didYouMean(name, declared);
        section
            .problems()
            .add(
                node,
                "unknown alarm \""
                    + name
                    + "\""
                    + (near.isEmpty() ? "; define" : near + " If not, define")
                    + " it under alarms, such as "
                    + name
                    + (kind == SubjectKind.STATIC ? ": {subject: static, " : ": {")
                    + EXAMPLE);
      }
      return Optional.empty();
    }
    if (rule.subject() != kind) {
      section
          .problems()
          .add(
              node,
              "the alarm \""
                  + name
                  + "\" is about "
                  + rule.subject().word()
                  + "; here it must be one with subject: "
                  + kind.word());
      return Optional.empty();
    }
    return Optional.of(rule);
  }
}
