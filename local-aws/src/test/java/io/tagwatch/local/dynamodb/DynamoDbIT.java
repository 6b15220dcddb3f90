package io.tagwatch.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.tagwatch.local.CloudOptions;
import io.tagwatch.local.EmbeddedCloud;
import io.tagwatch.local.ForeignClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamoDbIT {
  @TempDir Path folder;

  @Test
  void keepsItemsAsBoto3SeesThem() throws Exception {
    try (EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults())) {
      assertThat(new ForeignClient(cloud.url()).python("dynamodb.py")).contains("all as told");
    }
  }

  @Test
  void remembersAcrossRestarts() throws Exception {
    CloudOptions options = CloudOptions.defaults().withDataFolder(folder);
    try (EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
      cloud.dynamoDb().ensureTable("us-east-1", "memory", "key");
      send(cloud, "PutItem", "{'TableName':'memory','Item':{'key':{'S':'a'},'n':{'N':'1.50'}}}");
    }

    try (EmbeddedCloud cloud = EmbeddedCloud.start(options)) {
      assertThat(send(cloud, "GetItem", "{'TableName':'memory','Key':{'key':{'S':'a'}}}").body())
          .isEqualTo("{\"Item\":{\"key\":{\"S\":\"a\"},\"n\":{\"N\":\"1.5\"}}}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "attribute_not_exists(other) AND n = :n | {'n':'1'} | 200",
        "attribute_exists(other) OR n >= :n | {'n':'1'} | 200",
        "NOT (n < :n) and n <> :m | {'n':'1','m':'2'} | 200",
        "n > :n | {'n':'1'} | ConditionalCheckFailedException",
        "attribute_not_exists(n) | {} | ConditionalCheckFailedException",
        "begins_with(n) | {} | ValidationException",
        "n = :x | {'n':'1'} | ValidationException",
        "n = :n | {'n':'1','m':'2'} | ValidationException",
        "n = :n garbage | {'n':'1'} | ValidationException",
        "n = | {} | ValidationException",
        "n [ :n | {'n':'1'} | ValidationException",
        "(n = :n | {'n':'1'} | ValidationException",
      })
  void writesUnderConditions(String condition, String numbers, String expected) throws Exception {
    try (EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults())) {
      cloud.dynamoDb().ensureTable("us-east-1", "memory", "key");
      String item = "'TableName':'memory','Item':{'key':{'S':'a'},'n':{'N':'1'}}";
      send(cloud, "PutItem", "{" + item + "}");
      String values =
          numbers.equals("{}")
              ? ""
              : ",'ExpressionAttributeValues':"
                  + numbers.replaceAll("'(\\w)':'(\\d)'", "':$1':{'N':'$2'}");

      HttpResponse<String> reply =
          send(
              cloud,
              "PutItem",
              "{" + item + ",'ConditionExpression':'" + condition + "'" + values + "}");

      assertThat(reply.statusCode() + reply.body()).contains(expected);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GetItem | {'TableName':'none','Key':{'key':{'S':'a'}}} | ResourceNotFoundException",
        "GetItem | {'TableName':'memory','Key':{'other':{'S':'a'}}} | ValidationException",
        "GetItem | {'TableName':'memory','Key':{'key':{'S':'a'}},'ProjectionExpression':'n'} | ProjectionExpression",
        "PutItem | {'TableName':'memory','Item':{'n':{'N':'1'}}} | Missing the key",
        "PutItem | {'TableName':'memory','Item':{'key':{'S':'a'},'l':{'L':[]}}} | type L",
        "PutItem | {'TableName':'memory','Item':{'key':{'S':'a'},'n':{'N':'x'}}} | numeric",
        "PutItem | {'TableName':'memory'} | ValidationException",
        "CreateTable | {'TableName':'memory2','KeySchema':[]} | ValidationException",
        "UpdateItem | {'TableName':'memory'} | UnknownOperationException",
        "Query | {'TableName':'memory'} | UnknownOperationException",
      })
  void refusesWhatItDoesNotModel(String operation, String body, String expected) throws Exception {
    try (EmbeddedCloud cloud = EmbeddedCloud.start(CloudOptions.defaults())) {
      cloud.dynamoDb().ensureTable("us-east-1", "memory", "key");

      HttpResponse<String> reply = send(cloud, operation, body);

      assertThat(reply.statusCode()).isEqualTo(400);
      assertThat(reply.body()).contains(expected);
    }
  }

  private static HttpResponse<String> send(EmbeddedCloud cloud, String operation, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(cloud.url())
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }
}
