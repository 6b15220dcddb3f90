package io.tagwatch.common.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com/a, example.com, -1",
    "http://my_service:8080/, my_service, 8080",
    "http://0x7f000001/, 0x7f000001, -1",
    "http://2130706433:81/, 2130706433, 81",
    "http://[::1]:9000/, [::1], 9000",
    "https://münchen.example/, xn--mnchen-3ya.example, -1",
    "http://user:pw@host:1/, host, 1",
    "http://host:/, host, -1",
  })
  void findsHostAndPort(URI url, String host, int port) {
    assertThat(HostPort.of(url)).contains(new HostPort(host, port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http:///path", "mailto:a@b", "http://host:0/", "http://host:65536/"})
  void findsNoneWhereNoneIs(URI url) {
    assertThat(HostPort.of(url)).isEmpty();
  }
}
