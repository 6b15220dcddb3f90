package io.tagwatch.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Programs that speak to an embedded cloud and are not ours: the AWS CLI and Python with boto3. A
 * test that needs one that is not installed is skipped and says so.
 */
public final class ForeignClient {
  private static final long PATIENCE_SECONDS = 120;

  private final URI cloud;

  public ForeignClient(URI cloud) {
    this.cloud = cloud;
  }

  /** Runs the AWS CLI; returns what it prints. */
  public String aws(String... arguments) throws IOException, InterruptedException {
    assumeTrue(works(List.of("aws", "--version")), "the AWS CLI is not installed");
    List<String> command = new ArrayList<>(List.of("aws", "--output", "json"));
    command.addAll(List.of("--endpoint-url", cloud.toString()));
    command.addAll(List.of(arguments));
    Result result = run(command);
    assertThat(result.status()).as(result.output()).isZero();
    return result.output();
  }

  /** Runs the AWS CLI where it is to be refused; returns what it says. */
  public String refusedAws(String... arguments) throws IOException, InterruptedException {
    assumeTrue(works(List.of("aws", "--version")), "the AWS CLI is not installed");
    List<String> command = new ArrayList<>(List.of("aws", "--endpoint-url", cloud.toString()));
    command.addAll(List.of(arguments));
    Result result = run(command);
    assertThat(result.status()).as(result.output()).isNotZero();
    return result.output();
  }

  /**
   * Runs a Python script, which fails the test by raising.
   *
   * @param resource a file under {@code src/test/resources/boto3}
   */
  public String python(String resource) throws IOException, InterruptedException {
    assumeTrue(works(List.of("python3", "-c", "import boto3")), "boto3 is not installed");
    Path script = Path.of("src/test/resources/boto3", resource);
    Result result = run(List.of("python3", script.toString(), cloud.toString()));
    assertThat(result.status()).as(result.output()).isZero();
    return result.output();
  }

  private boolean works(List<String> command) throws InterruptedException {
    try {
      return run(command).status() == 0;
    } catch (IOException notInstalled) {
      return false;
    }
  }

  private Result run(List<String> command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("client", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_REGION", "eu-west-1",
                "AWS_DEFAULT_REGION", "eu-west-1",
                "AWS_CONFIG_FILE", "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                "AWS_PAGER", "",
                "AWS_MAX_ATTEMPTS", "1"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }

  private record Result(int status, String output) {}
}
