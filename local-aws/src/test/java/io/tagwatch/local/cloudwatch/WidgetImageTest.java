package io.tagwatch.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidgetImageTest {
  private static final int LINE = 0x1F77B4;
  private static final int LIMIT = 0xD0021B;
  private static final String CPU = "[\"AWS/EC2\",\"CPUUtilization\",\"InstanceId\",\"i-1\"%s]";

  private final Watch watch = new Watch();

  @Test
  void drawsTheSeriesAndItsLimit() throws IOException {
    for (int i = 0; i < 60; i++) {
      watch.putCpu(40 + i);
      watch.passMinutes(1);
    }

    BufferedImage image =
        image(
            "{\"width\":600,\"height\":200,\"start\":\"-PT3H\",\"title\":\"t\","
                + "\"legend\":{\"position\":\"hidden\"},\"metrics\":["
                + CPU.formatted(",{\"stat\":\"Average\",\"period\":60}")
                + "],\"annotations\":{\"horizontal\":[{\"label\":\"over 95\",\"value\":95,\"color\":\"#d0021b\"}]}}");

    assertThat(image.getWidth()).isEqualTo(600);
    assertThat(image.getHeight()).isEqualTo(200);
    assertThat(columns(image, LIMIT)).hasSizeGreaterThan(200);
    assertThat(columns(image, LINE)).isNotEmpty().allMatch(x -> x > 390);
  }

  @Test
  void drawsNothingOfAnotherInstance() throws IOException {
    watch.putCpu(40);

    BufferedImage image =
        image("{\"metrics\":[[\"AWS/EC2\",\"CPUUtilization\",\"InstanceId\",\"i-2\"]]}");

    assertThat(columns(image, LINE)).isEmpty();
    assertThat(image.getHeight()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | not a JSON object",
        "{} | metrics must be a list of 1 to 100",
        "{\"metrics\":[],\"view\":\"pie\"} | member view of a MetricWidget is not modelled",
        "{\"metrics\":[[{\"expression\":\"m1*2\"}]]} | metrics[]…expression of a MetricWidget is not modelled",
        "{\"metrics\":[[\"A\",\"m\",\"d\"]]} | namespace, name, and pairs",
        "{\"metrics\":[[\"A\",\"m\"],[\".\",\"n\"]]} | \".\" in the metrics",
        "{\"metrics\":[[\"A\",\"m\",{\"stat\":\"Mean\"}]]} | stat Mean is not supported",
        "{\"metrics\":[[\"A\",\"m\",{\"period\":7}]]} | period must be",
        "{\"metrics\":[[\"A\",\"m\"]],\"width\":0} | width must be from 1 to 2000",
        "{\"metrics\":[[\"A\",\"m\"]],\"start\":\"2026-11-21T08:00:00Z\"} | is not modelled",
        "{\"metrics\":[[\"A\",\"m\"]],\"annotations\":{\"vertical\":[]}} | annotations.vertical",
      })
  void refusesWhatItDoesNotDraw(String widget, String problem) {
    assertThatThrownBy(() -> image(widget)).hasMessageContaining(problem);
  }

  @Test
  void drawsPngOnly() {
    assertThatThrownBy(
            () ->
                watch.call(
                    "GetMetricWidgetImage",
                    "MetricWidget",
                    "{\"metrics\":[[\"A\",\"m\"]]}",
                    "OutputFormat",
                    "image/png"))
        .hasMessageContaining("not modelled");
  }

  private BufferedImage image(String widget) throws IOException {
    Object answer =
        watch.call("GetMetricWidgetImage", "MetricWidget", widget).get("MetricWidgetImage");
    return ImageIO.read(new ByteArrayInputStream((byte[]) answer));
  }

  /** Where a colour is seen, from left to right. */
  private static java.util.List<Integer> columns(BufferedImage image, int colour) {
    return IntStream.range(0, image.getWidth())
        .filter(
            x ->
                IntStream.range(0, image.getHeight())
                    .anyMatch(y -> (image.getRGB(x, y) & 0xFFFFFF) == colour))
        .boxed()
        .toList();
  }
}
