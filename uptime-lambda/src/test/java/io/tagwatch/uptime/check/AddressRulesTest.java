package io.tagwatch.uptime.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.170.2",
        "fe80::1",
        "fd00:ec2::254",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::a9fe:a9fe",
        "2002:a9fe:a9fe::1",
        "::169.254.169.254",
        "100.100.100.200"
      })
  void neverAllowsLinkLocalAndMetadataAddresses(String address) throws UnknownHostException {
    AddressRules generous = rules(List.of("169.254.0.0/16", "fe80::/10", "0.0.0.0/0", "::/0"));

    assertThat(generous.refusal(InetAddress.getByName(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.9.10",
        "::1",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "0.1.2.3",
        "255.255.255.255"
      })
  void deniesLoopbackUnspecifiedAndMulticastEvenWhenEverythingIsAllowed(String address)
      throws UnknownHostException {
    assertThat(rules(List.of("0.0.0.0/0", "::/0")).refusal(InetAddress.getByName(address)))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.1.2.3", "192.168.0.1", "172.16.0.1", "8.8.8.8", "2600:1f18::1", "fd12::1"})
  void allowsPublicAndPrivateAddresses(String address) throws UnknownHostException {
    assertThat(AddressRules.DEFAULT.refusal(InetAddress.getByName(address))).isEmpty();
  }

  @Test
  void allowsLoopbackWhereAnEntryInsideItNamesIt() throws UnknownHostException {
    AddressRules rules = rules(List.of("127.0.0.1/32", "::1"));

    assertThat(rules.refusal(InetAddress.getByName("127.0.0.1"))).isEmpty();
    assertThat(rules.refusal(InetAddress.getByName("::1"))).isEmpty();
    assertThat(rules.refusal(InetAddress.getByName("127.0.0.2"))).isPresent();
  }

  @Test
  void letsDenyWin() throws UnknownHostException {
    AddressRules rules =
        new AddressRules(cidrs(List.of("10.0.0.0/8")), cidrs(List.of("10.0.0.0/8", "127.0.0.1")));

    assertThat(rules.refusal(InetAddress.getByName("10.1.1.1")))
        .hasValueSatisfying(why -> assertThat(why).contains("network.deny"));
    assertThat(rules.refusal(InetAddress.getByName("127.0.0.1"))).isPresent();
  }

  @Test
  void readsRangesAndAddresses() {
    assertThat(Cidr.parse("10.0.0.0/8")).isPresent();
    assertThat(Cidr.parse("fd00::/8")).isPresent();
    assertThat(Cidr.parse("1.2.3.4")).isPresent();
    for (String wrong :
        Arrays.asList(
            "10.0.0.0/33", "::/129", "10.0.0/8", "example.com", "", "300.1.1.1", "10.0.0.0/")) {
      assertThat(Cidr.parse(wrong)).as(wrong).isEmpty();
    }
  }

  private static AddressRules rules(List<String> allow) {
    return new AddressRules(cidrs(allow), List.of());
  }

  private static List<Cidr> cidrs(List<String> texts) {
    return texts.stream().map(text -> Cidr.parse(text).orElseThrow()).toList();
  }
}
