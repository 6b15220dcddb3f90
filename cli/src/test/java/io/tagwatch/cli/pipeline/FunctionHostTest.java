package io.tagwatch.cli.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FunctionHostTest {
  private static final JsonNode EVENT = JsonNodeFactory.instance.objectNode().put("a", 1);

  @Test
  void handsTheEventOverAndReadsTheAnswer() throws FunctionFailure {
    FunctionHost echo =
        new FunctionHost("echo", Duration.ofSeconds(1), (in, out, context) -> in.transferTo(out));

    assertThat(echo.invoke(EVENT)).isEqualTo(EVENT);
  }

  @Test
  void tellsTheFunctionItsNameAndTheTimeLeft() throws FunctionFailure {
    FunctionHost host =
        new FunctionHost(
            "uptime-lambda",
            Duration.ofSeconds(30),
            (in, out, context) -> {
              assertThat(context.getFunctionName()).isEqualTo("uptime-lambda");
              assertThat(context.getAwsRequestId()).isNotBlank();
              assertThat(context.getRemainingTimeInMillis()).isBetween(25_000, 30_000);
            });

    assertThat(host.invoke(EVENT).isMissingNode()).isTrue();
  }

  @Test
  void countsAnExceptionAsAFailedInvocation() {
    FunctionHost broken =
        new FunctionHost(
            "notify-lambda",
            Duration.ofSeconds(1),
            (in, out, context) -> {
              throw new IOException("no channel left");
            });

    assertThatExceptionOfType(FunctionFailure.class)
        .isThrownBy(() -> broken.invoke(EVENT))
        .satisfies(
            failure -> assertThat(failure).hasToString("notify-lambda failed: no channel left"));
  }
}
