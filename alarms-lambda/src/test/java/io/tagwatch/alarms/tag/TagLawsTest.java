package io.tagwatch.alarms.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.alarms.TestConfigs;
import io.tagwatch.alarms.TestServers;
import io.tagwatch.alarms.rule.AlarmsConfig;
import io.tagwatch.alarms.rule.MissingMode;
import io.tagwatch.alarms.rule.Numbers;
import io.tagwatch.common.check.Datapoints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class TagLawsTest {
  private static final AlarmsConfig CONFIG = TestConfigs.usual();

  @Property(tries = 500)
  void readsBackWhatItPrintsInAnyOrderCaseAndSpacing(
      @ForAll("wishes") Wish wish, @ForAll Random random) {
    List<String> words = new ArrayList<>();
    wish.datapoints().ifPresent(d -> words.add(d.toAlarm() + "of" + d.of()));
    wish.period().ifPresent(p -> words.add(p.toString()));
    wish.statistic().ifPresent(s -> words.add(s.aws()));
    wish.missing().ifPresent(m -> words.add("missing=" + m.aws()));
    Collections.shuffle(words, random);
    String threshold =
        wish.warning().map(w -> Numbers.print(w) + "/").orElse("")
            + Numbers.print(wish.critical().orElseThrow());
    String value = (threshold + "  " + String.join(" ", words)).toUpperCase(java.util.Locale.ROOT);

    assertThat(read(value).wish("cpu")).contains(wish);
  }

  @Property(tries = 2_000)
  void neverThrowsAndNeverBothRejectsAndObeys(@ForAll @StringLength(max = 256) String value) {
    ServerTags tags = read(value);

    assertThat(tags.rejected().size() + tags.wishes().size()).isEqualTo(1);
    int length = value.codePointCount(0, value.length());
    tags.rejected().forEach(r -> assertThat(r.column()).isBetween(1, length + 1));
  }

  @Property(tries = 2_000)
  void neverThrowsOnWordsOfTheGrammarInAnyOrder(@ForAll("almost") String value) {
    ServerTags tags = read(value);

    assertThat(tags.rejected().size() + tags.wishes().size()).isEqualTo(1);
  }

  @Provide
  Arbitrary<String> almost() {
    return Arbitraries.of(
            "90",
            "80/95",
            "/",
            "off",
            "3of5",
            "of",
            "5m",
            "auto",
            "max",
            "p99",
            "missing=",
            "breaching",
            "=",
            ".",
            "-",
            "\t")
        .list()
        .ofMaxSize(6)
        .flatMap(words -> Arbitraries.of("", " ", "  ").map(space -> String.join(space, words)));
  }

  @Provide
  Arbitrary<Wish> wishes() {
    Arbitrary<Double> critical = Arbitraries.integers().between(-1_000, 1_000).map(i -> i / 4.0);
    Arbitrary<Integer> gap = Arbitraries.integers().between(1, 100);
    Arbitrary<Datapoints> datapoints =
        Arbitraries.integers().between(1, 20).map(n -> new Datapoints((n + 1) / 2, n));
    Arbitrary<io.tagwatch.alarms.rule.Period> periods =
        Arbitraries.of("10s", "20s", "30s", "1m", "5m", "1h", "auto")
            .map(text -> io.tagwatch.alarms.rule.Period.parse(text).orElseThrow());
    Arbitrary<io.tagwatch.alarms.rule.Statistic> statistics =
        Arbitraries.of("avg", "min", "max", "sum", "count", "p0", "p99.9", "p100")
            .map(text -> io.tagwatch.alarms.rule.Statistic.parse(text).orElseThrow());
    return Combinators.combine(
            critical,
            gap.optional(),
            datapoints.optional(),
            periods.optional(),
            statistics.optional(),
            Arbitraries.of(MissingMode.values()).optional())
        .as(
            (c, g, d, p, s, m) ->
                new Wish(false, g.map(by -> c - by), java.util.Optional.of(c), d, p, s, m));
  }

  private static ServerTags read(String value) {
    return ServerTags.read(TestServers.running("i-1", "tagwatch:cpu", value), CONFIG);
  }
}
