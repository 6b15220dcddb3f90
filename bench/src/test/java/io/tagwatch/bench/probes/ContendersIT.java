package io.tagwatch.bench.probes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tagwatch.bench.cold.LoopbackTls;
import io.tagwatch.bench.runtime.LambdaJvm;
import io.tagwatch.bench.runtime.PackagedFunction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContendersIT {
  private static final Path ZIP =
      Path.of("../uptime-lambda/target/uptime-lambda.zip").toAbsolutePath().normalize();
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @TempDir private Path folder;

  @BeforeEach
  void needsLinux() {
    assumeTrue(PackagedFunction.isSupported(), "the runtime interface client needs Linux");
  }

  @Test
  void theFunctionShakesHandsWithNativeCryptographyFromItsSecondRunOn() throws Exception {
    LoopbackTls tls = LoopbackTls.create(folder);
    try (TargetFarm farm = TargetFarm.start("https", tls.serverContext().getServerSocketFactory());
        TagwatchContender function =
            tagwatch(tls.trustFlags(), Targets.healthy(farm, 8, TIMEOUT))) {
      function.start();

      Set<String> first = function.round();
      assertThat(function.output()).doesNotContain("native_crypto");
      Set<String> second = function.round();

      assertThat(first).isEmpty();
      assertThat(second).isEmpty();
      assertThat(function.output()).containsOnlyOnce("\"native_crypto\"");
    }
  }

  @Test
  void nativeCryptographyTrustsNobodyMoreThanTheJdkDoes() throws Exception {
    LoopbackTls tls = LoopbackTls.create(folder);
    try (TargetFarm farm =
        TargetFarm.start("https", tls.serverContext().getServerSocketFactory())) {
      Targets targets = Targets.healthy(farm, 3, TIMEOUT);
      try (TagwatchContender function = tagwatch(List.of(), targets)) {
        function.start();

        assertThat(function.round()).hasSize(3);
        assertThat(function.round()).hasSize(3);
      }
    }
  }

  @Test
  void thePeerGivesTheSameVerdictsWhereItIsInstalled() throws Exception {
    try (TargetFarm farm = TargetFarm.start("http", ServerSocketFactory.getDefault())) {
      Targets targets = Targets.healthy(farm, 3, TIMEOUT);
      Optional<BlackboxContender> peer =
          BlackboxContender.find(folder.resolve("peer"), targets, Optional.empty());
      assumeTrue(peer.isPresent(), "blackbox_exporter is not installed");
      try (BlackboxContender found = peer.get()) {
        found.start();

        assertThat(found.round()).isEmpty();
      }
    }
  }

  private TagwatchContender tagwatch(List<String> flags, Targets targets) throws Exception {
    List<String> all = new ArrayList<>(LambdaJvm.SMALL.flags());
    all.addAll(flags);
    return new TagwatchContender("function", ZIP, all, folder.resolve("function"), targets);
  }
}
