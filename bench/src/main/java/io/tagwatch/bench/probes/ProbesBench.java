package io.tagwatch.bench.probes;

import io.tagwatch.bench.Median;
import io.tagwatch.bench.Table;
import io.tagwatch.bench.cold.LoopbackTls;
import io.tagwatch.bench.runtime.LambdaJvm;
import io.tagwatch.bench.runtime.ProcessFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;

/**
 * {@code bench/run.sh probes}: probes a second of processor time, warm and from a cold start, and a
 * round in which a fifth of the targets hang or trickle.
 */
public final class ProbesBench {
  private static final int TARGETS = 1_000;
  private static final int WARM_UP = 4;
  private static final int ROUNDS = 7;
  private static final int COLD_ROUNDS = 3;
  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private static final List<String> FIRST_COMPILER =
      Stream.concat(LambdaJvm.SMALL.flags().stream(), LambdaJvm.UPTIME.stream()).toList();

  /** A later flag wins. */
  private static final List<String> BOTH_COMPILERS =
      Stream.concat(FIRST_COMPILER.stream(), LambdaJvm.BOTH_COMPILERS.stream()).toList();

  private final Path zip;
  private final Path scratch;
  private final LoopbackTls tls;
  private final List<TagwatchContender> opened = new ArrayList<>();

  private ProbesBench(Path projectRoot, Path scratch) throws IOException, InterruptedException {
    this.zip = projectRoot.resolve("uptime-lambda/target/uptime-lambda.zip");
    this.scratch = scratch;
    this.tls = LoopbackTls.create(scratch);
  }

  /** Prints three tables; {@code projectRoot} holds the built modules. */
  public static String run(Path projectRoot) throws Exception {
    Path scratch = Files.createDirectories(projectRoot.resolve("bench/target/probes"));
    ProbesBench bench = new ProbesBench(projectRoot, Files.createTempDirectory(scratch, "run"));
    try (TargetFarm plain = TargetFarm.start("http", ServerSocketFactory.getDefault());
        TargetFarm secured =
            TargetFarm.start("https", bench.tls.serverContext().getServerSocketFactory())) {
      return bench.compare("http", Targets.healthy(plain, TARGETS, PATIENT))
          + "\n"
          + bench.compare("https", Targets.healthy(secured, TARGETS, PATIENT))
          + "\n"
          + bench.trouble(Targets.troubled(plain, TARGETS, TIMEOUT));
    } finally {
      bench.opened.forEach(TagwatchContender::closeCloud);
    }
  }

  private List<Contender> contenders(String place, Targets targets) throws IOException {
    List<Contender> all = new ArrayList<>();
    all.add(tagwatch("uptime-lambda, first compiler", FIRST_COMPILER, place + "-c1", targets));
    all.add(tagwatch("uptime-lambda, both compilers", BOTH_COMPILERS, place + "-c2", targets));
    Optional<Path> trusted =
        targets.urls().getFirst().startsWith("https")
            ? Optional.of(tls.certificate())
            : Optional.empty();
    Optional<BlackboxContender> peer =
        BlackboxContender.find(scratch.resolve(place + "-blackbox"), targets, trusted);
    if (peer.isEmpty()) {
      System.err.println("blackbox_exporter is not installed; measured without it");
    }
    peer.ifPresent(all::add);
    return all;
  }

  private Contender tagwatch(String title, List<String> flags, String folder, Targets targets)
      throws IOException {
    List<String> all = new ArrayList<>(flags);
    all.addAll(tls.trustFlags());
    TagwatchContender contender =
        new TagwatchContender(title, zip, all, scratch.resolve(folder), targets);
    opened.add(contender);
    return contender;
  }

  private String compare(String scheme, Targets targets) throws Exception {
    List<Contender> contenders = contenders(scheme, targets);
    double[][] warm = new double[contenders.size()][ROUNDS];
    double[][] cold = new double[contenders.size()][COLD_ROUNDS];
    double[] peak = new double[contenders.size()];
    for (int round = 0; round < COLD_ROUNDS; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        try (Contender contender = contenders.get(i)) {
          contender.start();
          requireVerdicts(contender, targets);
          cold[i][round] = TARGETS / contender.figures().cpuSeconds();
        }
      }
    }
    for (Contender contender : contenders) {
      contender.start();
    }
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        double spent = measured(contenders.get(i), targets);
        if (round >= 0) {
          warm[i][round] = TARGETS / spent;
        }
      }
    }
    Table table = new Table(scheme + ", " + TARGETS + " healthy", "warm", "cold", "peak memory");
    for (int i = 0; i < contenders.size(); i++) {
      peak[i] = contenders.get(i).figures().peakBytes();
      contenders.get(i).close();
      table.row(
          contenders.get(i).title(),
          rate(Median.of(warm[i])),
          rate(Median.of(cold[i])),
          megabytes(peak[i]));
    }
    return table.toString();
  }

  /** Processor seconds of one round. */
  private static double measured(Contender contender, Targets targets) throws Exception {
    double before = contender.figures().cpuSeconds();
    requireVerdicts(contender, targets);
    return contender.figures().cpuSeconds() - before;
  }

  private static void requireVerdicts(Contender contender, Targets targets) throws Exception {
    int wrong = wrong(contender.round(), targets);
    if (wrong > 0) {
      throw new IllegalStateException(contender.title() + " gave " + wrong + " wrong verdicts");
    }
  }

  private static int wrong(Set<String> down, Targets targets) {
    return (int)
        targets.urls().stream()
            .filter(url -> down.contains(url) != targets.sick().contains(url))
            .count();
  }

  private String trouble(Targets targets) throws Exception {
    Table table =
        new Table(
            TARGETS + " targets, 10 % hang, 10 % trickle, timeout " + TIMEOUT.toSeconds() + " s",
            "round",
            "wrong verdicts",
            "peak memory");
    for (Contender contender : contenders("trouble", targets)) {
      try (contender) {
        contender.start();
        long start = System.nanoTime();
        Set<String> down = contender.round();
        double seconds = (System.nanoTime() - start) / 1e9;
        ProcessFigures figures = contender.figures();
        table.row(
            contender.title(),
            String.format(Locale.ROOT, "%.1f s", seconds),
            wrong(down, targets),
            megabytes(figures.peakBytes()));
      }
    }
    return table.toString();
  }

  private static String rate(double probes) {
    return String.format(Locale.ROOT, "%,.0f probes/CPU-s", probes);
  }

  private static String megabytes(double bytes) {
    return String.format(Locale.ROOT, "%.0f MB", bytes / 1e6);
  }
}
