package io.tagwatch.local.dynamodb;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.store.Room;
import io.tagwatch.local.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tables of all regions and what is in them; every change is written to the store. Thread-safe. */
final class Tables {
  /** CreateTable reference, {@code TableName}. */
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

  /** "Constraints in Amazon DynamoDB": a partition key has 1 to 2,048 bytes. */
  private static final int LONGEST_KEY = 2_048;

  /** A table without its items. */
  record TableRecord(String region, String name, String keyName, Instant created) {}

  /** An item and where it lies. */
  record ItemRecord(String region, String table, String key, Map<String, Attribute> attributes) {}

  private final InstantSource clock;
  private final Room<TableRecord> tableRoom;
  private final Room<ItemRecord> itemRoom;
  private final Map<String, TableRecord> tables = new TreeMap<>();
  private final Map<String, ItemRecord> items = new TreeMap<>();

  Tables(InstantSource clock, Store store) {
    this.clock = clock;
    this.tableRoom = store.room("dynamodb.tables", TableRecord.class);
    this.itemRoom = store.room("dynamodb.items", ItemRecord.class);
    tables.putAll(tableRoom.all());
    items.putAll(itemRoom.all());
  }

  synchronized TableRecord create(String region, String name, String keyName) {
    if (!NAME.matcher(name).matches()) {
      throw DynamoDbFaults.invalid("The table name must be 3 to 255 of a-z A-Z 0-9 _ - .");
    }
    String place = region + "/" + name;
    if (tables.containsKey(place)) {
      throw DynamoDbFaults.tableExists(name);
    }
    TableRecord table = new TableRecord(region, name, keyName, clock.instant());
    tables.put(place, table);
    tableRoom.put(place, table);
    return table;
  }

  synchronized TableRecord named(String region, String name) {
    TableRecord table = tables.get(region + "/" + name);
    if (table == null) {
      throw DynamoDbFaults.noTable();
    }
    return table;
  }

  synchronized boolean exists(String region, String name) {
    return tables.containsKey(region + "/" + name);
  }

  /** Nothing there: no attributes. */
  synchronized Map<String, Attribute> get(TableRecord table, String key) {
    ItemRecord item = items.get(place(table, key));
    return item == null ? Map.of() : item.attributes();
  }

  synchronized void put(TableRecord table, Map<String, Attribute> attributes, Condition condition) {
    String key = key(table, attributes);
    check(table, key, condition);
    ItemRecord item =
        new ItemRecord(table.region(), table.name(), key, new LinkedHashMap<>(attributes));
    items.put(place(table, key), item);
    itemRoom.put(place(table, key), item);
  }

  /** What is not there is deleted, too. */
  synchronized void delete(TableRecord table, String key, Condition condition) {
    check(table, key, condition);
    items.remove(place(table, key));
    itemRoom.remove(place(table, key));
  }

  private void check(TableRecord table, String key, Condition condition) {
    if (!condition.holds(get(table, key))) {
      throw DynamoDbFaults.conditionFailed();
    }
  }

  /** The key among the attributes of an item. */
  static String key(TableRecord table, Map<String, Attribute> attributes) {
    Attribute key = attributes.get(table.keyName());
    if (key == null || key.isNumber()) {
      throw DynamoDbFaults.invalid(
          "One or more parameter values were invalid: Missing the key "
              + table.keyName()
              + " in the item");
    }
    int bytes = key.text().getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0 || bytes > LONGEST_KEY) {
      throw DynamoDbFaults.invalid(
          "One or more parameter values were invalid: Size of hashkey is not 1 to 2048 bytes");
    }
    return key.text();
  }

  private static String place(TableRecord table, String key) {
    return table.region() + "/" + table.name() + "/" + key;
  }

  /** The table that a call names. */
  TableRecord of(Call call) {
    return named(
        call.region(),
        call.params()
            .text("TableName")
            .orElseThrow(() -> DynamoDbFaults.invalid("TableName is required")));
  }
}
