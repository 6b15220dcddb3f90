package io.tagwatch.notify.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.Corpus;
import io.tagwatch.notify.enrich.ServerCards.Card;
import io.tagwatch.notify.enrich.ServerCards.CardsUnavailableException;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Server;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerTagsTest {
  private static final Duration AMPLE = Duration.ofSeconds(50);
  private static final String ID = "i-abcd1111";
  private static final Map<String, String> TAGS = Map.of("Team", "web");

  private final List<Collection<String>> asked = new ArrayList<>();
  private final Notification stopped = Corpus.notifications("ec2-stopped.json").getFirst();
  private final Instant event = stopped.occurredAt().orElseThrow();
  private Instant now = event.plusSeconds(30);
  private boolean silent;
  private Map<String, Card> servers = Map.of(ID, card(Optional.of(TAGS)));

  private final List<Enrichment> links =
      ServerTags.andNames(this::answer, "us-east-1", () -> now, JsonLog.silent());

  @Test
  void tellTheTagsOfTheServerAndAskOnceForTagsAndName() {
    List<Notification> told = List.of(stopped, stopped);
    for (Enrichment link : links) {
      told = link.enrich(told, AMPLE);
    }

    assertThat(told)
        .allSatisfy(one -> assertThat(one.server()).contains(new Server(ID, Optional.of(TAGS))));
    assertThat(told).allSatisfy(one -> assertThat(one.title()).startsWith("web-7 stopped"));
    assertThat(asked).singleElement().satisfies(ids -> assertThat(ids).containsExactly(ID));
  }

  @Test
  void areNeverOlderThanTheMessage() {
    tags(stopped);
    Notification later = stopped.edited().occurredAt(Optional.of(now.plusSeconds(5))).build();
    now = now.plusSeconds(10);
    servers = Map.of(ID, card(Optional.of(Map.of("Team", "db"))));

    assertThat(tags(stopped)).contains(TAGS);
    assertThat(tags(later)).contains(Map.of("Team", "db"));
  }

  @Test
  void areUnseenWithoutAnAnswerEvenWhereOldOnesAreRemembered() {
    tags(stopped);
    Notification later = stopped.edited().occurredAt(Optional.of(now.plusSeconds(5))).build();
    now = now.plusSeconds(10);
    silent = true;

    assertThat(tags(later)).isEmpty();
  }

  @Test
  void areUnseenOfAServerThatIsGoneOrElsewhereAndWithoutTime() {
    Notification elsewhere = stopped.edited().region(Optional.of("eu-west-1")).build();
    assertThat(tags(elsewhere)).isEmpty();
    assertThat(links.getFirst().enrich(List.of(stopped), Duration.ofSeconds(9)).getFirst().server())
        .contains(Server.unseen(ID));
    assertThat(asked).isEmpty();

    servers = Map.of();
    assertThat(tags(stopped)).isEmpty();
  }

  @Test
  void areLookedUpForAlarmsThatNameTheirServerToo() {
    Notification alarm = Corpus.notifications("own-disk.json").getFirst();
    String id = alarm.server().orElseThrow().id();
    Notification here = alarm.edited().region(Optional.of("us-east-1")).build();
    servers = Map.of(id, card(Optional.of(TAGS)));
    now = here.occurredAt().orElseThrow().plusSeconds(1);

    assertThat(tags(here)).contains(TAGS);
  }

  @Test
  void concernNothingThatIsAboutNoServer() {
    Notification budget = Corpus.notifications("budget-actual.json").getFirst();

    assertThat(links.getFirst().enrich(List.of(budget), AMPLE)).containsExactly(budget);
    assertThat(asked).isEmpty();
  }

  private Optional<Map<String, String>> tags(Notification one) {
    return links.getFirst().enrich(List.of(one), AMPLE).getFirst().server().orElseThrow().tags();
  }

  private Map<String, Card> answer(Collection<String> ids) {
    asked.add(ids);
    if (silent) {
      throw new CardsUnavailableException("denied");
    }
    return servers;
  }

  private static Card card(Optional<Map<String, String>> tags) {
    return new Card("web-7", "@jane", "t3.large", "us-east-1b", "stopped", Optional.empty(), tags);
  }
}
