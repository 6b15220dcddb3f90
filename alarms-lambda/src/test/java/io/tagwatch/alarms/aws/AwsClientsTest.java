package io.tagwatch.alarms.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.Environment;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class AwsClientsTest {
  /** The system property through which the SDK takes an address, as from the variable. */
  private static final String OF_THE_PROCESS = "aws.endpointUrl";

  @BeforeEach
  void theProcessNamesAnotherAddress() {
    System.setProperty(OF_THE_PROCESS, "http://127.0.0.1:9");
  }

  @AfterEach
  void theProcessForgetsIt() {
    System.clearProperty(OF_THE_PROCESS);
  }

  @Test
  void asksTheRealServiceWhenItsEnvironmentNamesNoAddress() {
    assertThat(endpoint(Map.of("AWS_REGION", "eu-west-1")))
        .isEqualTo(URI.create("https://monitoring.eu-west-1.amazonaws.com"));
    assertThat(endpoint(Map.of("AWS_REGION", "cn-north-1")))
        .isEqualTo(URI.create("https://monitoring.cn-north-1.amazonaws.com.cn"));
    assertThat(endpoint(Map.of("AWS_REGION", "us-east-1", "AWS_USE_FIPS_ENDPOINT", "true")))
        .isEqualTo(URI.create("https://monitoring-fips.us-east-1.amazonaws.com"));
  }

  @Test
  void asksTheAddressThatItsEnvironmentNames() {
    Map<String, String> variables =
        Map.of("AWS_REGION", "eu-west-1", "AWS_ENDPOINT_URL", "http://127.0.0.1:4599");

    assertThat(endpoint(variables)).isEqualTo(URI.create("http://127.0.0.1:4599"));
  }

  private static URI endpoint(Map<String, String> variables) {
    Environment environment = new Environment(variables, InstantSource.system());
    try (CloudWatchClient client = new AwsClients(environment).cloudWatchReads()) {
      return client.serviceClientConfiguration().endpointOverride().orElseThrow();
    }
  }
}
