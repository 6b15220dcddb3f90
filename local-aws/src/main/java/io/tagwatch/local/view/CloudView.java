package io.tagwatch.local.view;

import java.time.Instant;
import java.util.List;

/**
 * Everything that a page or a report shows, at one moment.
 *
 * @param now on the cloud's clock
 * @param clockSet whether somebody set the clock; otherwise it is real time
 * @param region where everything lives, such as {@code eu-west-1}
 * @param servers in the order of their launch
 * @param alarms in the order of their names
 * @param checks in the order of their names
 * @param messages what topics published, oldest first
 */
public record CloudView(
    Instant now,
    boolean clockSet,
    String region,
    List<ServerView> servers,
    List<AlarmView> alarms,
    List<CheckView> checks,
    List<MessageView> messages) {

  public CloudView {
    servers = List.copyOf(servers);
    alarms = List.copyOf(alarms);
    checks = List.copyOf(checks);
    messages = List.copyOf(messages);
  }
}
