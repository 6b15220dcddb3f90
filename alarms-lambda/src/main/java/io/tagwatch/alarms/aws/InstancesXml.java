package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The answer of DescribeInstances, as far as servers are described by it. */
final class InstancesXml implements XmlTexts.Listener {
  private static final String ROOT = "DescribeInstancesResponse";
  private static final String INSTANCE = ROOT + "/reservationSet/item/instancesSet/item";
  private static final String TAG = "tagSet/item";

  private final List<Server> servers = new ArrayList<>();
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> tags = new HashMap<>();
  private boolean isAnswer;
  private String nextToken;

  private InstancesXml() {}

  /** Reads a page. */
  static Pages.Page<Server> read(byte[] document) throws XmlTexts.Malformed {
    InstancesXml page = new InstancesXml();
    XmlTexts.read(document, page);
    if (!page.isAnswer) {
      throw new XmlTexts.Malformed("it is no " + ROOT);
    }
    return new Pages.Page<>(page.servers, page.nextToken);
  }

  @Override
  public void element(String path, String text) {
    if (path.equals(INSTANCE)) {
      servers.add(server());
      fields.clear();
      tags.clear();
    } else if (path.startsWith(INSTANCE)) {
      field(path.substring(INSTANCE.length() + 1), text);
    } else if (path.equals(ROOT + "/nextToken")) {
      nextToken = text;
    } else if (path.equals(ROOT)) {
      isAnswer = true;
    }
  }

  private void field(String name, String text) {
    if (name.equals(TAG)) {
      tags.put(fields.getOrDefault(TAG + "/key", ""), fields.getOrDefault(TAG + "/value", ""));
      fields.remove(TAG + "/value");
    } else {
      fields.put(name, text);
    }
  }

  private Server server() {
    String monitoring = text("monitoring/state");
    return new Server(
        text("instanceId"),
        ServerState.of(text("instanceState/name")),
        text("instanceType"),
        text("platform").equalsIgnoreCase("windows") ? "windows" : "linux",
        monitoring.equals("enabled") || monitoring.equals("pending"),
        text("privateDnsName"),
        text("privateIpAddress"),
        text("dnsName"),
        text("ipAddress"),
        text("placement/availabilityZone"),
        tags);
  }

  private String text(String name) {
    return fields.getOrDefault(name, "");
  }
}
