package io.tagwatch.notify;

import io.tagwatch.common.Environment;
import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.aws.CloudWatchChartSource;
import io.tagwatch.notify.channel.ChannelTools;
import io.tagwatch.notify.channel.PicturePost;
import io.tagwatch.notify.chart.ChartSource;
import io.tagwatch.notify.chart.Charts;
import io.tagwatch.notify.config.ChannelsConfig;
import io.tagwatch.notify.config.ConfiguredChannel;
import io.tagwatch.notify.delivery.Illustrator;
import io.tagwatch.notify.message.AlarmChart;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Builds what draws charts; loaded only when a channel wants them. */
final class Charting {
  /** For connecting, and for the answer. */
  private static final Duration PATIENCE = Duration.ofMillis(1_500);

  private static final int ACCOUNT = 4;

  private Charting() {}

  /** By the names of the channels that want charts. */
  static Map<String, Illustrator> of(
      ChannelsConfig config, Environment environment, ChannelTools tools, JsonLog log) {
    Optional<Charts.Home> home = home(environment);
    if (home.isEmpty()) {
      log.warn("no charts", "reason", "AWS_REGION or TAGWATCH_TOPIC_ARN is not set");
      return Map.of();
    }
    ChartSource source = new CloudWatchChartSource(environment, PATIENCE);
    Map<String, Illustrator> charts = new HashMap<>();
    for (ConfiguredChannel channel : config.channels()) {
      if (channel.chart()) {
        PicturePost post =
            new PicturePost(channel.service().pictures().orElseThrow(), tools.of(channel.name()));
        charts.put(
            channel.name(),
            new Charts(channel.name(), home.get(), AlarmChart::of, source, post, log));
      }
    }
    return charts;
  }

  /** The account is the topic's. */
  private static Optional<Charts.Home> home(Environment environment) {
    String[] topic = environment.topicArn().orElse("").split(":");
    return environment.region().isEmpty() || topic.length <= ACCOUNT
        ? Optional.empty()
        : Optional.of(new Charts.Home(environment.region().get(), topic[ACCOUNT]));
  }
}
