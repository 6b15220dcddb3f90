package io.tagwatch.local.picture;

import io.tagwatch.local.cloudwatch.CloudWatchService;
import io.tagwatch.local.ec2.Ec2Service;
import io.tagwatch.local.engine.MetricStore;
import io.tagwatch.local.sns.PublishedMessage;
import io.tagwatch.local.sns.SnsService;
import io.tagwatch.local.view.AlarmView;
import io.tagwatch.local.view.CheckView;
import io.tagwatch.local.view.CloudView;
import io.tagwatch.local.view.ServerView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The state of all services in all regions at one moment. Safe for concurrent use. */
public final class CloudPicture {
  private final Ec2Service ec2;
  private final CloudWatchService cloudWatch;
  private final SnsService sns;

  public CloudPicture(Ec2Service ec2, CloudWatchService cloudWatch, SnsService sns) {
    this.ec2 = ec2;
    this.cloudWatch = cloudWatch;
    this.sns = sns;
  }

  /**
   * @param clockSet whether somebody set the clock
   * @param defaultRegion named when no region holds anything
   */
  public CloudView take(Instant now, boolean clockSet, String defaultRegion) {
    SortedSet<String> used = new TreeSet<>();
    List<ServerView> servers = new ArrayList<>();
    for (String region : ec2.regions()) {
      used.add(region);
      servers.addAll(ec2.servers(region));
    }
    AlarmViews alarmViews = new AlarmViews(now);
    List<AlarmView> alarms = new ArrayList<>();
    List<CheckView> checks = new ArrayList<>();
    for (String region : cloudWatch.regions()) {
      MetricStore metrics = cloudWatch.metrics(region);
      List<AlarmView> here =
          alarmViews.of(region, cloudWatch.alarms(region), cloudWatch.history(region), metrics);
      List<CheckView> probed = new CheckViews(metrics, now).all();
      if (!here.isEmpty() || !probed.isEmpty()) {
        used.add(region);
      }
      alarms.addAll(here);
      checks.addAll(probed);
    }
    return new CloudView(
        now,
        clockSet,
        used.isEmpty() ? defaultRegion : String.join(", ", used),
        servers,
        alarms,
        checks,
        sns.published().stream().map(PublishedMessage::message).toList());
  }
}
