package io.tagwatch.local.ec2;

/** Somebody who wants to know what happens to instances, in the order in which it happens. */
@FunctionalInterface
public interface Ec2Events {

  /**
   * Called on the thread of the API call that caused the event, before that call is answered and
   * when the change can already be seen. Whoever takes long hands over to a thread of their own.
   */
  void on(Ec2Event event);
}
