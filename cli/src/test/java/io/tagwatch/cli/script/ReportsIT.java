package io.tagwatch.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What run_tests.sh makes of the reports of Surefire and Failsafe. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for bash")
class ReportsIT {
  @TempDir private Path root;

  @Test
  void countsCasesAndTellsWhyTheyFailedOrWereSkipped() throws IOException {
    report(
        "common/target/surefire-reports/TEST-a.xml",
        """
        <testsuite name="io.A" tests="1" errors="0" skipped="0" failures="0">
          <testcase name="one" classname="io.tagwatch.A" time="0.1"/>
          <testcase name="two" classname="io.tagwatch.A" time="0.1">
            <failure message="&#10;expected: &quot;a&quot;&#10; but was: &quot;b&quot;" type="x"><![CDATA[<failure in the text]]></failure>
          </testcase>
          <testcase name="three" classname="io.tagwatch.A" time="0.1">
            <skipped message="chromium is not installed"/>
          </testcase>
        </testsuite>
        """);
    report(
        "cli/target/failsafe-reports/TEST-b.xml",
        """
        <testsuite name="io.B" tests="2">
          <testcase name="four" classname="io.tagwatch.B" time="0.1"/>
          <testcase name="six" classname="io.tagwatch.B" time="0.0">
            <skipped type="org.opentest4j.TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: terraform is not here
        	at org.junit.jupiter.api.Assumptions.throwAssumptionFailed(Assumptions.java:321)
        ]]></skipped>
          </testcase>
          <testcase name="five" classname="io.tagwatch.B" time="0.1">
            <error message="no port" type="x">trace</error>
          </testcase>
        </testsuite>
        """);

    Ran ran =
        Ran.of(
            root,
            Map.of("PATH", System.getenv("PATH")),
            "/bin/bash",
            "-c",
            ". '%s'; print_failures .; print_skipped .; count_tests .; echo $PASSED $FAILED $SKIPPED"
                .formatted(Path.of("../scripts/reports.sh").toAbsolutePath().normalize()));

    assertThat(ran.out())
        .isEqualTo(
            """

            Failed:
              A.two: expected: "a"
              B.five: no port

            Skipped:
              A.three: chromium is not installed
              B.six: terraform is not here
            2 2 2
            """);
    assertThat(ran.err()).isEmpty();
  }

  private void report(String file, String xml) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, xml);
  }
}
