package io.tagwatch.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource({
    "AWS/EC2, CPUUtilization, Percent",
    "AWS/RDS, FreeStorageSpace, Bytes",
    "AWS/ES, FreeStorageSpace, Megabytes",
    "AWS/RDS, ReadLatency, Seconds",
    "AWS/RDS, CommitLatency, Milliseconds",
    "AWS/RDS, AuroraReplicaLagMaximum, Milliseconds",
    "AWS/SQS, ApproximateAgeOfOldestMessage, Seconds",
    "AWS/Lambda, Duration, Milliseconds",
    "AWS/Lambda, ProvisionedConcurrencyUtilization, ''",
    "AWS/Kinesis, GetRecords.IteratorAgeMilliseconds, Milliseconds",
    "AWS/ApplicationELB, TargetResponseTime, Seconds",
    "AWS/ApiGateway, IntegrationLatency, Milliseconds",
    "AWS/CloudFront, 5xxErrorRate, Percent",
    "AWS/EC2, EBSIOBalance%, Percent",
    "AWS/EBS, BurstBalance, Percent",
    "AWS/Billing, EstimatedCharges, USD",
    "CWAgent, Memory % Committed Bytes In Use, Percent",
    "CWAgent, Memory Available MBytes, Megabytes",
    "LambdaInsights, total_memory, Megabytes",
    "Tagwatch/Uptime, CertificateDaysLeft, Days",
    "Shop, Orders, ''",
  })
  void areKnownByTheMetricWhereTheAlarmDeclaresNone(String namespace, String metric, String unit) {
    assertThat(Units.of(Optional.of("None"), namespace, metric)).isEqualTo(unit);
  }

  @Test
  void areTheAlarmsWhereItDeclaresOne() {
    assertThat(Units.of(Optional.of("Gigabytes"), "AWS/ES", "FreeStorageSpace"))
        .isEqualTo("Gigabytes");
  }
}
