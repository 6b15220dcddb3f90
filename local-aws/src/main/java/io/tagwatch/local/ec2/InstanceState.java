package io.tagwatch.local.ec2;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The states of an instance, with the codes of the API. */
enum InstanceState {
  PENDING(0),
  RUNNING(16),
  SHUTTING_DOWN(32),
  TERMINATED(48),
  STOPPING(64),
  STOPPED(80);

  private final int code;

  InstanceState(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** As the API spells it, such as {@code shutting-down}. */
  String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Map<String, Object> shown() {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("code", code);
    shown.put("name", title());
    return shown;
  }
}
