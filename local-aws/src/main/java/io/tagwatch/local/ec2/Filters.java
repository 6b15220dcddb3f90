package io.tagwatch.local.ec2;

import io.tagwatch.local.protocol.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The member Filters of a Describe operation: every filter has to be met, by any of its values.
 *
 * @param <T> what is filtered
 */
final class Filters<T> {
  private final List<Filter<T>> filters;

  private Filters(List<Filter<T>> filters) {
    this.filters = filters;
  }

  private record Filter<T>(Function<T, List<String>> subject, List<Wildcard> values) {
    boolean meets(T item) {
      return subject.apply(item).stream()
          .anyMatch(text -> values.stream().anyMatch(value -> value.matches(text)));
    }
  }

  /**
   * @param fields the names that can be filtered by, and what each looks at
   * @param tags what {@code tag:<key>} looks at
   */
  static <T> Filters<T> read(
      Params params,
      Map<String, Function<T, List<String>>> fields,
      Function<T, Map<String, String>> tags) {
    List<Filter<T>> filters = new ArrayList<>();
    int values = 0;
    for (Params each : params.structures("Filter")) {
      each.heeding(Set.of("Name", "Value"));
      String name = each.text("Name").orElseThrow(() -> Ec2Faults.missing("Filter.Name"));
      List<String> wanted = each.texts("Value");
      if (wanted.isEmpty()) {
        throw Ec2Faults.invalid("The filter '" + name + "' needs at least one value");
      }
      values += wanted.size();
      filters.add(
          new Filter<>(subject(name, fields, tags), wanted.stream().map(Wildcard::new).toList()));
    }
    if (values > Ec2Limits.FILTER_VALUES) {
      throw Ec2Faults.tooManyFilterValues();
    }
    return new Filters<>(filters);
  }

  private static <T> Function<T, List<String>> subject(
      String name,
      Map<String, Function<T, List<String>>> fields,
      Function<T, Map<String, String>> tags) {
    if (name.startsWith("tag:")) {
      String key = name.substring("tag:".length());
      return item -> {
        String value = tags.apply(item).get(key);
        return value == null ? List.of() : List.of(value);
      };
    }
    Function<T, List<String>> field = fields.get(name);
    if (field == null) {
      throw Ec2Faults.invalid("The filter '" + name + "' is invalid");
    }
    return field;
  }

  boolean meets(T item) {
    return filters.stream().allMatch(filter -> filter.meets(item));
  }
}
