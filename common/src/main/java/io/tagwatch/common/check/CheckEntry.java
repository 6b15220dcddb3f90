package io.tagwatch.common.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import io.tagwatch.common.maintenance.Maintenance;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * What every reader of {@code checks.yaml} needs to know of a check: uptime-lambda probes it,
 * alarms-lambda gives it alarms.
 *
 * @param name unique
 * @param url where it goes
 * @param alarm its {@code alarm:} line
 * @param maintenance when its alarms tell nobody
 */
public record CheckEntry(String name, URI url, AlarmLine alarm, Maintenance maintenance) {

  /** True when there is a certificate to watch. */
  public boolean hasCertificate() {
    return CheckUrl.isSecured(url);
  }

  public String scheme() {
    return url.getScheme().toLowerCase(Locale.ROOT);
  }

  /** How a check is called in sentences about it, whatever is wrong with it. */
  public static String subject(Node check) {
    Node called = check;
    if (check instanceof Node.Fields fields) {
      called = fields.values().getOrDefault("name", fields.values().get("url"));
    }
    return switch (called) {
      case null -> "check without a name";
      case Node.Text text -> "check \"" + CheckUrl.shown(text.value()) + '"';
      default -> "check " + called.describe();
    };
  }

  /**
   * A check written as a bare URL.
   *
   * @param outer what the defaults say
   */
  public static Optional<CheckEntry> ofBareUrl(Node.Text node, Inherited outer, Problems problems) {
    return CheckUrl.read(node, problems)
        .flatMap(
            url ->
                nameOf(url, node, problems).map(name -> of(name, url, outer, outer.maintenance())));
  }

  /**
   * The entry of a check written as a mapping. Notes the keys {@code name}, {@code url}, {@code
   * alarm} and {@code maintenance} as known; the caller reads the rest and rejects unknown keys.
   *
   * @param outer what the defaults say, for a check that is silent
   */
  public static Optional<CheckEntry> of(Section section, Inherited outer) {
    Problems problems = section.problems();
    Optional<Node> written = section.node("url");
    Optional<URI> url = written.flatMap(node -> CheckUrl.read(node, problems));
    if (written.isEmpty()) {
      problems.add(section.place(), "needs the key \"url\"");
    }
    Optional<String> given = section.text("name");
    given
        .filter(name -> !CheckName.isValid(name))
        .ifPresent(name -> rejectName(name, section.node("name").orElseThrow(), problems));
    Optional<AlarmLine> alarm = section.node("alarm").map(node -> AlarmLine.read(node, problems));
    Maintenance maintenance = Inherited.maintenance(section).orElse(outer.maintenance());
    Optional<String> name =
        given.or(() -> url.flatMap(u -> nameOf(u, written.orElseThrow(), problems)));
    return url.flatMap(
        u ->
            name.map(
                n ->
                    alarm
                        .map(own -> new CheckEntry(n, u, own, maintenance))
                        .orElseGet(() -> of(n, u, outer, maintenance))));
  }

  private static CheckEntry of(String name, URI url, Inherited outer, Maintenance maintenance) {
    return new CheckEntry(name, url, outer.alarm(), maintenance).withoutForeignAlarm();
  }

  /** What defaults say of certificates does not concern a check without one. */
  private CheckEntry withoutForeignAlarm() {
    return hasCertificate()
        ? this
        : new CheckEntry(
            name,
            url,
            new AlarmLine(alarm.off(), alarm.down(), alarm.latency(), Optional.empty()),
            maintenance);
  }

  private static void rejectName(String name, Node node, Problems problems) {
    problems.add(
        node,
        name.length() > CheckName.MAX_LENGTH
            ? tooLong(name)
            : '"' + CheckUrl.shown(name) + "\" is not a name; " + CheckName.FORM);
  }

  /** The name that a URL gives its check; reports one that CloudWatch would not take. */
  private static Optional<String> nameOf(URI url, Node node, Problems problems) {
    String name = CheckName.of(url);
    if (name.length() > CheckName.MAX_LENGTH) {
      problems.add(node, tooLong(name) + ": write it as a mapping with name: and url:");
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private static String tooLong(String name) {
    return "the name of this check has "
        + name.length()
        + " characters and CloudWatch takes "
        + CheckName.MAX_LENGTH
        + "; give it a shorter one";
  }
}
