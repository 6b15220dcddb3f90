package io.tagwatch.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a package, and the size that each may have. */
class ZipContentsIT {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @ParameterizedTest
  @CsvSource({"notify-lambda, 6000000", "uptime-lambda, 14000000", "alarms-lambda, 33000000"})
  void staysWithinItsSizeBudget(String function, long budget) throws Exception {
    assertThat(Files.size(zip(function))).isLessThanOrEqualTo(budget);
  }

  @ParameterizedTest
  @ValueSource(strings = {"notify-lambda", "uptime-lambda", "alarms-lambda"})
  void holdsThinJarsUnderLibAndNothingElse(String function) throws Exception {
    assertThat(names(function))
        .allMatch(name -> name.equals("lib/") || name.matches("lib/[^/]+\\.jar"));
    assertThat(names(function)).contains("lib/" + function + "-0.1.0.jar", "lib/common-0.1.0.jar");
  }

  /** A cold function would inflate each class that it loads. */
  @ParameterizedTest
  @ValueSource(strings = {"notify-lambda", "uptime-lambda", "alarms-lambda"})
  void holdsJarsThatAreNotCompressedThemselves(String function) throws Exception {
    try (ZipFile zip = new ZipFile(zip(function).toFile());
        ZipInputStream jar =
            new ZipInputStream(zip.getInputStream(zip.getEntry("lib/common-0.1.0.jar")))) {
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        assertThat(entry.getMethod()).as(entry.getName()).isEqualTo(ZipEntry.STORED);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"notify-lambda", "uptime-lambda", "alarms-lambda"})
  void holdsTheEc2ClientNowhere(String function) throws Exception {
    assertThat(names(function)).noneMatch(name -> name.startsWith("lib/ec2-"));
  }

  @ParameterizedTest
  @CsvSource({"notify-lambda, false", "uptime-lambda, true", "alarms-lambda, true"})
  void holdsTheCloudWatchClientWhereItIsUsed(String function, boolean used) throws Exception {
    assertThat(names(function).stream().anyMatch(name -> name.startsWith("lib/cloudwatch-")))
        .isEqualTo(used);
  }

  private static Path zip(String function) {
    return ROOT.resolve(function).resolve("target").resolve(function + ".zip");
  }

  private static List<String> names(String function) throws Exception {
    try (ZipFile file = new ZipFile(zip(function).toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }
}
