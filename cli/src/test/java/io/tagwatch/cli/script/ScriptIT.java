package io.tagwatch.cli.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The scripts in a copy of the root folder whose path has blanks, with a JDK and a Maven that only
 * take notes.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the scripts are for bash")
class ScriptIT {
  @TempDir private Path temp;
  private Path root;
  private Path jdk;
  private Path bin;

  @BeforeEach
  void copy() throws IOException {
    root = Files.createDirectories(temp.resolve("a folder with blanks"));
    for (String file : new String[] {"tagwatch", "scripts/jdk.sh", "scripts/build.sh"}) {
      Files.createDirectories(root.resolve(file).getParent());
      Files.copy(Path.of("..", file), root.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createDirectories(root.resolve("cli/src/main"));
    Files.writeString(root.resolve("pom.xml"), "");
    jdk = fakeJdk("jdk 25", "25.0.1");
    bin = Files.createDirectories(temp.resolve("bin"));
    executable(
        bin.resolve("mvn"),
        "echo \"$@\" >>\"%s\"; mkdir -p cli/target; echo jar >cli/target/tagwatch.jar"
            .formatted(temp.resolve("maven calls")));
  }

  @Test
  void buildsOnceAndThenOnlyStarts() {
    Ran first = run(withJdk(), "check", "--json");
    Ran second = run(withJdk(), "check", "--json");

    assertThat(first.err()).matches("(?s)Building \\(first time only\\) … done in \\d+ s\n");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).contains("-jar " + root + "/cli/target/tagwatch.jar check --json");
    assertThat(temp.resolve("maven calls")).content().hasLineCount(1);
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws IOException {
    run(withJdk(), "check");
    Path source = Files.writeString(root.resolve("cli/src/main/New.java"), "");
    Files.setLastModifiedTime(
        source, java.nio.file.attribute.FileTime.fromMillis(System.currentTimeMillis() + 60_000));

    assertThat(run(withJdk(), "check").err()).startsWith("Building (what changed)");
  }

  @Test
  void saysInOneSentenceThatItCannotWriteWhereTheBuildGoes() throws IOException {
    Files.writeString(root.resolve("cli/target"), "a file in the way");

    for (String[] command : new String[][] {{"check"}, {"package"}, {"package", "--rebuild"}}) {
      Ran ran = run(withJdk(), command);

      assertThat(ran.err())
          .isEqualTo(
              "tagwatch: cannot write to %s/cli/target, where the build goes; make the folder"
                      .formatted(root)
                  + " writable.\n");
      assertThat(ran.exitCode()).isEqualTo(2);
    }
  }

  @Test
  void findsAJdkInTheUsualFoldersWhenJavaHomeIsTooOld() throws IOException {
    Path old = fakeJdk("jdk 17", "17.0.15");

    Ran ran =
        run(Map.of("JAVA_HOME", old.toString(), "TAGWATCH_JDK_FOLDERS", temp + "/jdk*"), "check");

    assertThat(ran.out()).startsWith(jdk.toString());
  }

  @Test
  void prefersTheWantedVersionToANewerOne() throws IOException {
    fakeJdk("jdk 26", "26");

    Ran ran = run(Map.of("TAGWATCH_JDK_FOLDERS", temp + "/jdk 26:" + temp + "/jdk 25"), "check");

    assertThat(ran.out()).startsWith(jdk.toString());
  }

  @Test
  void saysInOneLineThatAJdkIsMissing() {
    Ran ran =
        run(Map.of("TAGWATCH_JDK_FOLDERS", temp + "/nothing*", "PATH", bin.toString()), "check");

    assertThat(ran.err()).startsWith("tagwatch: no JDK 25 found; install one").hasLineCount(1);
    assertThat(ran.exitCode()).isEqualTo(2);
  }

  @Test
  void saysInOneLineThatMavenIsMissing() throws IOException {
    Files.delete(bin.resolve("mvn"));
    Path empty = Files.createDirectories(temp.resolve("only coreutils"));
    for (String tool : new String[] {"find", "mkdir", "rm", "cat"}) {
      Files.createSymbolicLink(empty.resolve(tool), Path.of("/bin/" + tool));
    }

    Ran ran = run(Map.of("JAVA_HOME", jdk.toString(), "PATH", empty.toString()), "check");

    assertThat(ran.err()).startsWith("tagwatch: Maven is needed to build").hasLineCount(1);
    assertThat(ran.exitCode()).isEqualTo(2);
  }

  @Test
  void showsWhatMavenSaidWhenTheBuildFails() {
    executable(
        bin.resolve("mvn"),
        "echo '[INFO] a lot'; echo '[ERROR] /src/A.java:[3,1] missing semicolon'; echo '[ERROR] [Help 1] http'; exit 1");

    Ran ran = run(withJdk(), "check");

    assertThat(ran.err())
        .contains("failed\n[ERROR] /src/A.java:[3,1] missing semicolon\ntagwatch: the build failed")
        .doesNotContain("a lot", "Help 1");
    assertThat(ran.exitCode()).isEqualTo(2);
  }

  @Test
  void twoAtOnceBuildOnce() throws InterruptedException {
    executable(
        bin.resolve("mvn"),
        "sleep 1; echo call >>'%s'; mkdir -p cli/target; echo jar >cli/target/tagwatch.jar"
            .formatted(temp.resolve("maven calls")));
    Thread other = Thread.ofVirtual().start(() -> run(withJdk(), "check"));

    Ran ran = run(withJdk(), "check");
    other.join();

    assertThat(ran.exitCode()).isZero();
    assertThat(temp.resolve("maven calls")).content().hasLineCount(1);
  }

  @Test
  void packagesTheFunctionsAndPrintsTheirSizes() {
    executable(
        bin.resolve("mvn"),
        "for z in uptime alarms notify; do mkdir -p $z-lambda/target; head -c 3456789 /dev/zero >$z-lambda/target/$z-lambda.zip; done");

    Ran ran = run(withJdk(), "package", "--rebuild");

    assertThat(ran.out())
        .contains(
            "uptime-lambda.zip      3.45 MB   uptime-lambda/target/uptime-lambda.zip",
            "alarms-lambda.zip ",
            "notify-lambda.zip ");
    assertThat(ran.exitCode()).isZero();
  }

  @Test
  void printsTheSizesAsJsonOnDemand() {
    executable(
        bin.resolve("mvn"),
        "for z in uptime alarms notify; do mkdir -p $z-lambda/target; head -c 1234 /dev/zero >$z-lambda/target/$z-lambda.zip; done");

    Ran ran = run(withJdk(), "package", "--json");

    assertThat(ran.out())
        .isEqualTo(
            """
            {"zips": [
              {"name": "uptime-lambda.zip", "bytes": 1234, "path": "uptime-lambda/target/uptime-lambda.zip"},
              {"name": "alarms-lambda.zip", "bytes": 1234, "path": "alarms-lambda/target/alarms-lambda.zip"},
              {"name": "notify-lambda.zip", "bytes": 1234, "path": "notify-lambda/target/notify-lambda.zip"}
            ]}
            """);
    assertThat(ran.exitCode()).isZero();
  }

  @Test
  void worksThroughALinkFromAnotherFolder() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("tw"), root.resolve("tagwatch"));

    Ran ran =
        Ran.of(temp, environment(Map.of("JAVA_HOME", jdk.toString())), link.toString(), "check");

    assertThat(ran.out()).contains("-Dtagwatch.root=" + root.toRealPath());
  }

  private Map<String, String> withJdk() {
    return Map.of("JAVA_HOME", jdk.toString());
  }

  private Ran run(Map<String, String> variables, String... args) {
    String[] command = new String[args.length + 2];
    command[0] = "/bin/bash";
    command[1] = root.resolve("tagwatch").toString();
    System.arraycopy(args, 0, command, 2, args.length);
    return Ran.of(temp, environment(variables), command);
  }

  private Map<String, String> environment(Map<String, String> variables) {
    Map<String, String> all = new java.util.HashMap<>();
    all.put("PATH", bin + ":" + System.getenv("PATH"));
    all.put("JAVA_HOME", "");
    all.put("TAGWATCH_JDK_FOLDERS", "");
    all.putAll(variables);
    return all;
  }

  /** Its java prints where it lives and what it was asked. */
  private Path fakeJdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(temp.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    executable(home.resolve("bin/java"), "echo \"$0 $@\"");
    executable(home.resolve("bin/javac"), "");
    return home;
  }

  private static void executable(Path file, String script) {
    try {
      Files.writeString(file, "#!/bin/bash\n" + script + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
