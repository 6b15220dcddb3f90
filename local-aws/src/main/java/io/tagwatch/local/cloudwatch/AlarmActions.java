package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.AlarmState;
import io.tagwatch.local.protocol.AwsFault;
import io.tagwatch.local.sns.TopicPublisher;
import java.util.Optional;

/**
 * Carries out what an alarm asks for when it comes into a state: tells topics. Any other action
 * (instances, scaling policies, functions, incidents) has no counterpart in the embedded cloud; it
 * fails, and the alarm's history says so.
 */
final class AlarmActions {
  private static final String UNSUPPORTED = "The embedded cloud carries out SNS actions only.";

  private final String account;
  private final TopicPublisher topics;

  AlarmActions(String account, TopicPublisher topics) {
    this.account = account;
    this.topics = topics;
  }

  /**
   * @param record the alarm in its new state
   * @param before the state that it left
   */
  void run(CloudRegion region, AlarmRecord record, AlarmState before) {
    if (!record.alarm().actionsEnabled()) {
      return;
    }
    HistoryWriter history = new HistoryWriter(region.history());
    AlarmNotice notice = new AlarmNotice(account, region.name(), record, before);
    for (String action : record.alarm().actions(record.status().value())) {
      if (ActionArns.isTopic(action)) {
        String message = notice.message();
        Optional<String> error = publish(action, notice.subject(), message);
        history.acted(record, action, Optional.of(message), error);
      } else {
        history.acted(record, action, Optional.empty(), Optional.of(UNSUPPORTED));
      }
    }
  }

  private Optional<String> publish(String topic, String subject, String message) {
    try {
      topics.publish(topic, Optional.of(subject), message);
      return Optional.empty();
    } catch (AwsFault refusal) {
      return Optional.of(refusal.getMessage());
    }
  }
}
