package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.tag.RejectedTag;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run did.
 *
 * @param complete everything was read, and everything planned was written
 * @param surveyed servers and alarms were read; where they were not, the counts say nothing
 * @param servers that exist and are not terminated
 * @param reminded alarms that were muted and say now that they still fire
 * @param backlog changes that were planned and not made
 * @param held alarms that stay because too many servers are absent at once
 */
public record SyncReport(
    boolean complete,
    boolean surveyed,
    int servers,
    int desired,
    int created,
    int updated,
    int deleted,
    int unchanged,
    int foreign,
    int backlog,
    int held,
    int reminded,
    List<RejectedTag> rejectedTags,
    List<Finding> findings,
    List<Failure> errors) {

  public SyncReport {
    rejectedTags = List.copyOf(rejectedTags);
    findings = List.copyOf(findings);
    errors = List.copyOf(errors);
  }

  /** The same with more errors. */
  public SyncReport withErrors(List<Failure> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Failure> all = new ArrayList<>(errors);
    all.addAll(more);
    return new SyncReport(
        false,
        surveyed,
        servers,
        desired,
        created,
        updated,
        deleted,
        unchanged,
        foreign,
        backlog,
        held,
        reminded,
        rejectedTags,
        findings,
        all);
  }

  /** A run that wrote nothing, since something could not be read. */
  static SyncReport unread(int servers, List<Failure> errors) {
    List<Finding> findings =
        errors.stream()
            .map(
                error ->
                    new Finding(
                        "",
                        "",
                        error.operation()
                            + " was not read to the end; nothing is created, changed or deleted"))
            .toList();
    return new SyncReport(
        false, false, servers, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), findings, errors);
  }

  /** A run that had nothing to do. */
  public static SyncReport nothing() {
    return new SyncReport(
        true, true, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of(), List.of(), List.of());
  }
}
