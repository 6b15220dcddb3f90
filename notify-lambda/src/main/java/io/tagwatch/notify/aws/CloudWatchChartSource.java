package io.tagwatch.notify.aws;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.Node;
import io.tagwatch.notify.channel.Picture;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.chart.ChartSource;
import io.tagwatch.notify.chart.Drawing;
import io.tagwatch.signed.JsonService;
import io.tagwatch.signed.JsonServiceException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;

/**
 * {@code GetMetricWidgetImage} of CloudWatch in the function's own region, one try. Answers that
 * are no PNG, or above {@link Picture#LARGEST}, count as failures.
 */
public final class CloudWatchChartSource implements ChartSource {
  /** API reference, "GetMetricWidgetImage": 100 KB of request, 20 calls a second. */
  private static final int LONGEST_WIDGET = 100_000;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private final JsonService cloudWatch;

  public CloudWatchChartSource(Environment environment, Duration patience) {
    this.cloudWatch =
        new JsonService(
            environment, "monitoring", "GraniteServiceVersion20100801", "CLOUDWATCH", patience);
  }

  @Override
  public Drawing draw(String widget, int width, int height, String words) {
    if (widget.length() > LONGEST_WIDGET) {
      return new Drawing.Failed("the graph has more to it than CloudWatch draws");
    }
    try {
      Node.Fields answer =
          cloudWatch.send(
              "GetMetricWidgetImage",
              JsonText.object(
                  json -> json.text("MetricWidget", widget).text("OutputFormat", "png")));
      return answer.values().get("MetricWidgetImage") instanceof Node.Text image
          ? checked(Base64.getMimeDecoder().decode(image.value()), width, height, words)
          : new Drawing.Failed("CloudWatch answered without a picture");
    } catch (JsonServiceException e) {
      return new Drawing.Failed(e.getMessage() + hint(e.code()));
    } catch (IllegalArgumentException e) {
      return new Drawing.Failed("CloudWatch answered with something that is no picture");
    }
  }

  private static Drawing checked(byte[] image, int width, int height, String words) {
    if (image.length > Picture.LARGEST) {
      return new Drawing.Failed("the picture has " + image.length + " bytes");
    }
    return image.length > PNG.length && Arrays.equals(Arrays.copyOf(image, PNG.length), PNG)
        ? new Drawing.Drawn(new Picture(image, width, height, words))
        : new Drawing.Failed("CloudWatch answered with something that is no picture");
  }

  private static String hint(String code) {
    return code.startsWith("AccessDenied")
        ? "; the function's role needs cloudwatch:GetMetricWidgetImage"
        : "";
  }
}
