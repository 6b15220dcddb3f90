package io.tagwatch.uptime.expect;

/** What became of an expectation. */
public sealed interface Outcome {

  /** It holds, whatever follows. */
  record Holds() implements Outcome {}

  /** It does not hold, whatever follows; {@code detail} says what was found instead. */
  record Fails(String detail) implements Outcome {}

  /** More of the body is needed. */
  record Open() implements Outcome {}

  Outcome HOLDS = new Holds();
  Outcome OPEN = new Open();
}
