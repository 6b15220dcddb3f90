package io.tagwatch.uptime.outcome;

import io.tagwatch.objects.ObjectStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Objects in memory; every call is written down, and may be told to fail. */
public final class KeptObjects implements ObjectStore {
  public final Map<String, String> objects = new HashMap<>();
  public final List<String> calls = new ArrayList<>();
  public boolean broken;

  @Override
  public Read read(String key, Optional<String> etag) {
    calls.add("read");
    String json = objects.get(key);
    if (broken) {
      return new Read.Failed("cannot be read: S3 answered SlowDown");
    }
    if (json == null) {
      return new Read.Missing();
    }
    String now = "\"" + json.hashCode() + "\"";
    return etag.filter(now::equals).isPresent() ? new Read.Unchanged() : new Read.Found(json, now);
  }

  @Override
  public Write write(String key, String json) {
    calls.add("write");
    if (broken) {
      return new Write.Failed("cannot be written: S3 answered SlowDown");
    }
    objects.put(key, json);
    return new Write.Kept();
  }
}
