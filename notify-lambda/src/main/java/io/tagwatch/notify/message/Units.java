package io.tagwatch.notify.message;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The units of metrics whose alarm declares none, as most do. See each service's page of metrics;
 * names that several services use alike come last.
 */
final class Units {
  private static final String PERCENT = "Percent";
  private static final String SECONDS = "Seconds";
  private static final String MILLIS = "Milliseconds";
  private static final String MEBI = "Megabytes";

  /** Namespace and metric with a blank between. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("AWS/Lambda Duration", MILLIS),
          Map.entry("AWS/Lambda PostRuntimeExtensionsDuration", MILLIS),
          Map.entry("AWS/Lambda IteratorAge", MILLIS),
          // A share of 1, whatever its name suggests.
          Map.entry("AWS/Lambda ProvisionedConcurrencyUtilization", ""),
          Map.entry("AWS/SQS ApproximateAgeOfOldestMessage", SECONDS),
          Map.entry("AWS/SQS SentMessageSize", "Bytes"),
          Map.entry("AWS/ELB Latency", SECONDS),
          Map.entry("AWS/RDS ReadLatency", SECONDS),
          Map.entry("AWS/RDS WriteLatency", SECONDS),
          Map.entry("AWS/RDS ReplicaLag", SECONDS),
          Map.entry("AWS/RDS AuroraBinlogReplicaLag", SECONDS),
          Map.entry("AWS/RDS SwapUsage", "Bytes"),
          Map.entry("AWS/RDS NetworkReceiveThroughput", "Bytes/Second"),
          Map.entry("AWS/RDS NetworkTransmitThroughput", "Bytes/Second"),
          Map.entry("AWS/RDS ReadThroughput", "Bytes/Second"),
          Map.entry("AWS/RDS WriteThroughput", "Bytes/Second"),
          Map.entry("AWS/RDS ReadIOPS", "Count/Second"),
          Map.entry("AWS/RDS WriteIOPS", "Count/Second"),
          Map.entry("AWS/ElastiCache ReplicationLag", SECONDS),
          Map.entry("AWS/ElastiCache SwapUsage", "Bytes"),
          Map.entry("AWS/DynamoDB SuccessfulRequestLatency", MILLIS),
          Map.entry("AWS/States ExecutionTime", MILLIS),
          Map.entry("AWS/AppSync Latency", MILLIS),
          Map.entry("AWS/CloudFront OriginLatency", MILLIS),
          Map.entry("AWS/S3 FirstByteLatency", MILLIS),
          Map.entry("AWS/S3 TotalRequestLatency", MILLIS),
          Map.entry("AWS/ES FreeStorageSpace", MEBI),
          Map.entry("AWS/ES ClusterUsedSpace", MEBI),
          Map.entry("AWS/ES JVMMemoryPressure", PERCENT),
          Map.entry("AWS/CertificateManager DaysToExpiry", "Days"),
          Map.entry("AWS/Billing EstimatedCharges", "USD"),
          Map.entry("ECS/ContainerInsights MemoryUtilized", MEBI),
          Map.entry("ECS/ContainerInsights MemoryReserved", MEBI),
          Map.entry("LambdaInsights total_memory", MEBI),
          Map.entry("LambdaInsights used_memory_max", MEBI),
          Map.entry("CloudWatchSynthetics Duration", MILLIS));

  private Units() {}

  /** As the API spells it; empty when nobody tells. */
  static String of(Optional<String> declared, String namespace, String metric) {
    String unit = declared.orElse("");
    if (!unit.isEmpty() && !unit.equalsIgnoreCase("None")) {
      return unit;
    }
    String known = KNOWN.get(namespace + " " + metric);
    if (known != null) {
      return known;
    }
    if (namespace.endsWith("/Uptime")) {
      return metric.equals("Latency") ? MILLIS : metric.equals("CertificateDaysLeft") ? "Days" : "";
    }
    return ofName(namespace, metric.toLowerCase(Locale.ROOT));
  }

  private static String ofName(String namespace, String name) {
    if (isShare(name) || namespace.equals("AWS/CloudFront") && name.endsWith("errorrate")) {
      return PERCENT;
    }
    if (name.endsWith("milliseconds")) {
      return MILLIS;
    }
    if (name.endsWith("responsetime")) {
      return SECONDS;
    }
    boolean auroraOrGateway = namespace.equals("AWS/RDS") || namespace.equals("AWS/ApiGateway");
    if (auroraOrGateway && (name.endsWith("latency") || name.startsWith("aurorareplicalag"))) {
      return MILLIS;
    }
    return amount(name);
  }

  private static boolean isShare(String name) {
    return name.contains("percent")
        || name.contains("%")
        || name.endsWith("utilization")
        || name.endsWith("burstbalance");
  }

  private static String amount(String name) {
    if (name.endsWith("mbytes")) {
      return MEBI;
    }
    if (name.endsWith("kbytes")) {
      return "Kilobytes";
    }
    boolean bytes =
        name.endsWith("bytes")
            || name.endsWith("bytesused")
            || name.endsWith("memory")
            || name.endsWith("storagespace")
            || name.equals("networkin")
            || name.equals("networkout");
    return bytes ? "Bytes" : "";
  }
}
