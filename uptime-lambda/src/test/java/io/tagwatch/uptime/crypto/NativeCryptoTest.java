package io.tagwatch.uptime.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.common.log.JsonLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCryptoTest {
  @TempDir private Path lib;
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

  @Test
  void doesNothingOutsideAPackage() {
    run(Optional.empty(), 3);

    assertThat(said()).isEmpty();
    assertThat(NativeCrypto.isInstalled()).isFalse();
  }

  @Test
  void doesNothingWhereThePackageHasNoneForTheArchitecture() throws Exception {
    Files.writeString(lib.resolve("AmazonCorrettoCryptoProvider-2.5.0-linux-riscv.jar"), "");

    run(Optional.of(lib), 3);

    assertThat(said()).isEmpty();
  }

  @Test
  void keepsTheJdksOwnAndSaysWhyWhenItDoesNotLoad() throws Exception {
    Files.writeString(lib.resolve("AmazonCorrettoCryptoProvider-2.5.0-linux-aarch_64.jar"), "?");

    run(Optional.of(lib), 1);
    assertThat(said()).isEmpty();
    run(Optional.of(lib), 3);

    assertThat(said()).containsOnlyOnce("native_crypto_unavailable").contains("ClassNotFound");
    assertThat(NativeCrypto.isInstalled()).isFalse();
  }

  private void run(Optional<Path> jars, int times) {
    NativeCrypto crypto = new NativeCrypto(jars, "aarch64", log());
    for (int i = 0; i < times; i++) {
      crypto.beginRun();
    }
  }

  private JsonLog log() {
    return new JsonLog(
        "uptime", JsonLog.Level.INFO, new PrintStream(lines, true), InstantSource.system());
  }

  private String said() {
    return lines.toString(StandardCharsets.UTF_8);
  }
}
