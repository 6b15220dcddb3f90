package io.tagwatch.cli.pipeline;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/**
 * What Lambda tells a function about one invocation.
 *
 * @param deadlineNanos on the scale of {@link System#nanoTime()}
 */
record InvocationContext(String function, String requestId, long deadlineNanos) implements Context {
  private static final int MEMORY_MB = 512;

  static InvocationContext of(String function, Duration timeout) {
    return new InvocationContext(
        function, UUID.randomUUID().toString(), System.nanoTime() + timeout.toNanos());
  }

  @Override
  public int getRemainingTimeInMillis() {
    long left = Duration.ofNanos(deadlineNanos - System.nanoTime()).toMillis();
    return Math.clamp(left, 0, Integer.MAX_VALUE);
  }

  @Override
  public String getAwsRequestId() {
    return requestId;
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getFunctionVersion() {
    return "$LATEST";
  }

  @Override
  public String getInvokedFunctionArn() {
    return "arn:aws:lambda:us-east-1:123456789012:function:" + function;
  }

  @Override
  public String getLogGroupName() {
    return "/aws/lambda/" + function;
  }

  @Override
  public String getLogStreamName() {
    return "local";
  }

  @Override
  public int getMemoryLimitInMB() {
    return MEMORY_MB;
  }

  @Override
  public CognitoIdentity getIdentity() {
    return null;
  }

  @Override
  public ClientContext getClientContext() {
    return null;
  }

  @Override
  public LambdaLogger getLogger() {
    return new StandardOutput();
  }

  /** Where Lambda collects log lines from. */
  private static final class StandardOutput implements LambdaLogger {
    @Override
    public void log(String message) {
      System.out.println(message);
    }

    @Override
    public void log(byte[] message) {
      log(new String(message, StandardCharsets.UTF_8));
    }
  }
}
