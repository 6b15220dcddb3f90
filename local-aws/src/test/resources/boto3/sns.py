"""Topics as boto3 sees them. Raises when something is not as AWS would have it."""
import json
import sys

import boto3
from botocore.exceptions import ClientError

sns = boto3.client("sns", endpoint_url=sys.argv[1])
sqs = boto3.client("sqs", endpoint_url=sys.argv[1])


def refused(code, call, **members):
    try:
        call(**members)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        return error.response["Error"]["Message"]
    raise AssertionError(f"{code} expected")


topic = sns.create_topic(Name="events", Attributes={"DisplayName": "Events"}, Tags=[{"Key": "team", "Value": "a"}])["TopicArn"]
assert sns.create_topic(Name="events")["TopicArn"] == topic
assert "different attributes" in refused("InvalidParameter", sns.create_topic, Name="events", Attributes={"DisplayName": "Other"})
assert sns.list_tags_for_resource(ResourceArn=topic)["Tags"] == [{"Key": "team", "Value": "a"}]
refused("InvalidParameter", sns.create_topic, Name="events.fifo", Attributes={"FifoTopic": "true"})

queue = sqs.create_queue(QueueName="events")["QueueUrl"]
arn = "arn:aws:sqs:eu-west-1:123456789012:events"
subscription = sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)["SubscriptionArn"]
assert sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=arn)["SubscriptionArn"] == subscription
assert sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="a@example.com")["SubscriptionArn"] == "pending confirmation"
counts = sns.get_topic_attributes(TopicArn=topic)["Attributes"]
assert (counts["SubscriptionsConfirmed"], counts["SubscriptionsPending"]) == ("1", "1"), counts

sns.set_subscription_attributes(
    SubscriptionArn=subscription,
    AttributeName="FilterPolicy",
    AttributeValue=json.dumps({"size": [{"numeric": [">", 0, "<=", 100]}]}),
)
shown = sns.get_subscription_attributes(SubscriptionArn=subscription)["Attributes"]
assert shown["FilterPolicyScope"] == "MessageAttributes" and shown["PendingConfirmation"] == "false", shown

batch = sns.publish_batch(
    TopicArn=topic,
    PublishBatchRequestEntries=[
        {"Id": name, "Message": name, "MessageAttributes": {"size": {"DataType": "Number", "StringValue": size}}}
        for name, size in (("small", "1"), ("big", "100.5"), ("full", "100"))
    ],
)
assert [entry["Id"] for entry in batch["Successful"]] == ["small", "big", "full"], batch
sns.publish(
    TopicArn=topic,
    MessageStructure="json",
    Message=json.dumps({"default": "for all", "sqs": "for queues"}),
    MessageAttributes={
        "size": {"DataType": "Number", "StringValue": "5"},
        "raw": {"DataType": "Binary", "BinaryValue": b"\x02\x03\x04"},
    },
)
got = [json.loads(m["Body"]) for m in sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]]
assert [m["Message"] for m in got] == ["small", "full", "for queues"], got
assert got[2]["MessageAttributes"]["raw"] == {"Type": "Binary", "Value": "AgME"}, got

assert refused("NotFound", sns.get_subscription_attributes, SubscriptionArn=topic + ":nobody") == "Subscription does not exist"
assert refused("InvalidParameter", sns.publish, TopicArn=topic, Message="") == "Invalid parameter: Empty message"
assert refused("InvalidParameter", sns.publish, TopicArn=topic, Message="x" * 262145) == "Invalid parameter: Message too long"
assert refused("InvalidParameter", sns.publish, TopicArn=topic, Message="m", Subject="two\nlines") == "Invalid parameter: Subject"
assert refused("InvalidParameter", sns.publish, TopicArn=topic, Message="{}", MessageStructure="json").endswith("No default entry in JSON message body")
refused("InvalidParameter", sns.publish, PhoneNumber="+123123123", Message="m")
refused("TooManyEntriesInBatchRequest", sns.publish_batch, TopicArn=topic, PublishBatchRequestEntries=[{"Id": str(i), "Message": "m"} for i in range(11)])
refused("ParameterValueInvalid", sns.publish, TopicArn=topic, Message="m", MessageAttributes={".a": {"DataType": "String", "StringValue": "v"}})

for number in range(105):
    sns.create_topic(Name=f"paged-{number:03}")
names = [t["TopicArn"].rsplit(":", 1)[1] for page in sns.get_paginator("list_topics").paginate() for t in page["Topics"]]
assert names == ["events"] + [f"paged-{number:03}" for number in range(105)], names

sns.unsubscribe(SubscriptionArn=subscription)
sns.unsubscribe(SubscriptionArn=subscription)
sns.delete_topic(TopicArn=topic)
sns.delete_topic(TopicArn=topic)
refused("NotFound", sns.publish, TopicArn=topic, Message="m")
assert sns.list_subscriptions()["Subscriptions"] == []
