"""Prints all alarms of a cloud as boto3 reads them, with instance identifiers replaced by Names."""
import json
import sys

import boto3

FIELDS = (
    "AlarmName AlarmDescription ActionsEnabled AlarmActions OKActions InsufficientDataActions MetricName Namespace"
    " Statistic ExtendedStatistic Dimensions Period EvaluationPeriods DatapointsToAlarm Threshold ComparisonOperator"
    " TreatMissingData"
).split()

clients = [
    boto3.client(
        service,
        endpoint_url=sys.argv[1],
        region_name="eu-west-1",
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    for service in ("ec2", "cloudwatch")
]
ec2, cloudwatch = clients
names = {}
for page in ec2.get_paginator("describe_instances").paginate():
    for reservation in page["Reservations"]:
        for instance in reservation["Instances"]:
            tags = {tag["Key"]: tag["Value"] for tag in instance.get("Tags", [])}
            names[instance["InstanceId"]] = tags.get("Name", "?")
alarms = []
for page in cloudwatch.get_paginator("describe_alarms").paginate():
    for alarm in page["MetricAlarms"]:
        fields = {field: alarm[field] for field in FIELDS if alarm.get(field) not in (None, [], "")}
        fields["Dimensions"] = sorted(fields.get("Dimensions", []), key=lambda dimension: dimension["Name"])
        text = json.dumps(fields, sort_keys=True)
        for identifier, name in names.items():
            text = text.replace(identifier, name)
        alarms.append(text)
print("\n".join(sorted(alarms)))
