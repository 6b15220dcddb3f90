package io.tagwatch.local.sqs;

/** Where a queue gives up messages that were received too often. */
interface DeadLetters {
  /** For a queue without a redrive policy. */
  DeadLetters NONE =
      new DeadLetters() {
        @Override
        public boolean concern(Message message) {
          return false;
        }

        @Override
        public void bury(Message message) {
          throw new IllegalStateException("no dead-letter queue");
        }
      };

  /** Whether this message has had all its receives. */
  boolean concern(Message message);

  void bury(Message message);
}
