package io.tagwatch.bench.probes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is probed.
 *
 * @param urls all of them
 * @param sick those that never give a whole answer
 * @param timeout of one probe
 */
record Targets(List<String> urls, Set<String> sick, Duration timeout) {

  static Targets healthy(TargetFarm farm, int number, Duration timeout) {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      urls.add(farm.url("ok", i));
    }
    return new Targets(urls, Set.of(), timeout);
  }

  /** Of ten targets one hangs, one trickles, and eight are well. */
  static Targets troubled(TargetFarm farm, int number, Duration timeout) {
    List<String> urls = new ArrayList<>();
    Set<String> sick = new HashSet<>();
    for (int i = 0; i < number; i++) {
      String behaviour = i % 10 == 3 ? "hang" : i % 10 == 7 ? "trickle" : "ok";
      urls.add(farm.url(behaviour, i));
      if (!behaviour.equals("ok")) {
        sick.add(urls.getLast());
      }
    }
    return new Targets(urls, sick, timeout);
  }
}
