package io.tagwatch.local.cloudwatch;

import io.tagwatch.local.engine.InvalidDefinition;
import io.tagwatch.local.engine.MetricMath;
import io.tagwatch.local.engine.MetricQueries;
import io.tagwatch.local.engine.MetricQuery;
import io.tagwatch.local.engine.Statistic;
import io.tagwatch.local.protocol.Params;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A list of MetricDataQuery: Metrics of PutMetricAlarm, MetricDataQueries of GetMetricData. */
final class QueriesForm {
  private static final Set<String> QUERY =
      Set.of("Id", "MetricStat", "Expression", "Label", "ReturnData", "Period", "AccountId");
  private static final Set<String> STAT = Set.of("Metric", "Period", "Stat", "Unit");
  private static final Set<String> METRIC = Set.of("Namespace", "MetricName", "Dimensions");

  private final String list;
  private final String account;
  private final List<MetricQuery> queries = new ArrayList<>();
  private final List<Map<String, Object>> described = new ArrayList<>();

  private QueriesForm(String list, String account) {
    this.list = list;
    this.account = account;
  }

  /**
   * @param account the only account whose metrics can be asked for
   * @throws InvalidDefinition for what the engine refuses
   */
  static QueriesForm read(Params request, String list, String account) {
    QueriesForm form = new QueriesForm(list, account);
    int position = 1;
    for (Params query : request.structures(list)) {
      form.add(query, list + ".member." + position++);
    }
    return form;
  }

  MetricQueries queries() {
    return MetricQueries.of(queries);
  }

  /** As they were given, with ReturnData filled in. */
  List<Map<String, Object>> described() {
    return List.copyOf(described);
  }

  long returned() {
    return queries.stream().filter(MetricQuery::returnData).count();
  }

  private void add(Params query, String at) {
    query.heeding(QUERY);
    query
        .text("AccountId")
        .filter(other -> !other.equals(account))
        .ifPresent(
            other -> {
              throw Faults.notModelled(at + ".AccountId of another account");
            });
    boolean stat = query.has("MetricStat");
    if (stat == query.has("Expression")) {
      throw Faults.validation(
          stat
              ? "The parameters "
                  + at
                  + ".MetricStat and "
                  + at
                  + ".Expression are mutually exclusive and you have specified both."
              : "Either " + at + ".MetricStat or " + at + ".Expression must be specified.");
    }
    Map<String, Object> echo = new LinkedHashMap<>();
    echo.put("Id", query.requiredText("Id"));
    queries.add(stat ? ofMetric(query, at, echo) : ofMath(query, at, echo));
    query.text("Label").ifPresent(label -> echo.put("Label", label));
    echo.put("ReturnData", returnsData(query));
    described.add(echo);
  }

  private MetricQuery ofMetric(Params query, String at, Map<String, Object> echo) {
    Params stat = query.structure("MetricStat").orElseThrow().heeding(STAT);
    Params metric = stat.structure("Metric").orElseThrow().heeding(METRIC);
    int period = stat.integer("Period").orElseThrow();
    if (query.has("Period")) {
      throw Faults.validation(at + ".Period is for expressions; use " + at + ".MetricStat.Period.");
    }
    checkPeriod(period, at + ".MetricStat.Period");
    echo.put("MetricStat", describedStat(stat, metric, period));
    return new MetricQuery.OfMetric(
        query.requiredText("Id"),
        label(query, at),
        returnsData(query),
        Dimensions.metric(metric),
        statistic(stat, at),
        Duration.ofSeconds(period),
        stat.text("Unit"));
  }

  private MetricQuery ofMath(Params query, String at, Map<String, Object> echo) {
    String expression = query.requiredText("Expression");
    echo.put("Expression", expression);
    query
        .integer("Period")
        .ifPresent(
            period -> {
              checkPeriod(period, at + ".Period");
              echo.put("Period", period);
            });
    return new MetricQuery.OfMath(
        query.requiredText("Id"),
        label(query, at),
        returnsData(query),
        MetricMath.parse(expression),
        query.integer("Period").stream()
            .mapToObj(seconds -> Duration.ofSeconds(seconds))
            .findFirst());
  }

  private static Map<String, Object> describedStat(Params stat, Params metric, int period) {
    Map<String, Object> result = new LinkedHashMap<>();
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("Namespace", metric.requiredText("Namespace"));
    named.put("MetricName", metric.requiredText("MetricName"));
    named.put("Dimensions", Dimensions.described(Dimensions.read(metric)));
    result.put("Metric", named);
    result.put("Period", period);
    result.put("Stat", stat.requiredText("Stat"));
    stat.text("Unit").ifPresent(unit -> result.put("Unit", unit));
    return result;
  }

  private void checkPeriod(int seconds, String at) {
    if (list.equals("Metrics")) {
      Periods.checkOfAlarm(seconds);
    } else if (!Periods.canBeRead(seconds)) {
      throw Faults.validation(
          "The parameter " + at + " must be 1, 5, 10, 20, 30 or a multiple of 60.");
    }
  }

  private static Statistic statistic(Params stat, String at) {
    try {
      return Statistic.parse(stat.requiredText("Stat"));
    } catch (InvalidDefinition e) {
      throw Faults.validation(
          "The value for parameter " + at + ".MetricStat.Stat is not a valid statistic.");
    }
  }

  private static Optional<String> label(Params query, String at) {
    Optional<String> label = query.text("Label");
    if (label.filter(text -> text.contains("${")).isPresent()) {
      throw Faults.notModelled("A dynamic label, as in " + at + ".Label,");
    }
    return label;
  }

  private static boolean returnsData(Params query) {
    return query.flag("ReturnData").orElse(true);
  }
}
