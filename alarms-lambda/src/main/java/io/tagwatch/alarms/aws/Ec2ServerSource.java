package io.tagwatch.alarms.aws;

import io.tagwatch.alarms.fleet.Listing;
import io.tagwatch.alarms.fleet.Server;
import io.tagwatch.alarms.fleet.ServerSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Servers through DescribeInstances. */
public final class Ec2ServerSource implements ServerSource {
  private static final String DESCRIBE = "DescribeInstances";

  /** Instances on a page; see the API reference of DescribeInstances. */
  private static final int PER_PAGE = 1_000;

  private final SignedQuery query;

  Ec2ServerSource(SignedQuery query) {
    this.query = query;
  }

  @Override
  public Listing<Server> all() {
    return list(Map.of());
  }

  /** By filter, since the list of identifiers fails as a whole when one does not exist any more. */
  @Override
  public Listing<Server> only(Set<String> ids) {
    Map<String, String> filter = new TreeMap<>();
    filter.put("Filter.1.Name", "instance-id");
    int next = 1;
    for (String id : new TreeSet<>(ids)) {
      filter.put("Filter.1.Value." + next++, id);
    }
    return list(filter);
  }

  private Listing<Server> list(Map<String, String> filter) {
    return Pages.all("ec2", DESCRIBE, token -> page(filter, token));
  }

  private Pages.Page<Server> page(Map<String, String> filter, String token) {
    Map<String, String> parameters = new TreeMap<>(filter);
    parameters.put("MaxResults", String.valueOf(PER_PAGE));
    if (token != null) {
      parameters.put("NextToken", token);
    }
    try {
      return InstancesXml.read(query.call(DESCRIBE, parameters));
    } catch (XmlTexts.Malformed e) {
      throw SdkClientException.create("the answer cannot be read: " + e.getMessage());
    }
  }
}
