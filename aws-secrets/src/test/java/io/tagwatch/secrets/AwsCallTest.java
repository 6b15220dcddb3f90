package io.tagwatch.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsCallTest {

  @ParameterizedTest
  @CsvSource({
    "eu-west-1, https://ssm.eu-west-1.amazonaws.com/",
    "cn-north-1, https://ssm.cn-north-1.amazonaws.com.cn/",
    "us-gov-west-1, https://ssm.us-gov-west-1.amazonaws.com/",
  })
  void asksTheHostOfTheRegionsPartition(String region, String expected) {
    AwsCall call =
        new AwsCall("ssm", "SSM", "AmazonSSM.GetParameter", region, Optional.empty(), "{}");

    assertThat(call.uri()).hasToString(expected);
    assertThat(call.permission()).isEqualTo("ssm:GetParameter");
  }
}
