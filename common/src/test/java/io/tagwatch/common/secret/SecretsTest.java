package io.tagwatch.common.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.Node;
import io.tagwatch.common.config.Place;
import io.tagwatch.common.config.Problems;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "env:SLACK_WEBHOOK",
        "ssm:/tagwatch/slack",
        "ssm:plain",
        "secretsmanager:prod/chat#webhook",
        "secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:chat-AbCdEf#token",
        "secretsmanager:whole"
      })
  void printsAReferenceAsItWasWritten(String written) {
    assertThat(SecretReference.parse(written)).get().hasToString(written);
  }

  @Test
  void neverRepeatsALiteralSecretInAnError() {
    Problems problems = new Problems("channels.json");

    SecretReference.read(
        new Node.Text(Place.ofPath("channels.ops.token"), "xoxb-very-secret"), problems);

    assertThatThrownBy(problems::throwIfAny)
        .hasMessageContaining("channels.ops.token  is not a reference to a secret; write env:NAME")
        .message()
        .doesNotContain("xoxb");
  }

  @Test
  void hidesASecretWhenItIsPrinted() {
    assertThat(new Secret("hunter2")).hasToString("(secret)");
    assertThat(new Secret("hunter2").reveal()).isEqualTo("hunter2");
  }

  @Test
  void saysWhichVariableToSet() {
    SecretSource source =
        new EnvironmentSecrets(new Environment(Map.of("SET", "value"), InstantSource.system()));

    assertThat(source.read(new SecretReference.Env("SET")).reveal()).isEqualTo("value");
    assertThatThrownBy(() -> source.read(new SecretReference.Env("UNSET")))
        .isInstanceOf(SecretUnavailableException.class)
        .hasMessage("env:UNSET is not set; set the environment variable UNSET");
    assertThatThrownBy(() -> source.read(new SecretReference.Ssm("/a")))
        .hasMessage("ssm:/a needs an AWS account");
  }

  @Test
  void keepsASecretButNotAFailureToReadIt() {
    SecretReference reference = new SecretReference.Env("TOKEN");
    Deque<String> answers = new ArrayDeque<>(List.of("", "first", "second"));
    CachedSecrets cached =
        new CachedSecrets(
            asked -> {
              String answer = answers.removeFirst();
              if (answer.isEmpty()) {
                throw new SecretUnavailableException(asked, "is away");
              }
              return new Secret(answer);
            });

    assertThatThrownBy(() -> cached.read(reference)).hasMessage("env:TOKEN is away");
    assertThat(cached.read(reference).reveal()).isEqualTo("first");
    assertThat(cached.read(reference).reveal()).isEqualTo("first");
    assertThat(cached.readAgain(reference).reveal()).isEqualTo("second");
    assertThat(cached.read(reference).reveal()).isEqualTo("second");
  }
}
