"""Queues as boto3 sees them. Raises when something is not as AWS would have it."""
import json
import sys

import boto3
from botocore.exceptions import ClientError

sqs = boto3.client("sqs", endpoint_url=sys.argv[1])


def refused(code, call, **members):
    try:
        call(**members)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        return error.response
    raise AssertionError(f"{code} expected")


dead = sqs.create_queue(QueueName="dead.fifo", Attributes={"FifoQueue": "true"})["QueueUrl"]
dead_arn = sqs.get_queue_attributes(QueueUrl=dead, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
assert dead_arn == "arn:aws:sqs:eu-west-1:123456789012:dead.fifo", dead_arn
url = sqs.create_queue(
    QueueName="jobs.fifo",
    Attributes={
        "FifoQueue": "true",
        "ContentBasedDeduplication": "true",
        "RedrivePolicy": json.dumps({"deadLetterTargetArn": dead_arn, "maxReceiveCount": "1"}),
    },
    tags={"team": "a"},
)["QueueUrl"]

attributes = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["All"])["Attributes"]
assert attributes["FifoQueue"] == "true" and attributes["VisibilityTimeout"] == "30", attributes
assert sqs.list_queue_tags(QueueUrl=url)["Tags"] == {"team": "a"}
assert sqs.list_dead_letter_source_queues(QueueUrl=dead)["queueUrls"] == [url]

sent = sqs.send_message_batch(
    QueueUrl=url,
    Entries=[{"Id": str(i), "MessageBody": f"job {i}", "MessageGroupId": "g"} for i in range(3)],
)
assert [entry["Id"] for entry in sent["Successful"]] == ["0", "1", "2"], sent

got = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=2, VisibilityTimeout=0)["Messages"]
assert [m["Body"] for m in got] == ["job 0", "job 1"], got
rest = sqs.receive_message(QueueUrl=url, MaxNumberOfMessages=10)["Messages"]
assert [m["Body"] for m in rest] == ["job 2"], rest
buried = sqs.receive_message(QueueUrl=dead, MaxNumberOfMessages=10)["Messages"]
assert [m["Body"] for m in buried] == ["job 0", "job 1"], buried

done = sqs.delete_message_batch(
    QueueUrl=url,
    Entries=[
        {"Id": "good", "ReceiptHandle": rest[0]["ReceiptHandle"]},
        {"Id": "bad", "ReceiptHandle": "nonsense"},
    ],
)
assert [entry["Id"] for entry in done["Successful"]] == ["good"], done
assert done["Failed"][0]["Code"] == "ReceiptHandleIsInvalid", done

gone = refused("AWS.SimpleQueueService.NonExistentQueue", sqs.get_queue_url, QueueName="nowhere")
assert gone["Error"]["QueryErrorCode"] == "QueueDoesNotExist", gone
refused("MissingParameter", sqs.send_message, QueueUrl=url, MessageBody="no group")
refused("AWS.SimpleQueueService.EmptyBatchRequest", sqs.send_message_batch, QueueUrl=url, Entries=[])
refused("InvalidAttributeValue", sqs.set_queue_attributes, QueueUrl=url, Attributes={"DelaySeconds": "901"})
refused("InvalidAttributeName", sqs.get_queue_attributes, QueueUrl=url, AttributeNames=["Nonsense"])
refused("InvalidParameterValue", sqs.receive_message, QueueUrl=url, ReceiveRequestAttemptId="a")

for number in range(5):
    sqs.create_queue(QueueName=f"paged-{number}")
pages = sqs.get_paginator("list_queues").paginate(QueueNamePrefix="paged-", PaginationConfig={"PageSize": 2})
names = [each.rsplit("/", 1)[1] for page in pages for each in page["QueueUrls"]]
assert names == [f"paged-{number}" for number in range(5)], names
sqs.delete_queue(QueueUrl=url)
refused("AWS.SimpleQueueService.NonExistentQueue", sqs.receive_message, QueueUrl=url)
