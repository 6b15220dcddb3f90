package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.notification.Look;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateWordsTest {

  @ParameterizedTest
  @CsvSource({
    "FAILED, WARNING",
    "timed-out, WARNING",
    "UPDATE_ROLLBACK_COMPLETE, WARNING",
    "NON_COMPLIANT, WARNING",
    "SERVICE_DEPLOYMENT_FAILED, WARNING",
    "COMPLETED_WITH_ISSUES, WARNING",
    "SUCCEEDED, RESOLVED",
    "CREATE_COMPLETE, RESOLVED",
    "COMPLIANT, RESOLVED",
  })
  void lookLikeWhatTheySay(String state, Look look) {
    assertThat(StateWords.look(state)).contains(look);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUNNING", "STARTED", "IN_PROGRESS", "CANCELLED", "", "INCOMPLETE"})
  void lookLikeNothingWhileNothingIsDecided(String state) {
    assertThat(StateWords.look(state)).isEmpty();
  }

  @Test
  void changeTheColourButNotTheWayOfAMessage() {
    Notification failed = Messages.recognise(Samples.message("event-backup-failed.json"), "id");

    assertThat(failed.look()).isEqualTo(Look.WARNING);
    assertThat(failed.severity()).isEqualTo(Severity.INFO);
    assertThat(failed.status()).isEqualTo(Status.INFO);
    assertThat(failed.edited().build()).isEqualTo(failed);
  }
}
