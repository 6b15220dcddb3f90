package io.tagwatch.local.protocol;

import java.util.Map;
import java.util.Set;

/** One AWS service of the embedded cloud. Implementations are safe for concurrent calls. */
public interface Service {

  /**
   * The operations that are modelled; any other is refused with the protocol's unknown-action
   * error.
   */
  Set<String> operations();

  /**
   * Carries out one call.
   *
   * @return the members of the operation's output shape; empty when it has none
   * @throws AwsFault when the service would refuse it, or when it asks for something not modelled
   */
  Map<String, Object> call(Call call);
}
