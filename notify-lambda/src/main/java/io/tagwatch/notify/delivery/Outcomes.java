package io.tagwatch.notify.delivery;

/**
 * Hears every outcome as it happens, so that somebody can show what channels really did. A message
 * that a channel's filters do not take is no outcome. On Lambda nobody listens: the log says it.
 *
 * <p>Called by the thread that delivers; by several at once when several channels are told. It must
 * not throw.
 */
@FunctionalInterface
public interface Outcomes {

  /** Nobody listens. */
  Outcomes UNHEARD = outcome -> {};

  void told(Outcome outcome);
}
