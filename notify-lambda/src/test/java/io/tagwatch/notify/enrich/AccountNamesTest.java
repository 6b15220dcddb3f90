package io.tagwatch.notify.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.Corpus;
import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountNamesTest {
  private final AccountNames names = new AccountNames(Map.of("123456789012", "acme-prod"));

  @Test
  void callsAnAccountAsPeopleDo() {
    Notification alarm = Corpus.notifications("own-disk.json").getFirst();

    Notification named = enrich(alarm).getFirst();

    assertThat(named.fields()).contains(new Field("Account", "acme-prod 1234-5678-9012"));
    assertThat(named.account()).contains("123456789012");
    assertThat(named.edited().replaceField("Account", "1234-5678-9012").build()).isEqualTo(alarm);
  }

  @Test
  void leavesEveryOtherAccountANumber() {
    Notification elsewhere =
        Notification.draft("m").field("Account", "9999-5678-9012").field("Note", "n").build();
    Notification none = Notification.draft("m").title("1234-5678-9012").build();

    assertThat(enrich(elsewhere, none)).containsExactly(elsewhere, none);
  }

  private List<Notification> enrich(Notification... told) {
    return names.enrich(List.of(told), Duration.ZERO);
  }
}
