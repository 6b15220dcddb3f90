package io.tagwatch.uptime.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostLiteralTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "127.0.1",
        "2130706433",
        "0x7f000001",
        "0x7F.1",
        "0177.0.0.1",
        "017700000001",
        "127.0.0.1.",
        "0x7f.0x0.0x0.0x1",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]"
      })
  void readsEverySpellingOfLoopback(String host) throws Exception {
    assertThat(HostLiteral.isOne(host)).isTrue();
    assertThat(HostLiteral.parse(host))
        .contains(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"256.0.0.1", "1.2.3.256", "4294967296", "089.1.1.1", "[::zz]", "1.2.65536"})
  void refusesWhatOnlyLooksLikeAnAddress(String host) {
    assertThat(HostLiteral.isOne(host)).isTrue();
    assertThat(HostLiteral.parse(host)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.com", "1.example", "0xcafe.example", "localhost", "a", "1.2.3.4.5"})
  void leavesNamesToTheResolver(String host) {
    assertThat(HostLiteral.isOne(host)).isFalse();
  }
}
