package io.tagwatch.notify.channel;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.notification.Digest;
import io.tagwatch.notify.notification.Draft;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Link;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No payload exceeds what its service takes, whatever the text; numbers are the services' own. */
class LimitsTest {
  @Property(tries = 60)
  void everyPayloadOfAnyTextIsValidAndWithinTheLimits(@ForAll("notifications") Notification any)
      throws IOException {
    for (ConfiguredChannel channel : Channels.all()) {
      for (Form form : Form.values()) {
        String payload = channel.service().payload(any, form);

        ServiceLimits.check(channel.type(), payload);
      }
    }
  }

  @Property(tries = 20)
  void soIsEveryDigest(
      @ForAll("notifications") Notification one, @ForAll("notifications") Notification two)
      throws IOException {
    Notification digest = Digest.of(List.of(one, two));
    for (ConfiguredChannel channel : Channels.all()) {
      String payload = channel.service().payload(digest, Form.RICH);
      ServiceLimits.check(channel.type(), payload);
    }
  }

  @Provide
  Arbitrary<Notification> notifications() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(200),
            Arbitraries.strings()
                .withChars("<>&*_`|[]()\\\"\n")
                .ofMinLength(1_000)
                .ofMaxLength(6_000),
            Arbitraries.strings()
                .withChars('\uD83D', '\uDD34', '\u0000', 'ä', '漢')
                .ofMaxLength(5_000));
    return Combinators.combine(
            text,
            text,
            text,
            Arbitraries.integers().between(0, 40),
            Arbitraries.of(Status.values()))
        .as(LimitsTest::notification);
  }

  private static Notification notification(
      String title, String summary, String value, int count, Status status) {
    Draft draft =
        Notification.draft("id-" + title.hashCode())
            .is(Kind.ALARM, status, Severity.CRITICAL)
            .title(title)
            .summary(summary)
            .criterion(Optional.of(value))
            .name(Optional.of(value + title))
            .resource(Optional.of(summary))
            .owner(Optional.of("jane@example.com"))
            .dedupKey(Optional.of(title + summary));
    for (int i = 0; i < count; i++) {
      draft.field("name " + i + value, i % 2 == 0 ? value : summary);
      draft.link(
          Link.of(
              "label " + i + value, "https://example.com/" + "x".repeat(i * 90) + "?a=b&c=" + i));
    }
    return draft.build();
  }

  @Property(tries = 5)
  void fiftyAlarmsStillFit(@ForAll("notifications") Notification any) throws IOException {
    List<Notification> many =
        IntStream.range(0, 25).mapToObj(i -> any).collect(Collectors.toList());
    Notification digest = Digest.of(many);
    for (ConfiguredChannel channel : Channels.all()) {
      String payload = channel.service().payload(digest, Form.RICH);
      ServiceLimits.check(channel.type(), payload);
    }
  }
}
