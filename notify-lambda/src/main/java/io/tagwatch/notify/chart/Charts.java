package io.tagwatch.notify.chart;

import io.tagwatch.common.log.JsonLog;
import io.tagwatch.notify.channel.Deadline;
import io.tagwatch.notify.channel.PicturePost;
import io.tagwatch.notify.delivery.Illustrator;
import io.tagwatch.notify.notification.Chart;
import io.tagwatch.notify.notification.Notification;
import io.tagwatch.notify.notification.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A graph for each alarm that fires and was told by itself, on one channel. All of a batch together
 * take at most {@link #TIME}; each is tried once; after one that fails there is no other. Only
 * alarms of the function's own region and account have one. Thread-safe.
 */
public final class Charts implements Illustrator {
  /** From the last post of a batch to the answer of the function. */
  static final Duration TIME = Duration.ofSeconds(2);

  private final String channel;
  private final Home home;
  private final Function<Notification, Optional<Chart>> drawable;
  private final ChartSource source;
  private final PicturePost post;
  private final JsonLog log;

  /**
   * Whose metrics can be read.
   *
   * @param region such as {@code eu-west-1}
   * @param account twelve digits
   */
  public record Home(String region, String account) {
    boolean knows(Notification alarm) {
      return alarm.region().map(region::equals).orElse(false)
          && alarm.account().map(account::equals).orElse(false);
    }
  }

  /**
   * @param channel its name, for the log
   * @param drawable what there is to draw of an alarm
   */
  public Charts(
      String channel,
      Home home,
      Function<Notification, Optional<Chart>> drawable,
      ChartSource source,
      PicturePost post,
      JsonLog log) {
    this.channel = channel;
    this.home = home;
    this.drawable = drawable;
    this.source = source;
    this.post = post;
    this.log = log;
  }

  @Override
  public void illustrate(List<Posted> posted, Deadline deadline) {
    List<Posted> wanted = posted.stream().filter(this::wants).toList();
    if (wanted.isEmpty()) {
      return;
    }
    Duration left = deadline.remaining();
    Deadline end = Deadline.in(left.compareTo(TIME) < 0 ? left : TIME);
    FutureTask<Void> task = new FutureTask<>(() -> all(wanted, end), null);
    Thread.ofVirtual().start(task);
    try {
      task.get(end.remaining().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      missing(wanted.getFirst().message(), "it was not there in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      missing(
          wanted.getFirst().message(),
          "an internal error (" + e.getCause().getClass().getSimpleName() + ")");
    }
  }

  private boolean wants(Posted one) {
    Notification message = one.message();
    return message.status() == Status.FIRING
        && message.watched().isPresent()
        && !one.reference().isEmpty()
        && home.knows(message);
  }

  private void all(List<Posted> wanted, Deadline end) {
    for (Posted one : wanted) {
      Optional<Chart> chart = drawable.apply(one.message());
      if (chart.isPresent() && !added(one, chart.get(), end)) {
        return;
      }
    }
  }

  private boolean added(Posted one, Chart chart, Deadline end) {
    Notification alarm = one.message();
    Drawing drawing =
        source.draw(Widget.of(chart, alarm), Widget.WIDTH, Widget.HEIGHT, Widget.title(alarm));
    if (drawing instanceof Drawing.Failed failed) {
      missing(alarm, failed.reason());
      return false;
    }
    if (end.remaining().isZero()) {
      return false;
    }
    Optional<String> problem = post.add(((Drawing.Drawn) drawing).picture(), one.reference(), end);
    problem.ifPresent(reason -> missing(alarm, reason));
    if (problem.isEmpty()) {
      log.info("chart added", "channel", channel, "message", alarm.id());
    }
    return problem.isEmpty();
  }

  private void missing(Notification alarm, String reason) {
    log.warn("no chart", "channel", channel, "message", alarm.id(), "reason", reason);
  }
}
