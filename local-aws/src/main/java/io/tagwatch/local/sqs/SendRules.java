package io.tagwatch.local.sqs;

/** What a queue refuses to take. See SendMessage in the API reference. */
final class SendRules {
  private SendRules() {}

  static void check(OutgoingMessage message, QueueAttributes queue) {
    if (message.body().isEmpty()) {
      throw SqsFaults.missing("MessageBody");
    }
    requireAllowedCharacters(message.body());
    int limit = queue.number(QueueAttribute.MAXIMUM_MESSAGE_SIZE);
    if (message.size() > limit) {
      throw SqsFaults.invalidParameter(
          "One or more parameters are invalid. Reason: Message must be shorter than "
              + limit
              + " bytes.");
    }
    message.delaySeconds().ifPresent(seconds -> requireDelay(seconds, queue));
    if (queue.fifo()) {
      requireFifoMembers(message, queue);
    } else if (message.deduplicationId().isPresent()) {
      throw SqsFaults.invalidParameter(
          "MessageDeduplicationId",
          message.deduplicationId().get(),
          "The request include parameter that is not valid for this queue type.");
    }
    message.groupId().ifPresent(id -> requireFifoId("MessageGroupId", id));
    message.deduplicationId().ifPresent(id -> requireFifoId("MessageDeduplicationId", id));
  }

  private static void requireAllowedCharacters(String text) {
    text.codePoints()
        .filter(point -> !allowed(point))
        .findFirst()
        .ifPresent(
            point -> {
              throw SqsFaults.invalidContents(point);
            });
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  private static void requireDelay(int seconds, QueueAttributes queue) {
    if (seconds < 0 || seconds > SqsLimits.DELAY_SECONDS) {
      throw SqsFaults.invalidParameter(
          "DelaySeconds", seconds, "DelaySeconds must be >= 0 and <= 900.");
    }
    if (queue.fifo() && seconds > 0) {
      throw SqsFaults.invalidParameter(
          "DelaySeconds",
          seconds,
          "The request include parameter that is not valid for this queue type.");
    }
  }

  private static void requireFifoMembers(OutgoingMessage message, QueueAttributes queue) {
    if (message.groupId().isEmpty()) {
      throw SqsFaults.missing("MessageGroupId");
    }
    boolean byContent = queue.is(QueueAttribute.CONTENT_BASED_DEDUPLICATION);
    if (message.deduplicationId().isEmpty() && !byContent) {
      throw SqsFaults.invalidParameter(
          "The queue should either have ContentBasedDeduplication enabled or "
              + "MessageDeduplicationId provided explicitly");
    }
  }

  private static void requireFifoId(String name, String id) {
    boolean printable = id.chars().allMatch(each -> each > ' ' && each < 0x7F);
    if (id.isEmpty() || id.length() > SqsLimits.FIFO_ID_CHARACTERS || !printable) {
      throw SqsFaults.invalidParameter(
          name,
          id,
          name + " can only include alphanumeric and punctuation characters. 1 to 128 in length.");
    }
  }
}
