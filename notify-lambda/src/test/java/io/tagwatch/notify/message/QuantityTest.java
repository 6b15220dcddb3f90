package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "96.41234 | Percent | 96.41 %",
        "100.0 | Percent | 100 %",
        "0.000012 | Count | 0.000012",
        "1234567.0 | Count | 1,234,567",
        "-1234.5 | Count | -1,235",
        "1.0E7 | Count | 10,000,000",
        "1.0E30 | Count | 1,000,000,000,000,000,000,000,000,000,000",
        "1536 | Bytes | 1.5 KiB",
        "2147483648 | Bytes | 2 GiB",
        "1048576 | Bytes/Second | 1 MiB/s",
        "0.25 | Seconds | 250 ms",
        "90 | Seconds | 90 s",
        "7260 | Seconds | 2 h 1 min",
        "820 | Milliseconds | 820 ms",
        "0.5 | Milliseconds | 500 µs",
        "1 | Days | 1 day",
        "12.5 | Days | 12.5 days",
        "5 | Count/Second | 5/s",
        "5 | Terabits | 5 Tbit",
        "2500 | Megabits/Second | 2.5 Gbit/s",
        "2560 | Kilobytes/Second | 2.5 MiB/s",
        "0.5 | Gigabytes | 512 MiB",
        "3000 | Terabytes | 3,000 TiB",
        "104.37 | USD | 104.37 USD",
        "100 | USD | 100 USD",
        "1.5 | Furlongs | 1.5",
        "1.7976931348623157E308 | Count | 1.798E+308",
      })
  void isSaidAsPeopleSayIt(BigDecimal value, String unit, String text) {
    assertThat(Quantity.print(value, unit)).isEqualTo(text);
  }
}
