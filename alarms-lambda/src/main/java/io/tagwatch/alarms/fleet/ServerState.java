package io.tagwatch.alarms.fleet;

import java.util.Locale;

/** The states of an instance; see "Amazon EC2 instance state changes" in the EC2 user guide. */
public enum ServerState {
  PENDING,
  RUNNING,
  STOPPING,
  STOPPED,
  SHUTTING_DOWN,
  TERMINATED;

  /** As EC2 spells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True when the server will never come back. */
  public boolean isGone() {
    return this == SHUTTING_DOWN || this == TERMINATED;
  }

  /** The state of that word; a state that EC2 may add one day counts as running. */
  public static ServerState of(String word) {
    for (ServerState state : values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    return RUNNING;
  }
}
