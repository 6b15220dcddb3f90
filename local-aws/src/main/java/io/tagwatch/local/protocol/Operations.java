package io.tagwatch.local.protocol;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a service can do, by the operations' names in the service model.
 *
 * @param byName each takes a call and returns the members of its output shape
 */
public record Operations(Map<String, Function<Call, Map<String, Object>>> byName) {

  /** The names. */
  public Set<String> names() {
    return byName.keySet();
  }

  /** Carries out a call of one of {@link #names}. */
  public Map<String, Object> carryOut(Call call) {
    return byName.get(call.operation()).apply(call);
  }
}
