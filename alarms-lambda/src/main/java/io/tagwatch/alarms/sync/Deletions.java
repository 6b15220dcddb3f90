package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.alarm.ActualAlarm;
import io.tagwatch.alarms.alarm.AlarmIdentity;
import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.rule.AlarmRule;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.StaticSubject;
import io.tagwatch.alarms.rule.SubjectKind;
import io.tagwatch.common.check.CheckEntry;
import io.tagwatch.common.check.DiscoveredCheck;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which alarms of ours may go.
 *
 * <p>Alarms of servers that are there, or known to be terminated, may; so may those of checks and
 * fixed subjects, which the configuration alone decides. Alarms of servers that are simply absent
 * may only while they are few.
 */
final class Deletions {

  /**
   * The decision.
   *
   * @param held what stays for now
   */
  record Verdict(List<Change.Delete> deletes, List<ActualAlarm> held, List<Finding> findings) {}

  /** Every instance identifier starts like this. */
  private static final String SERVER_ID = "i-";

  private final AlarmsConfig config;
  private final Scope scope;
  private final Evidence evidence;
  private final boolean allowed;
  private final Set<String> otherSubjects = new HashSet<>();
  private final List<Change.Delete> certain = new ArrayList<>();
  private final List<Change.Delete> absent = new ArrayList<>();

  Deletions(AlarmsConfig config, Scope scope, Evidence evidence, boolean allowed) {
    this.config = config;
    this.scope = scope;
    this.evidence = evidence;
    this.allowed = allowed;
    config.checks().stream().map(CheckEntry::name).forEach(otherSubjects::add);
    config.statics().stream().map(StaticSubject::id).forEach(otherSubjects::add);
  }

  void add(ActualAlarm alarm, AlarmIdentity identity) {
    Optional<String> probed = probedServer(identity);
    String subject = probed.orElse(identity.subject());
    if (probed.isEmpty() && !isOfServer(identity)) {
      if (scope instanceof Scope.Everything) {
        certain.add(delete(alarm, identity, "alarms.yaml and checks.yaml do not ask for it"));
      }
      return;
    }
    switch (evidence.of(subject)) {
      case PRESENT -> certain.add(delete(alarm, identity, "rules and tags do not ask for it"));
      case TERMINATED -> certain.add(delete(alarm, identity, "the server is terminated"));
      case ABSENT -> absent.add(delete(alarm, identity, "the server is not there"));
    }
  }

  /**
   * @param owned how many alarms of ours exist
   */
  Verdict decide(int owned) {
    List<Change.Delete> deletes = new ArrayList<>(certain);
    if (absent.isEmpty() || !holds(owned)) {
      deletes.addAll(absent);
      return new Verdict(deletes, List.of(), List.of());
    }
    List<ActualAlarm> held = absent.stream().map(Change.Delete::alarm).toList();
    return new Verdict(deletes, held, List.of(new Finding("", "", why(owned))));
  }

  /** The server whose tag asked for the check that an alarm is about. */
  private Optional<String> probedServer(AlarmIdentity identity) {
    return otherSubjects.contains(identity.subject())
        ? Optional.empty()
        : DiscoveredCheck.serverOf(identity.subject());
  }

  /** A rule that is still there says what its subjects are; else the identifier must. */
  private boolean isOfServer(AlarmIdentity identity) {
    AlarmRule rule = config.rules().get(identity.rule());
    return identity.subject().startsWith(SERVER_ID)
        && !otherSubjects.contains(identity.subject())
        && (rule == null || rule.subject() == SubjectKind.SERVERS);
  }

  /** A run for a few servers leaves those that are absent to the next whole run. */
  private boolean holds(int owned) {
    return scope instanceof Scope.Servers
        || !allowed && (evidence.isEmpty() || config.safety().holds(absent.size(), owned));
  }

  private String why(int owned) {
    long servers = absent.stream().map(delete -> delete.identity().subject()).distinct().count();
    boolean one = servers == 1;
    String who = one ? " absent server" : " absent servers";
    return absent.size() + " alarms of " + servers + who + " are held: " + cause(owned, one);
  }

  private String cause(int owned, boolean one) {
    if (scope instanceof Scope.Servers) {
      return "EC2 does not list "
          + (one ? "it, and no event said that it is" : "them, and no event said that they are")
          + " terminated; the next whole run decides";
    }
    String why =
        evidence.isEmpty()
            ? "EC2 lists no server at all"
            : String.format(
                Locale.ROOT,
                "that is more than safety.from %d and more than safety.max_delete_share %s of %d",
                config.safety().from(),
                config.safety().maxDeleteShare(),
                owned);
    return why
        + (one ? "; if it is gone" : "; if they are gone")
        + ", send {\"action\":\"reconcile\",\"allowDeletes\":true}";
  }

  private Change.Delete delete(ActualAlarm alarm, AlarmIdentity identity, String reason) {
    AlarmRule rule = config.rules().get(identity.rule());
    int priority = rule == null ? AlarmRule.DEFAULT_PRIORITY : rule.priority();
    return new Change.Delete(alarm, identity, priority, reason);
  }
}
