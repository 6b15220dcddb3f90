package io.tagwatch.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.Samples;
import io.tagwatch.notify.channel.Channel;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.Delivery;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.ProcessMemory;
import io.tagwatch.notify.message.Messages;
import io.tagwatch.notify.notification.Notification;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private final List<Outcome> outcomes = new ArrayList<>();

  @Test
  void tellsAMessageThatTheServiceConfirmed() {
    Dispatcher dispatcher = dispatcher((message, deadline) -> new Delivery.Sent(""));

    deliver(dispatcher, alarm("one"));

    assertThat(outcomes).containsExactly(new Outcome.Posted("ops", alarm("one")));
  }

  @Test
  void tellsADigestAsTheOnePostThatItIs() {
    Dispatcher dispatcher = dispatcher((message, deadline) -> new Delivery.Sent(""));

    deliver(dispatcher, alarm("one"), alarm("two"), alarm("three"));

    assertThat(outcomes)
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Posted.class, posted -> assertThat(posted.message().parts()).hasSize(3));
  }

  @Test
  void tellsTheItemsOfADigestThatTheServiceRefused() {
    Dispatcher dispatcher =
        dispatcher(
            (message, deadline) ->
                message.isDigest() ? new Delivery.Rejected("too long") : new Delivery.Sent(""));

    deliver(dispatcher, alarm("one"), alarm("two"));

    assertThat(outcomes)
        .containsExactly(
            new Outcome.Posted("ops", alarm("one")), new Outcome.Posted("ops", alarm("two")));
  }

  @Test
  void tellsEachMessageThatWasNotDeliveredAndWhy() {
    Dispatcher dispatcher =
        dispatcher(
            (message, deadline) ->
                message.id().equals("one")
                    ? new Delivery.Rejected("no such channel")
                    : new Delivery.Retryable("Slack answered 503", Duration.ZERO));

    deliver(dispatcher, notice("one"), notice("two"));

    assertThat(outcomes)
        .containsExactly(
            new Outcome.Failed("ops", notice("one"), "no such channel", true),
            new Outcome.Failed("ops", notice("two"), "Slack answered 503", false));
  }

  @Test
  void tellsWhatWaitsBecauseTheServiceAskedForMoreTimeThanIsLeft() {
    Dispatcher dispatcher =
        dispatcher((message, deadline) -> new Delivery.Retryable("busy", Duration.ofHours(1)));

    deliver(dispatcher, notice("one"), notice("two"));

    assertThat(outcomes)
        .containsExactly(
            new Outcome.Failed("ops", notice("one"), "busy", false),
            new Outcome.Held("ops", notice("two"), "busy"));
  }

  @Test
  void keepsNothingBackForAMessageThatAChannelStumblesOver() {
    Dispatcher dispatcher =
        dispatcher(
            (message, deadline) -> {
              if (message.isDigest() || message.id().equals("two")) {
                throw new IllegalStateException("cannot draw this");
              }
              return new Delivery.Sent("");
            });

    deliver(dispatcher, alarm("one"), alarm("two"), alarm("three"), notice("four"));

    assertThat(outcomes)
        .containsExactly(
            new Outcome.Posted("ops", alarm("one")),
            new Outcome.Failed("ops", alarm("two"), "an internal error; see the log", true),
            new Outcome.Posted("ops", alarm("three")),
            new Outcome.Posted("ops", notice("four")));
  }

  @Test
  void tellsThatAMessageWasToldAlready() {
    Dispatcher dispatcher = dispatcher((message, deadline) -> new Delivery.Sent(""));
    deliver(dispatcher, notice("one"));
    outcomes.clear();

    deliver(dispatcher, notice("one"));

    assertThat(outcomes)
        .containsExactly(new Outcome.Suppressed("ops", notice("one"), "was told already"));
  }

  private Dispatcher dispatcher(Channel channel) {
    JsonLog log =
        new JsonLog(
            "notify",
            JsonLog.Level.INFO,
            new PrintStream(OutputStream.nullOutputStream()),
            InstantSource.system());
    Memory memory = new ProcessMemory(InstantSource.system());
    return new Dispatcher(
        new Addressee("ops", channel, true, digest -> true, Loudness.FULL),
        new Surroundings(time -> {}, InstantSource.system(), memory, log, outcomes::add));
  }

  private static void deliver(Dispatcher dispatcher, Notification... messages) {
    dispatcher.deliver(
        Stream.of(messages).map(message -> new Item(message.id(), message)).toList(),
        Deadline.in(Duration.ofSeconds(5)));
  }

  private static Notification notice(String id) {
    return Messages.recognise("a text", id);
  }

  private static Notification alarm(String id) {
    return Messages.recognise(Samples.alarm(id, "ALARM"), id);
  }
}
