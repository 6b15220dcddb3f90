package io.tagwatch.cli.pipeline;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;

/**
 * Runs a function as Lambda does: bytes in, bytes out, a context that tells the time left. Unlike
 * Lambda it does not kill a function that passes its deadline; functions stop by themselves.
 */
public final class FunctionHost {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String name;
  private final Duration timeout;
  private final RequestStreamHandler handler;

  public FunctionHost(String name, Duration timeout, RequestStreamHandler handler) {
    this.name = name;
    this.timeout = timeout;
    this.handler = handler;
  }

  public String name() {
    return name;
  }

  /**
   * Invokes the function once.
   *
   * @return what it answered; a missing node when that is nothing
   * @throws FunctionFailure when it threw, which Lambda would report as a failed invocation
   */
  public JsonNode invoke(JsonNode event) throws FunctionFailure {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try {
      handler.handleRequest(
          new ByteArrayInputStream(JSON.writeValueAsBytes(event)),
          answer,
          InvocationContext.of(name, timeout));
      return JSON.readTree(answer.toByteArray());
    } catch (IOException | RuntimeException e) {
      throw new FunctionFailure(name, e);
    }
  }
}
