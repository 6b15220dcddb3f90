package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.notify.notification.Field;
import io.tagwatch.notify.notification.Notification;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnyJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", " [ {} ] ", "[[[]]]", "{"})
  void showsNoBracketsWithNothingInThem(String text) {
    Notification told = told(text);

    assertThat(told.title()).isEqualTo("(an empty message)");
    assertThat(told.summary()).isEmpty();
  }

  @Test
  void showsWhatLiesNearTheTopWhenThereIsTooMuch() {
    String deep =
        IntStream.range(0, 40)
            .mapToObj(i -> "\"deep" + i + "\":" + i)
            .collect(Collectors.joining(",", "{", "}"));

    List<Field> fields = told("{\"below\":" + deep + ",\"first\":1,\"second\":2}").fields();

    assertThat(fields).hasSize(26).contains(new Field("first", "1"), new Field("second", "2"));
    assertThat(fields.getFirst().name()).isEqualTo("below.deep0");
    assertThat(fields.getLast()).isEqualTo(new Field("…", "17 more values"));
  }

  @Test
  void keepsTheReasonWhereverItStands() {
    String many =
        IntStream.range(0, 30)
            .mapToObj(i -> "\"a" + i + "\":" + i)
            .collect(Collectors.joining(","));

    assertThat(told("{" + many + ",\"x\":{\"y\":[{\"reason\":\"Out of memory\"}]}}").fields())
        .contains(new Field("x.y[0].reason", "Out of memory"));
  }

  @Test
  void readsMillisecondsAsATimeWhereTheNameSaysSo() {
    assertThat(told("{\"createdAt\":1717243200000,\"orderNumber\":1717243200000}").fields())
        .containsExactly(
            new Field("createdAt", "2024-06-01 12:00 UTC"),
            new Field("orderNumber", "1717243200000"));
  }

  @Test
  void repeatsNoSecretOfOthers() {
    Notification told =
        told(
            "{\"apiToken\":\"t0p\",\"db\":{\"Password\":\"t0p\",\"secretArn\":\"arn:aws:x\"},"
                + "\"environment-variables\":[{\"name\":\"PW\",\"value\":\"t0p\"}],\"secret\":null}");

    assertThat(told.fields())
        .contains(new Field("apiToken", "(hidden)"), new Field("db.Password", "(hidden)"))
        .contains(new Field("db.secretArn", "arn:aws:x"))
        .noneMatch(field -> field.value().contains("t0p"))
        .noneMatch(field -> field.name().equals("secret"));
  }

  @Test
  void opensJsonThatWasWrittenIntoAText() {
    assertThat(
            told("{\"input\":\"{\\\"order\\\":7,\\\"password\\\":\\\"t0p\\\"}\",\"a\":\"[no json\"}")
                .fields())
        .containsExactly(
            new Field("input.order", "7"),
            new Field("input.password", "(hidden)"),
            new Field("a", "[no json"));
  }

  @Test
  void makesATitleOfALoneMember() {
    assertThat(told("{\"ElastiCache:SnapshotComplete\":\"cache-1\"}").title())
        .isEqualTo("ElastiCache SnapshotComplete: cache-1");
  }

  private static Notification told(String json) {
    return Messages.recognise(json, "id");
  }
}
