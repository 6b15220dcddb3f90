package io.tagwatch.cli.command;

import io.tagwatch.cli.check.CheckJson;
import io.tagwatch.cli.check.CheckProgress;
import io.tagwatch.cli.check.CheckRun;
import io.tagwatch.cli.check.CheckTable;
import io.tagwatch.cli.config.ConfigFolder;
import io.tagwatch.cli.terminal.Terminal;
import io.tagwatch.common.Environment;
import io.tagwatch.common.config.ConfigFile;
import io.tagwatch.common.config.Suggestion;
import io.tagwatch.common.secret.CachedSecrets;
import io.tagwatch.secrets.AwsSecrets;
import io.tagwatch.uptime.check.Check;
import io.tagwatch.uptime.check.ChecksConfig;
import io.tagwatch.uptime.probe.LiveProber;
import io.tagwatch.uptime.probe.ProbeResult;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks the endpoints of checks.yaml once, or again and again. */
@Command(
    name = "check",
    description =
        "Ask the endpoints of checks.yaml once: verdict, time by phase, certificate, reason.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  tagwatch check                      all of config/checks.yaml",
      "  tagwatch check api --trace          one of them, the whole story",
      "  tagwatch check --watch              again every ten seconds, until Ctrl-C",
      "  tagwatch check --json"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:everything is up", "1:something is down", ExitCodes.USAGE_HELP})
final class CheckCommand implements Callable<Integer> {
  private static final long WATCH_MILLIS = 10_000;
  private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

  private final Terminal terminal;
  @Mixin private ConfigOption config;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Only these checks.")
  private List<String> names = new ArrayList<>();

  @Option(names = "--json", description = "Print the results as JSON.")
  private boolean json;

  @Option(names = "--watch", description = "Ask again every ten seconds, until Ctrl-C.")
  private boolean watch;

  @Option(
      names = {"--trace", "-v", "--verbose"},
      description =
          "Tell the whole story of each probe: addresses, handshake, certificates, headers, each"
              + " expectation with what was found. Secrets are hidden.")
  private boolean trace;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    ConfigFile file = new ConfigFolder(config.existing()).read("checks");
    ChecksConfig checks = ChecksConfig.read(file);
    file.problems().throwIfAny();
    List<Check> wanted = wanted(checks.checks());
    CachedSecrets secrets = new CachedSecrets(AwsSecrets.all(Environment.ofProcess()));
    InstantSource clock = InstantSource.system();
    try (LiveProber prober =
        trace
            ? LiveProber.telling(checks.addresses(), secrets, clock)
            : new LiveProber(checks.addresses(), secrets, clock)) {
      return watch ? watch(wanted, prober) : print(probed(wanted, prober));
    }
  }

  /** A person sees how far it is; the line is gone when the table comes. */
  private List<ProbeResult> probed(List<Check> checks, LiveProber prober) {
    if (!terminal.interactive()) {
      return CheckRun.of(checks, prober, result -> {});
    }
    CheckProgress progress = new CheckProgress(terminal.err(), checks.size());
    List<ProbeResult> results = CheckRun.of(checks, prober, progress::add);
    progress.end();
    return results;
  }

  private int watch(List<Check> checks, LiveProber prober) throws InterruptedException {
    int worst = ExitCodes.FINE;
    try (Interrupt interrupt = Interrupt.listen()) {
      do {
        List<ProbeResult> results = probed(checks, prober);
        if (terminal.interactive()) {
          terminal.out().print(CLEAR_SCREEN);
        }
        worst = Math.max(worst, print(results));
        interrupt.endWith(worst);
      } while (!interrupt.await(WATCH_MILLIS));
    }
    return worst;
  }

  private int print(List<ProbeResult> results) {
    if (json) {
      terminal.say(CheckJson.of(results, trace));
    } else {
      new CheckTable(terminal.style()).lines(results).forEach(terminal::say);
      results.stream().filter(result -> trace).forEach(this::tell);
    }
    return results.stream().allMatch(ProbeResult::up) ? ExitCodes.FINE : ExitCodes.FINDING;
  }

  private void tell(ProbeResult result) {
    terminal.say("");
    terminal.say(terminal.style().bold(result.name()) + "  " + result.check().target().url());
    result.trace().forEach(line -> terminal.say("  " + line));
  }

  private List<Check> wanted(List<Check> all) {
    List<String> known = all.stream().map(Check::name).toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw UserError.usage(
            "there is no check \"%s\"%s"
                .formatted(
                    name,
                    Suggestion.nearest(name, known)
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse("; there are " + String.join(", ", known))));
      }
    }
    return all.stream().filter(c -> names.isEmpty() || names.contains(c.name())).toList();
  }
}
