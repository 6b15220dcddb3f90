package io.tagwatch.common.maintenance;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Problems;
import io.tagwatch.common.config.Section;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All maintenance windows of a check. Probes go on in them; only its alarms tell nobody.
 *
 * <pre>
 * maintenance:
 *   - {cron: "0 2 * * SUN", duration: 2h, zone: Europe/Berlin}
 * </pre>
 */
public record Maintenance(List<MaintenanceWindow> windows) {
  /** No window at all. */
  public static final Maintenance NONE = new Maintenance(List.of());

  /**
   * How long before its start a window takes effect: what wants to be muted must be muted when the
   * first probe fails, and a run begins up to a minute late.
   */
  public static final Duration LEAD = Duration.ofMinutes(2);

  /** How far back {@link #endedLast} looks. */
  private static final Duration MEMORY = Duration.ofDays(1);

  public Maintenance {
    windows = List.copyOf(windows);
  }

  /** Reads one window or a list of them; mistakes are told. An empty list is none at all. */
  public static Maintenance read(Node node, Problems problems) {
    List<Node> nodes =
        node instanceof Node.Fields ? List.of(node) : Section.asItems(node, problems);
    List<MaintenanceWindow> windows = new ArrayList<>();
    nodes.forEach(one -> MaintenanceWindow.read(one, problems).ifPresent(windows::add));
    return new Maintenance(windows);
  }

  /** True from shortly before a window's start to its end. */
  public boolean mutes(Instant now) {
    return windows.stream().anyMatch(window -> window.isOpen(now, now.plus(LEAD)));
  }

  /** When a window closed last; empty when none did within a day. */
  public Optional<Instant> endedLast(Instant now) {
    return windows.stream()
        .flatMap(window -> window.ends(now.minus(MEMORY), now).stream())
        .max(Comparator.naturalOrder());
  }

  /** True when a mute begins or ends after {@code from}, up to and with {@code to}. */
  public boolean turns(Instant from, Instant to) {
    return windows.stream()
        .anyMatch(
            window ->
                !window.starts(from.plus(LEAD), to.plus(LEAD)).isEmpty()
                    || !window.ends(from, to).isEmpty());
  }
}
