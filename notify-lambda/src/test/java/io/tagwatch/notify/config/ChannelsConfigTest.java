package io.tagwatch.notify.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.common.alarm.Severity;
import io.tagwatch.notify.channel.Channels;
import io.tagwatch.notify.channel.Form;
import io.tagwatch.notify.channel.Owners;
import io.tagwatch.notify.loudness.Flapping;
import io.tagwatch.notify.loudness.Loudness;
import io.tagwatch.notify.loudness.QuietHours;
import io.tagwatch.notify.notification.Kind;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelsConfigTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "slack | \"webhook\": \"env:A\"",
        "slack | \"token\": \"env:A\", \"channel\": \"#ops\"",
        "teams | \"webhook\": \"env:A\"",
        "pagerduty | \"routing_key\": \"env:A\"",
        "webhook | \"url\": \"env:A\"",
      })
  void refusesChartsWhereNoneCanBeShown(String type, String settings) {
    String json = "{\"channels\": {\"a\": {\"type\": \"%s\", %s, \"chart\": %s}}}";

    assertThatThrownBy(() -> Channels.read(json.formatted(type, settings, true)))
        .hasMessageContaining("channels.a.chart")
        .hasMessageContaining("this channel cannot show a picture; leave out \"chart\"");
    assertThat(Channels.read(json.formatted(type, settings, false)).charts()).isFalse();
  }

  @Test
  void takesChartsByChannel() {
    ChannelsConfig config =
        Channels.read(
            "{\"channels\": {\"a\": {\"type\": \"discord\", \"webhook\": \"env:A\", \"chart\": true},"
                + " \"b\": {\"type\": \"discord\", \"webhook\": \"env:A\"}}}");

    assertThat(config.charts()).isTrue();
    assertThat(config.channels()).extracting(ConfiguredChannel::chart).containsExactly(true, false);
  }

  @ParameterizedTest
  @CsvSource({
    "ALARM, CRITICAL, all pages",
    "ALARM, WARNING, all",
    "BUDGET, CRITICAL, all",
    "EC2, INFO, all",
  })
  void tellsChannelsWhatTheirFiltersTake(Kind kind, Severity severity, String told) {
    ChannelsConfig config =
        Channels.read(
            "{\"channels\":{\"all\":{\"type\":\"webhook\",\"url\":\"env:A\"},"
                + "\"pages\":{\"type\":\"webhook\",\"url\":\"env:A\",\"severities\":[\"critical\"],\"kinds\":[\"alarm\"]}}}");

    assertThat(config.audienceOf(notification(kind, severity)))
        .extracting(ConfiguredChannel::name)
        .containsExactly(told.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "Jane@example.com, prod, all jane prod",
    "Jane@example.com, test, all jane",
    ", prod, all prod",
    "joe@example.com, , all",
  })
  void tellsChannelsOfOwnersAndDeployments(String owner, String deployment, String told) {
    ChannelsConfig config =
        Channels.read(
            "{\"channels\":{\"all\":{\"type\":\"webhook\",\"url\":\"env:A\"},"
                + "\"jane\":{\"type\":\"webhook\",\"url\":\"env:A\",\"owners\":[\"jane@example.com\"]},"
                + "\"prod\":{\"type\":\"webhook\",\"url\":\"env:A\",\"deployments\":[\"prod\"]}}}");
    Notification message =
        Notification.draft("m")
            .owner(Optional.ofNullable(owner))
            .field("Deployment", deployment)
            .build();

    assertThat(config.audienceOf(message))
        .extracting(ConfiguredChannel::name)
        .containsExactly(told.split(" "));
  }

  @Test
  void readsWhatPeopleCallAccounts() {
    ChannelsConfig config =
        Channels.read(
            "{\"channels\":{\"x\":{\"type\":\"webhook\",\"url\":\"env:A\"}},"
                + "\"accounts\":{\"123456789012\":\" acme-prod \",\"012345678901\":\"acme test\"}}");

    assertThat(config.accounts())
        .isEqualTo(Map.of("123456789012", "acme-prod", "012345678901", "acme test"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'1234': 'a'} | \"1234\" is no account number; write its twelve digits in quotes",
        "{'1234-5678-9012': 'a'} | \"1234-5678-9012\" is no account number",
        "{'123456789012': ' '} | the name of an account must be one line of 1 to 60 characters",
        "{'123456789012': 7} | must be text",
        "['123456789012'] | accounts",
      })
  void refusesAccountsThatCannotBeMeant(String accounts, String complaint) {
    String json =
        "{\"channels\":{\"x\":{\"type\":\"webhook\",\"url\":\"env:A\"}},\"accounts\":"
            + accounts.replace('\'', '"')
            + "}";

    assertThatThrownBy(() -> Channels.read(json)).hasMessageContaining(complaint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slack | @jane | \"@jane\" calls nobody; write the member's identifier such as U012AB3CD",
        "discord | jane | \"jane\" calls nobody; write the user's identifier",
        "telegram | @jane | \"@jane\" calls nobody; write the user name without @",
        "matrix | jane | \"jane\" calls nobody; write the Matrix identifier",
        "teams | jane | unknown key \"teams\"",
      })
  void refusesOwnersWhomTheServiceCouldNotCall(String type, String id, String complaint) {
    String json =
        "{\"channels\":{\"x\":{\"type\":\"webhook\",\"url\":\"env:A\"}},"
            + "\"owners\":{\"jane@example.com\":{\"%s\":\"%s\"}}}";

    assertThatThrownBy(() -> Channels.read(json.formatted(type, id)))
        .hasMessageContaining("owners.jane@example.com." + type)
        .hasMessageContaining(complaint);
  }

  @Test
  void knowsOwnersInUpperAndLowerCase() {
    Owners owners =
        new Owners(Map.of("Jane@example.com", Map.of("slack", "U1")))
            .with("joe@example.com", "slack", "U2");

    assertThat(owners.id("jane@EXAMPLE.com", "slack")).contains("U1");
    assertThat(owners.id("JOE@example.com", "slack")).contains("U2");
  }

  @Test
  void readsQuietHoursAndFlapping() {
    ConfiguredChannel channel =
        Channels.read(
                "{\"channels\":{\"x\":{\"type\":\"webhook\",\"url\":\"env:A\","
                    + "\"quiet\":{\"from\":\"22:00\",\"to\":\"07:00\",\"zone\":\"Europe/Berlin\",\"days\":[\"fri\",\"sat\"]},"
                    + "\"flapping\":{\"changes\":6,\"within\":\"10m\"}}}}")
            .channels()
            .getFirst();

    assertThat(channel.loudness())
        .isEqualTo(
            new Loudness(
                Optional.of(
                    new QuietHours(
                        LocalTime.of(22, 0),
                        LocalTime.of(7, 0),
                        ZoneId.of("Europe/Berlin"),
                        Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY))),
                Optional.of(new Flapping(6, Duration.ofMinutes(10)))));
  }

  @ParameterizedTest
  @CsvSource({
    "ALARM, CRITICAL, critical",
    "ALARM, WARNING, warning",
    "EC2, INFO, critical warning"
  })
  void tellsAllWhenEveryChannelFiltersAndNoneTakesIt(Kind kind, Severity severity, String told) {
    ChannelsConfig config =
        Channels.read(
            "{\"channels\":{\"critical\":{\"type\":\"webhook\",\"url\":\"env:A\",\"severities\":[\"critical\"]},"
                + "\"warning\":{\"type\":\"webhook\",\"url\":\"env:A\",\"severities\":[\"warning\"]}}}");

    assertThat(config.audienceOf(notification(kind, severity)))
        .extracting(ConfiguredChannel::name)
        .containsExactly(told.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}| needs at least one channel",
        "{'channels':{'a':{'type':'webhook','url':'env:A','quiet':{'from':'22:00'}}}}| needs the key \"to\"",
        "{'channels':{'a':{'type':'webhook','url':'env:A','quiet':{'from':'10pm','to':'07:00'}}}}| is not a time of day",
        "{'channels':{'a':{'type':'webhook','url':'env:A','quiet':{'from':'22:00','to':'07:00','zone':'Berlin'}}}}| is not a time zone",
        "{'channels':{'a':{'type':'webhook','url':'env:A','quiet':{'from':'22:00','to':'07:00','days':['funday']}}}}| is not a day",
        "{'channels':{'a':{'type':'webhook','url':'env:A','quiet':{'from':'22:00','to':'22:00'}}}}| would never end",
        "{'channels':{'a':{'type':'webhook','url':'env:A','quiet':{'from':'22:00','to':'07:00','days':[]}}}}| is an empty list; leave out \"days\" for all days",
        "{'channels':{'a':{'type':'webhook','url':'env:A','severities':'critical'}}}| \"critical\" must be a list; write [one, two]",
        "{'channels':{'a':{'type':'webhook','url':null}}}| channels.a.url  has no value; write env:NAME",
        "{'channels':{'a':{'type':'telegram','token':'env:A','chat':'ops'}}}| channels.a.chat  is not a chat; write its number such as \"-100123\"",
        "{'channels':{'a':'https://example.com/secret'}}| must be a mapping of keys to values, not a URL",
        "{'channels':{'a':{'type':'webhook','url':'env:A','flapping':{'changes':1,'within':'10m'}}}}| whole number from 2 to 100",
        "{'channels':{'a':{'type':'webhook','url':'env:A','flapping':{'changes':3,'within':'2h'}}}}| write at most 1h",
        "{'channels':{'a':{'type':'webhook','url':'env:A','flapping':{'changes':3}}}}| needs the key \"within\"",
        "{'channels':{'a':{'type':'webhook','url':'env:A','owners':[]}}}| is an empty list",
        "{'channels':{'a b':{'type':'webhook','url':'env:A'}}}| the channel name",
        "{'channels':{'a':{'url':'env:A'}}}| needs the key \"type\"",
        "{'channels':{'a':{'type':'slack'}}}| needs either \"webhook\", or \"token\" and \"channel\"",
        "{'channels':{'a':{'type':'slack','token':'env:A'}}}| needs the key \"channel\"",
        "{'channels':{'a':{'type':'slack','webhook':'env:A','channel':'C1'}}}| is for bots",
        "{'channels':{'a':{'type':'matrix','homeserver':'http://example.com','token':'env:A','room':'!a:b'}}}| must start with https://",
        "{'channels':{'a':{'type':'matrix','homeserver':'https://example.com','token':'env:A','room':'#a:b'}}}| is not a room identifier",
        "{'channels':{'a':{'type':'pagerduty','routing_key':'env:A','api':'ftp://x'}}}| is not a URL",
        "{'channels':{'a':{'type':'slack','token':'env:A','channel':' '}}}| is blank; write a value for \"channel\"",
        "{'channels':{'a':{'type':'slack','token':'env:A','channel':'C1','api':''}}}| is blank",
        "{'channels':{'a':{'type':'slack','channel':'','api':'ftp://x'}}}| has 3 errors",
        "{'channels':{'a':{'type':'slack','token':'x','webhook':'y','api':' '}}}| has 4 errors",
        "{'channels':{'a':{'type':'telegram','token':'env:A','chat':''}}}| channels.a.chat  is blank",
        "{'channels':{'a':{'type':'telegram','token':'env:A','chat':5,'api':''}}}| channels.a.api  is blank",
        "{'channels':{'a':{'type':'matrix','homeserver':'','token':'env:A','room':''}}}| has 2 errors",
        "{'channels':{'a':{'type':'matrix','token':'env:A','room':'!a:b'}}}| needs the key \"homeserver\"",
        "{'channels':{'a':{'type':'pagerduty','routing_key':'env:A','api':''}}}| is blank",
        "{'channels':{'a':{'type':'webhook','url':'env:A'}},'owners':{'j':{'slack':''}}}| owners.j.slack  is blank",
        "null| is empty",
        "| is empty",
        "{'channels':{'a':{'type':'webhook','url':'env:A','severities':[]}}}| is an empty list",
        "{'channels':{'a':{'type':'webhook','url':'env:A','severities':['urgent']}}}| write one of critical, warning, info",
        "{'channels':{'a':{'type':'webhook','url':'env:A'}},'owners':{'j':{'slak':'U1'}}}| did you mean \"slack\"?",
      })
  void saysWhatIsWrong(String json, String problem) {
    String file = json == null ? "" : json;

    assertThatThrownBy(() -> Channels.read(file.replace('\'', '"'))).hasMessageContaining(problem);
  }

  @Test
  void takesDigitsWithoutQuotesForAnOwnersIdentifier() {
    ChannelsConfig config =
        Channels.read(
            "{\"channels\":{\"d\":{\"type\":\"discord\",\"webhook\":\"env:A\"}},"
                + "\"owners\":{\"jane\":{\"discord\":80351110224678912}}}");
    Notification alarm =
        Notification.draft("id")
            .is(Kind.ALARM, Status.FIRING, Severity.CRITICAL)
            .title("t")
            .owner(Optional.of("jane"))
            .build();

    assertThat(config.channels().getFirst().service().payload(alarm, Form.RICH))
        .contains("<@80351110224678912>");
  }

  private static Notification notification(Kind kind, Severity severity) {
    return Notification.draft("id").is(kind, Status.FIRING, severity).title("t").build();
  }
}
