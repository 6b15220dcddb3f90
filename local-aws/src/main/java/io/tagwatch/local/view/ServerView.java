package io.tagwatch.local.view;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One instance.
 *
 * @param id such as {@code i-0abc}
 * @param state as EC2 spells it, such as {@code running}
 * @param type such as {@code t3.large}
 * @param zone such as {@code eu-west-1b}
 * @param launched when it was launched last
 * @param detailedMonitoring datapoints every minute; every five minutes without
 * @param tags by key
 */
public record ServerView(
    String id,
    String state,
    String type,
    String zone,
    Instant launched,
    boolean detailedMonitoring,
    SortedMap<String, String> tags) {

  public ServerView {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /** With tags in whatever order they come. */
  public static ServerView of(
      String id,
      String state,
      String type,
      String zone,
      Instant launched,
      boolean detailedMonitoring,
      Map<String, String> tags) {
    return new ServerView(id, state, type, zone, launched, detailedMonitoring, new TreeMap<>(tags));
  }

  /** The tag {@code Name}; the identifier when there is none. */
  public String name() {
    String name = tags.getOrDefault("Name", "");
    return name.isBlank() ? id : name;
  }
}
