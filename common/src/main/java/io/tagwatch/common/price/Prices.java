package io.tagwatch.common.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The prices of one region, as far as they were looked up. What is not in the table is unknown: a
 * caller counts it and says so. Immutable.
 */
public final class Prices {
  private static final String TABLE = "prices.csv";
  private static final int FIELDS = 5;

  private final Map<PricedItem, Price> byItem;

  private Prices(Map<PricedItem, Price> byItem) {
    this.byItem = byItem;
  }

  /** The prices of a region such as {@code eu-west-1}; none at all for one that is not known. */
  public static Prices in(String region) {
    return new Prices(Table.READ.getOrDefault(region, Map.of()));
  }

  /** The price of one; empty when it is not known. */
  public Optional<Price> find(PricedItem item) {
    return Optional.ofNullable(byItem.get(item));
  }

  /** What so many cost; empty when the price is not known. */
  public Optional<BigDecimal> of(PricedItem item, BigDecimal count) {
    return find(item).map(price -> price.usd().multiply(count));
  }

  /** What so many cost; empty when the price is not known. */
  public Optional<BigDecimal> of(PricedItem item, long count) {
    return of(item, BigDecimal.valueOf(count));
  }

  /** When the oldest of the region's prices was looked up; empty when there is none. */
  public Optional<LocalDate> asOf() {
    return byItem.values().stream().map(Price::asOf).min(LocalDate::compareTo);
  }

  /** Read when it is first asked for; functions in Lambda never do. */
  private static final class Table {
    static final Map<String, Map<PricedItem, Price>> READ = read();

    private static Map<String, Map<PricedItem, Price>> read() {
      Map<String, Map<PricedItem, Price>> regions = new HashMap<>();
      lines().forEach(line -> add(regions, line.split(",", FIELDS)));
      return regions;
    }

    private static void add(Map<String, Map<PricedItem, Price>> regions, String[] fields) {
      regions
          .computeIfAbsent(fields[0], region -> new EnumMap<>(PricedItem.class))
          .put(
              item(fields[1]),
              new Price(new BigDecimal(fields[2]), LocalDate.parse(fields[3]), fields[4]));
    }

    private static PricedItem item(String key) {
      return Stream.of(PricedItem.values())
          .filter(item -> item.key().equals(key))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("prices.csv knows no item " + key));
    }

    private static Stream<String> lines() {
      try (InputStream in = Prices.class.getResourceAsStream(TABLE)) {
        if (in == null) {
          throw new IllegalStateException("the build left out " + TABLE);
        }
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"));
      } catch (IOException e) {
        throw new UncheckedIOException("reading from the class path does not fail", e);
      }
    }
  }
}
