"""Conditional writes as an independent client sees them."""
import sys

import boto3
from botocore.exceptions import ClientError

dynamodb = boto3.client("dynamodb", endpoint_url=sys.argv[1])


def refused(code, call, **members):
    try:
        call(**members)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error
        return
    raise AssertionError(f"{code} was expected")


made = dynamodb.create_table(
    TableName="memory",
    KeySchema=[{"AttributeName": "key", "KeyType": "HASH"}],
    AttributeDefinitions=[{"AttributeName": "key", "AttributeType": "S"}],
    BillingMode="PAY_PER_REQUEST",
)
assert made["TableDescription"]["TableArn"].endswith(":table/memory"), made
assert dynamodb.describe_table(TableName="memory")["Table"]["TableStatus"] == "ACTIVE"
refused("ResourceInUseException", dynamodb.create_table, TableName="memory",
        KeySchema=[{"AttributeName": "key", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "key", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST")

first = {
    "TableName": "memory",
    "Item": {"key": {"S": "m/ops/1"}, "version": {"N": "1"}, "expires": {"N": "100"}},
    "ConditionExpression": "attribute_not_exists(#k) OR #e <= :now",
    "ExpressionAttributeNames": {"#k": "key", "#e": "expires"},
    "ExpressionAttributeValues": {":now": {"N": "50"}},
}
dynamodb.put_item(**first)
refused("ConditionalCheckFailedException", dynamodb.put_item, **first)
first["ExpressionAttributeValues"] = {":now": {"N": "100"}}
dynamodb.put_item(**first)

got = dynamodb.get_item(TableName="memory", Key={"key": {"S": "m/ops/1"}}, ConsistentRead=True)
assert got["Item"]["version"] == {"N": "1"}, got
dynamodb.delete_item(TableName="memory", Key={"key": {"S": "m/ops/1"}})
dynamodb.delete_item(TableName="memory", Key={"key": {"S": "m/ops/1"}})
assert "Item" not in dynamodb.get_item(TableName="memory", Key={"key": {"S": "m/ops/1"}})
refused("ResourceNotFoundException", dynamodb.get_item, TableName="none", Key={"key": {"S": "a"}})
refused("UnknownOperationException", dynamodb.list_tables)
print("all as told")
