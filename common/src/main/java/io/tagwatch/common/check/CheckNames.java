package io.tagwatch.common.check;

import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.util.HashMap;
import java.util.Map;

/** The names of the checks read so far, for they must be unique. */
public final class CheckNames {
  private final Map<String, Place> taken = new HashMap<>();

  /** Takes a name; reports one that an earlier check has. */
  public void take(String name, Node check, Problems problems) {
    Place first = taken.putIfAbsent(name, check.place());
    if (first != null) {
      String where = first.hasLine() ? "line " + first.line() : first.path();
      problems
          .about("check \"" + name + "\"")
          .add(
              check,
              "the name \""
                  + name
                  + "\" is taken by "
                  + where
                  + "; give this one a name of its own");
    }
  }
}
