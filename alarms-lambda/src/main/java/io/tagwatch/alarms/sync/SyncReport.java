package io.tagwatch.alarms.sync;

import io.tagwatch.alarms.desired.Finding;
import io.tagwatch.alarms.fleet.Failure;
import io.tagwatch.alarms.tag.RejectedTag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run did.
 *
 * @param complete everything was read, and everything planned was written
 * @param surveyed servers and alarms were read; where they were not, the counts say nothing
 * @param servers that exist and are not terminated
 * @param reminded alarms that were muted and say now that they still fire
 * @param backlog changes that were planned and not made
 * @param places what other regions and accounts have in it, by their label
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
    List<Failure> errors,
    Map<String, SyncReport> places) {

  public SyncReport {
    rejectedTags = List.copyOf(rejectedTags);
    findings = List.copyOf(findings);
    errors = List.copyOf(errors);
    places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
  }

  /** Of one place alone. */
  public SyncReport(
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
    this(
        complete,
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
        errors,
        Map.of());
  }

  /**
   * This and another one together; what the other one complains of names its place.
   *
   * @param place such as {@code 111122223333/us-east-1}
   */
  public SyncReport and(String place, SyncReport other) {
    List<RejectedTag> allTags = new ArrayList<>(rejectedTags);
    allTags.addAll(other.rejectedTags);
    List<Finding> allFindings = new ArrayList<>(findings);
    other.findings.forEach(
        finding ->
            allFindings.add(
                new Finding(finding.subject(), finding.alarm(), place + ": " + finding.problem())));
    List<Failure> allErrors = new ArrayList<>(errors);
    other.errors.forEach(
        error -> allErrors.add(new Failure(error.operation(), place + ": " + error.message())));
    Map<String, SyncReport> allPlaces = new LinkedHashMap<>(places);
    allPlaces.put(place, other);
    return new SyncReport(
        complete && other.complete,
        surveyed && other.surveyed,
        servers + other.servers,
        desired + other.desired,
        created + other.created,
        updated + other.updated,
        deleted + other.deleted,
        unchanged + other.unchanged,
        foreign + other.foreign,
        backlog + other.backlog,
        held + other.held,
        reminded + other.reminded,
        allTags,
        allFindings,
        allErrors,
        allPlaces);
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
        all,
        places);
  }

  /** A run that wrote nothing, since something could not be read. */
  public static SyncReport unread(int servers, List<Failure> errors) {
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
