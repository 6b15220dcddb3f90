package io.tagwatch.alarms.rule;

import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.check.CheckGroup;
import io.tagwatch.common.check.CheckGroups;
import io.tagwatch.common.check.CheckNames;
import io.tagwatch.common.check.Inherited;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names, URLs, alarm lines and maintenance windows of {@code checks.yaml}. The rest of that
 * file is the business of uptime-lambda.
 */
final class ChecksReader {
  private final Problems problems;
  private final CheckNames names = new CheckNames();

  private ChecksReader(Problems problems) {
    this.problems = problems;
  }

  static List<CheckEntry> read(ConfigFile file) {
    if (!file.parsed()) {
      return List.of();
    }
    ChecksReader reader = new ChecksReader(file.problems());
    List<CheckEntry> checks = new ArrayList<>();
    Section.of(file.root(), file.problems())
        .map(CheckGroups::read)
        .orElse(List.of())
        .forEach(group -> reader.group(group, checks));
    return checks;
  }

  private void group(CheckGroup group, List<CheckEntry> checks) {
    group.checks().forEach(item -> check(item, group.inherited()).ifPresent(checks::add));
  }

  private Optional<CheckEntry> check(Node item, Inherited outer) {
    Problems about = problems.about(CheckEntry.subject(item));
    Optional<CheckEntry> check =
        item instanceof Node.Text text
            ? CheckEntry.ofBareUrl(text, outer, about)
            : Section.of(item, about).flatMap(section -> CheckEntry.of(section, outer));
    check.ifPresent(entry -> names.take(entry.name(), item, problems));
    return check;
  }
}
