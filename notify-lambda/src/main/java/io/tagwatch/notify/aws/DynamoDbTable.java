package io.tagwatch.notify.aws;

import io.tagwatch.common.Environment;
import io.tagwatch.common.config.Node;
import io.tagwatch.notify.channel.text.JsonText;
import io.tagwatch.notify.memory.Memory;
import io.tagwatch.notify.memory.Table;
import io.tagwatch.signed.JsonService;
import io.tagwatch.signed.JsonServiceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The DynamoDB table of {@code TAGWATCH_TABLE}. One shape of item: {@code key} (S, partition key),
 * {@code text} (S), {@code version} (N, from 1) and {@code expires} (N, seconds since 1970, the
 * table's time to live). DynamoDB deletes late; what has expired counts as gone. Every call is one
 * try of at most a second to connect and a second to answer.
 */
public final class DynamoDbTable implements Table {
  private static final Duration LIMIT = Duration.ofSeconds(1);

  private final JsonService dynamo;
  private final InstantSource clock;
  private final String name;

  /**
   * @throws java.util.NoSuchElementException without {@code TAGWATCH_TABLE}
   */
  public DynamoDbTable(Environment environment) {
    this.dynamo = new JsonService(environment, "dynamodb", "DynamoDB_20120810", "DYNAMODB", LIMIT);
    this.clock = environment.clock();
    this.name = environment.value("TAGWATCH_TABLE").orElseThrow();
  }

  @Override
  public Memory.Entry find(String key) {
    Node.Fields answer =
        send(
            "GetItem",
            JsonText.object(
                json -> {
                  json.text("TableName", name).flag("ConsistentRead", true);
                  key(json, key);
                }));
    String expires = attribute(answer, "expires", "N");
    if (expires.isEmpty() || Long.parseLong(expires) <= now()) {
      return Memory.Entry.NONE;
    }
    return new Memory.Entry(
        attribute(answer, "text", "S"), Long.parseLong(attribute(answer, "version", "N")));
  }

  @Override
  public Optional<Memory.Entry> replace(
      String key, Memory.Entry found, String text, Duration keep) {
    Memory.Entry next = new Memory.Entry(text, found.version() + 1);
    try {
      dynamo.send("PutItem", put(key, found, next, now() + keep.toSeconds()));
      return Optional.of(next);
    } catch (JsonServiceException e) {
      if (e.code().equals("ConditionalCheckFailedException")) {
        return Optional.empty();
      }
      throw new UnreachableException(e.getMessage());
    }
  }

  private String put(String key, Memory.Entry found, Memory.Entry next, long expires) {
    return JsonText.object(
        json -> {
          json.text("TableName", name).open("Item");
          json.open("key").text("S", key).close();
          json.open("text").text("S", next.text()).close();
          json.open("version").text("N", String.valueOf(next.version())).close();
          json.open("expires").text("N", String.valueOf(expires)).close().close();
          json.text(
              "ConditionExpression",
              found.known() ? "#v = :v" : "attribute_not_exists(#k) OR #e <= :now");
          json.open("ExpressionAttributeNames");
          if (found.known()) {
            json.text("#v", "version").close().open("ExpressionAttributeValues");
            json.open(":v").text("N", String.valueOf(found.version())).close().close();
          } else {
            json.text("#k", "key").text("#e", "expires").close().open("ExpressionAttributeValues");
            json.open(":now").text("N", String.valueOf(now())).close().close();
          }
        });
  }

  private static void key(JsonText json, String key) {
    json.open("Key").open("key").text("S", key).close().close();
  }

  private Node.Fields send(String operation, String body) {
    try {
      return dynamo.send(operation, body);
    } catch (JsonServiceException e) {
      throw new UnreachableException(e.getMessage());
    }
  }

  private static String attribute(Node.Fields answer, String name, String type) {
    return answer.values().get("Item") instanceof Node.Fields item
            && item.values().get(name) instanceof Node.Fields value
            && value.values().get(type) instanceof Node.Text text
        ? text.value()
        : "";
  }

  private long now() {
    return Instant.ofEpochMilli(clock.millis()).getEpochSecond();
  }
}
