package io.tagwatch.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.common.config.ConfigException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {

  @Test
  void prefersTheEndpointOfTheService() {
    Environment environment =
        environment(
            Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1", "AWS_ENDPOINT_URL_SSM", "https://ssm"));

    assertThat(environment.endpoint("SSM")).contains(URI.create("https://ssm"));
    assertThat(environment.endpoint("SQS")).contains(URI.create("http://127.0.0.1:1"));
    assertThat(environment(Map.of()).endpoint("SQS")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"not a url", "localhost:4566", "http://", "ftp://host", "http://[::1"})
  void saysInOneSentenceThatAnEndpointIsNoUrl(String text) {
    Environment environment = environment(Map.of("AWS_ENDPOINT_URL", text));

    assertThatThrownBy(() -> environment.endpoint("SSM"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(
            "environment has 1 error\n  AWS_ENDPOINT_URL \""
                + text
                + "\" is not a URL; write https://host or http://127.0.0.1:port");
  }

  private static Environment environment(Map<String, String> variables) {
    return new Environment(variables, InstantSource.system());
  }
}
