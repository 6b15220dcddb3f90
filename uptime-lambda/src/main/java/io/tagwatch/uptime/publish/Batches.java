package io.tagwatch.uptime.publish;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts values into requests that CloudWatch takes: by count and by bytes. Pure. */
final class Batches {
  /** The envelope of a request: operation, namespace (255 characters at most) and headers. */
  private static final int ENVELOPE = 2_000;

  /** Keys, unit, number and time of one value, in any of the service's protocols. */
  private static final int DATUM = 250;

  private Batches() {}

  static List<List<Datum>> of(List<Datum> datums) {
    List<List<Datum>> batches = new ArrayList<>();
    List<Datum> batch = new ArrayList<>();
    int bytes = ENVELOPE;
    for (Datum datum : datums) {
      int size = size(datum);
      boolean full =
          batch.size() == CloudWatchLimits.DATUMS_PER_REQUEST
              || bytes + size > CloudWatchLimits.BYTES_PER_REQUEST;
      if (full) {
        batches.add(List.copyOf(batch));
        batch.clear();
        bytes = ENVELOPE;
      }
      batch.add(datum);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return batches;
  }

  /** At most this many bytes stand for the value in a request. */
  static int size(Datum datum) {
    int check = datum.check().map(name -> name.getBytes(StandardCharsets.UTF_8).length).orElse(0);
    return DATUM + datum.metric().length() + check;
  }
}
