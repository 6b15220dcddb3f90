package io.tagwatch.local.dynamodb;

import io.tagwatch.local.protocol.Call;
import io.tagwatch.local.protocol.CloudSetting;
import io.tagwatch.local.protocol.Operations;
import io.tagwatch.local.protocol.Params;
import io.tagwatch.local.protocol.Service;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * DynamoDB: CreateTable and DescribeTable of tables whose key is one text, and GetItem, PutItem and
 * DeleteItem with conditions. Reads are always consistent; time to live deletes nothing here. Safe
 * for concurrent calls.
 */
public final class DynamoDbService implements Service {
  private static final Set<String> CONDITIONAL =
      Set.of("ConditionExpression", "ExpressionAttributeNames", "ExpressionAttributeValues");

  private final CloudSetting setting;
  private final Tables tables;
  private final Operations operations;

  public DynamoDbService(CloudSetting setting) {
    this.setting = setting;
    this.tables = new Tables(setting.clock(), setting.store());
    this.operations =
        new Operations(
            Map.of(
                "CreateTable", this::createTable,
                "DescribeTable", call -> Map.of("Table", description(tables.of(call))),
                "GetItem", this::get,
                "PutItem", this::put,
                "DeleteItem", this::delete));
  }

  @Override
  public Set<String> operations() {
    return operations.names();
  }

  @Override
  public Map<String, Object> call(Call call) {
    return operations.carryOut(call);
  }

  /** Makes a table for those inside the process, unless it is there. */
  public void ensureTable(String region, String name, String keyName) {
    if (!tables.exists(region, name)) {
      tables.create(region, name, keyName);
    }
  }

  private Map<String, Object> createTable(Call call) {
    Params params =
        heeding(
            call, Set.of("TableName", "KeySchema", "AttributeDefinitions", "BillingMode", "Tags"));
    List<Params> schema = params.structures("KeySchema");
    List<Params> definitions = params.structures("AttributeDefinitions");
    boolean oneText =
        schema.size() == 1
            && schema.getFirst().text("KeyType").orElse("").equals("HASH")
            && definitions.size() == 1
            && definitions.getFirst().text("AttributeType").orElse("").equals("S")
            && definitions
                .getFirst()
                .text("AttributeName")
                .equals(schema.getFirst().text("AttributeName"));
    if (!oneText) {
      throw DynamoDbFaults.notModelled("keys other than one text attribute as HASH");
    }
    if (!params.text("BillingMode").orElse("").equals("PAY_PER_REQUEST")) {
      throw DynamoDbFaults.notModelled("provisioned throughput; write PAY_PER_REQUEST");
    }
    Tables.TableRecord table =
        tables.create(
            call.region(),
            params.requiredText("TableName"),
            schema.getFirst().requiredText("AttributeName"));
    return Map.of("TableDescription", description(table));
  }

  private Map<String, Object> description(Tables.TableRecord table) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("TableName", table.name());
    tree.put(
        "TableArn",
        "arn:aws:dynamodb:" + table.region() + ":" + setting.account() + ":table/" + table.name());
    tree.put("TableStatus", "ACTIVE");
    tree.put("CreationDateTime", table.created());
    tree.put(
        "AttributeDefinitions",
        List.of(Map.of("AttributeName", table.keyName(), "AttributeType", "S")));
    tree.put("KeySchema", List.of(Map.of("AttributeName", table.keyName(), "KeyType", "HASH")));
    return tree;
  }

  private Map<String, Object> get(Call call) {
    heeding(call, Set.of("TableName", "Key", "ConsistentRead"));
    Tables.TableRecord table = tables.of(call);
    Map<String, Attribute> item = tables.get(table, key(table, call));
    return item.isEmpty() ? Map.of() : Map.of("Item", Attributes.tree(item));
  }

  private Map<String, Object> put(Call call) {
    heeding(call, with("TableName", "Item"));
    Tables.TableRecord table = tables.of(call);
    tables.put(table, attributes(call, "Item"), condition(call));
    return Map.of();
  }

  private Map<String, Object> delete(Call call) {
    heeding(call, with("TableName", "Key"));
    Tables.TableRecord table = tables.of(call);
    tables.delete(table, key(table, call), condition(call));
    return Map.of();
  }

  private static Set<String> with(String... names) {
    Set<String> all = new TreeSet<>(CONDITIONAL);
    all.addAll(List.of(names));
    return all;
  }

  private static Params heeding(Call call, Set<String> modelled) {
    for (String name : call.params().names()) {
      if (!modelled.contains(name)) {
        throw DynamoDbFaults.notModelled(name + " of " + call.operation());
      }
    }
    return call.params();
  }

  private static Map<String, Attribute> attributes(Call call, String name) {
    return call.params()
        .structure(name)
        .map(Attributes::of)
        .orElseThrow(() -> DynamoDbFaults.invalid(name + " is required"));
  }

  private static String key(Tables.TableRecord table, Call call) {
    Map<String, Attribute> key = attributes(call, "Key");
    if (key.size() != 1 || !key.containsKey(table.keyName())) {
      throw DynamoDbFaults.invalid("The provided key element does not match the schema");
    }
    return Tables.key(table, key);
  }

  private static Condition condition(Call call) {
    Params params = call.params();
    Map<String, Attribute> values =
        params.structure("ExpressionAttributeValues").map(Attributes::of).orElse(Map.of());
    Map<String, String> names = new LinkedHashMap<>();
    params
        .structure("ExpressionAttributeNames")
        .ifPresent(all -> all.names().forEach(key -> names.put(key, all.requiredText(key))));
    if (params.has("ConditionExpression")) {
      return ConditionParser.parse(params.requiredText("ConditionExpression"), names, values);
    }
    if (!names.isEmpty() || !values.isEmpty()) {
      throw DynamoDbFaults.invalid(
          "ExpressionAttributeNames can only be specified when using expressions");
    }
    return item -> true;
  }
}
