package io.tagwatch.local.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One metric with everything that is remembered of it.
 *
 * @param lastActivity when it last received data, which is not when that data was measured
 * @param samples oldest first
 */
public record StoredMetric(MetricKey metric, Instant lastActivity, List<Sample> samples) {
  private static final byte FORMAT = 1;

  /** A compact form for keeping; about 30 bytes for a sample of one value. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeUTF(metric.namespace());
      out.writeUTF(metric.name());
      out.writeShort(metric.dimensions().size());
      for (Map.Entry<String, String> dimension : metric.dimensions().entrySet()) {
        out.writeUTF(dimension.getKey());
        out.writeUTF(dimension.getValue());
      }
      out.writeLong(lastActivity.toEpochMilli());
      out.writeInt(samples.size());
      for (Sample sample : samples) {
        write(out, sample);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * @throws IllegalArgumentException when these are not the bytes of {@link #toBytes}
   */
  public static StoredMetric fromBytes(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORMAT) {
        throw new IllegalArgumentException("a stored metric of another version");
      }
      String namespace = in.readUTF();
      String name = in.readUTF();
      SortedMap<String, String> dimensions = new TreeMap<>();
      for (int left = in.readShort(); left > 0; left--) {
        dimensions.put(in.readUTF(), in.readUTF());
      }
      Instant lastActivity = Instant.ofEpochMilli(in.readLong());
      List<Sample> samples = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        samples.add(readSample(in));
      }
      return new StoredMetric(new MetricKey(namespace, name, dimensions), lastActivity, samples);
    } catch (IOException e) {
      throw new IllegalArgumentException("a stored metric that is cut off", e);
    }
  }

  private static void write(DataOutputStream out, Sample sample) throws IOException {
    out.writeLong(sample.time().getEpochSecond());
    out.writeUTF(sample.unit());
    switch (sample.readings()) {
      case Values values -> {
        out.writeInt(values.size());
        for (int i = 0; i < values.size(); i++) {
          out.writeDouble(values.value(i));
          out.writeDouble(values.times(i));
        }
      }
      case StatisticSet set -> {
        out.writeInt(0);
        out.writeDouble(set.count());
        out.writeDouble(set.sum());
        out.writeDouble(set.min());
        out.writeDouble(set.max());
      }
    }
  }

  private static Sample readSample(DataInputStream in) throws IOException {
    Instant time = Instant.ofEpochSecond(in.readLong());
    String unit = in.readUTF();
    int size = in.readInt();
    if (size == 0) {
      return new Sample(
          time,
          unit,
          new StatisticSet(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
    }
    double[] values = new double[size];
    double[] counts = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = in.readDouble();
      counts[i] = in.readDouble();
    }
    return new Sample(time, unit, Values.of(values, counts));
  }
}
