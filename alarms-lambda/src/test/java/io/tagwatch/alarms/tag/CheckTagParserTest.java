package io.tagwatch.alarms.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTagParserTest {

  @ParameterizedTest
  @CsvSource({
    "https://:8443/health, https, :8443/health, , ",
    "HTTPS://:8443, https, :8443, , ",
    "http:///, http, /, , ",
    "https://, https, '', , ",
    "tcp://:5432, tcp, :5432, , ",
    "tls://:6514 500ms, tls, :6514, 500, ",
    "' http://:80/a_b-c.d:e@f=g+h  status=200..204   3s ', http, :80/a_b-c.d:e@f=g+h, 3000,"
        + " 200..204",
    "http://:80/ STATUS=401, http, :80/, , 401",
  })
  void understands(String value, String scheme, String rest, Long timeout, String status) {
    assertThat(CheckTagParser.parse("admin", value))
        .isEqualTo(
            Reading.of(
                new CheckTag(
                    "admin",
                    scheme,
                    rest,
                    Optional.ofNullable(timeout).map(Duration::ofMillis),
                    Optional.ofNullable(status))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1 | the value is empty",
        "8443 | 1 | \"8443\" is not a URL",
        "ftp://:21 | 1 | \"ftp://:21\" is neither http, https, tcp nor tls",
        "dns://:53 | 1 | \"dns://:53\" is neither http, https, tcp nor tls",
        "https://evil.example.com/ | 9 | the host is the server's own; leave it out",
        "https://169.254.169.254/ | 9 | the host is the server's own; leave it out",
        "https://user@host:1/ | 9 | the host is the server's own; leave it out",
        "https://:0/ | 10 | \"0\" is no port",
        "https://:65536/ | 10 | \"65536\" is no port",
        "https://:80@evil/ | 10 | \"80@evil\" is no port",
        "https://:/x | 10 | \"\" is no port",
        "tcp:// | 1 | a tcp check needs a port",
        "tcp://:22/x | 10 | a tcp check has no path",
        "http://:80/?q | 11 | the path has characters that tags may not have",
        "http://:80/ 31s | 13 | \"31s\" must be a timeout up to 30s",
        "http://:80/ 0s | 13 | \"0s\" must be a timeout up to 30s",
        "http://:80/ 1s 2s | 16 | \"2s\" is a second timeout",
        "http://:80/ fast | 13 | \"fast\" is neither a timeout nor an expected status",
        "http://:80/ status=600 | 20 | \"600\" is no status or range of them",
        "http://:80/ status=299..200 | 20 | \"299..200\" is no status or range of them",
        "http://:80/ status=200 status=201 | 24 | \"status=201\" is a second expected status",
        "tcp://:22 status=200 | 11 | a tcp check has no status",
      })
  void rejects(String value, int column, String problem) {
    assertThat(CheckTagParser.parse("", value))
        .isEqualTo(Reading.fault(column, problem, CheckTagParser.FORM));
  }

  @Test
  void rejectsStrangeSpace() {
    assertThat(CheckTagParser.parse("", "http://:80/\t3s")).isInstanceOf(Reading.Faulty.class);
  }
}
