package io.tagwatch.local;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.Params;
import io.tagwatch.local.protocol.Service;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls a service without a wire, in eu-west-1. */
public final class ServiceClient {
  public static final String REGION = "eu-west-1";

  private final Service service;

  public ServiceClient(Service service) {
    this.service = service;
  }

  /**
   * @param members names and values in turn
   */
  public Map<String, Object> call(String operation, Object... members) {
    return callIn(REGION, operation, members);
  }

  public Map<String, Object> callIn(String region, String operation, Object... members) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      tree.put((String) members[i], members[i + 1]);
    }
    return service.call(new Call(operation, new Params(tree), region, "request"));
  }
}
