package io.tagwatch.notify.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.notify.enrich.ServerCards.Card;
import io.tagwatch.notify.enrich.ServerCards.CardsUnavailableException;
import io.tagwatch.notify.enrich.ServerCards.Reason;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ec2AnswerTest {

  @Test
  void readsWhoAServerIs() {
    String xml =
        """
        <DescribeInstancesResponse><requestId>r</requestId><reservationSet><item>
         <groupSet><item><groupId>sg-1</groupId></item></groupSet><instancesSet>
         <item><instanceId>i-1</instanceId>
          <instanceState><code>80</code><name>stopped</name></instanceState>
          <instanceType>t3.large</instanceType>
          <placement><availabilityZone>eu-west-1b</availabilityZone></placement>
          <stateReason><code>Client.UserInitiatedShutdown</code>
           <message>Client.UserInitiatedShutdown: User initiated shutdown</message></stateReason>
          <tagSet><item><key>Name</key><value>a &amp; b</value></item>
           <item><key>tagwatch:owner</key><value>jane@example.com</value></item></tagSet>
          <networkInterfaceSet><item><attachment><instanceId>i-9</instanceId></attachment>
           <tagSet><item><key>Name</key><value>eth0</value></item></tagSet>
          </item></networkInterfaceSet></item>
         <item><instanceId>i-2</instanceId><tagSet/></item>
        </instancesSet></item></reservationSet></DescribeInstancesResponse>
        """;

    assertThat(Ec2Answer.cards(xml))
        .hasSize(2)
        .containsEntry("i-2", new Card("", "", "", "", "", Optional.empty(), Optional.of(Map.of())))
        .containsEntry(
            "i-1",
            new Card(
                "a & b",
                "jane@example.com",
                "t3.large",
                "eu-west-1b",
                "stopped",
                Optional.of(new Reason("Client.UserInitiatedShutdown", "User initiated shutdown")),
                Optional.of(Map.of("Name", "a & b", "tagwatch:owner", "jane@example.com"))));
  }

  @ParameterizedTest
  @CsvSource({
    "terminated, <tagSet/>, false",
    "terminated, <tagSet><item><key>Team</key><value>web</value></item></tagSet>, true",
    "stopped, <tagSet/>, true",
  })
  void doesNotTakeForgottenTagsForNone(String state, String tags, boolean seen) {
    String xml =
        "<r><requestId>r</requestId><reservationSet><item><instancesSet><item>"
            + "<instanceId>i-1</instanceId><instanceState><name>"
            + state
            + "</name></instanceState>"
            + tags
            + "</item></instancesSet></item></reservationSet></r>";

    assertThat(Ec2Answer.cards(xml).get("i-1").tags().isPresent()).isEqualTo(seen);
  }

  @Test
  void saysWhenThereIsNothingToRead() {
    assertThatThrownBy(() -> Ec2Answer.cards("<html"))
        .isInstanceOf(CardsUnavailableException.class);
  }
}
