package io.tagwatch.local.engine;

/**
 * An alarm, rule, expression or statistic that CloudWatch would refuse, or that this engine does
 * not model. The message is one sentence for whoever wrote the definition; the service answers it
 * as a ValidationError.
 */
public final class InvalidDefinition extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidDefinition(String message) {
    super(message);
  }
}
