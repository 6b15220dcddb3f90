package io.tagwatch.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.cli.terminal.Style;
import io.tagwatch.cli.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class ComplaintsTest {
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Complaints complaints =
      new Complaints(
          new Terminal(
              new PrintStream(new ByteArrayOutputStream()),
              new PrintStream(err, true, StandardCharsets.UTF_8),
              Style.PLAIN,
              false));

  /** What went wrong, what is said, and the exit code. */
  record Case(Exception exception, String sentence, int exitCode) {}

  static List<Case> cases() {
    String advice = "; check that it is there and writable, and that the disk has room\n";
    return List.of(
        new Case(UserError.usage("no such check"), "tagwatch: no such check\n", 2),
        new Case(UserError.cloud("it is closed"), "tagwatch: it is closed\n", 3),
        new Case(
            SdkClientException.create("connection refused"),
            "tagwatch: the cloud said no: connection refused\n",
            3),
        new Case(
            new AccessDeniedException("/a/b"),
            "tagwatch: cannot use the file or folder /a/b" + advice,
            2),
        new Case(
            new UncheckedIOException(new IOException("No space left on device")),
            "tagwatch: No space left on device" + advice,
            2));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysOneSentenceWithoutATrace(Case wrong) {
    int exitCode = complaints.handleExecutionException(wrong.exception(), null, null);

    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(wrong.sentence());
    assertThat(exitCode).isEqualTo(wrong.exitCode());
  }

  @Test
  void admitsAFaultOfItsOwnWithItsPlace() {
    complaints.handleExecutionException(new IllegalStateException("lost"), null, null);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("tagwatch: this is a fault of Tagwatch itself, not yours: ")
        .contains("lost", " at io.tagwatch.cli.command.ComplaintsTest", "TAGWATCH_DEBUG=1")
        .doesNotContain("\tat ");
  }
}
