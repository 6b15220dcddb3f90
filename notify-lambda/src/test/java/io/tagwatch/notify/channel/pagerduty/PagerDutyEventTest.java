package io.tagwatch.notify.channel.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Notification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PagerDutyEventTest {

  @Test
  void countsTheDetailsThatHaveNoRoom() {
    Draft draft = Notification.draft("m-1").title("漢".repeat(5_000));
    for (int i = 0; i < 80; i++) {
      draft.field("name " + i, "漢".repeat(10_000));
    }

    String event = PagerDutyEvent.of(draft.build(), Form.RICH);

    assertThat(event.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(PagerDutyEvent.EVENT_BYTES);
    assertThat(event).contains("\"name 0\":\"漢").contains("\"…\":\"and 56 more\"");
  }

  @Test
  void saysSomethingOfATitleThatCannotBeSeen() {
    Notification blank = Notification.draft("m-1").title("\u0001\u0002").build();

    assertThat(PagerDutyEvent.of(blank, Form.PLAIN)).contains("\"summary\":\"other\"");
  }
}
