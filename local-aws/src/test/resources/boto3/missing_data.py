"""Every row of the user guide's two tables on missing data, by clock, data and alarms over the wire.

Each row is walked minute by minute with every treatment of missing data, from every state; "retain"
means that the alarm stays in the state that it was put into. Raises when a state is another one.
"""
import csv
import datetime
import json
import pathlib
import sys
import urllib.request

import boto3

URL = sys.argv[1]
TABLES = pathlib.Path(__file__).parent.parent / "missing-data-tables.csv"
TREATMENTS = ("missing", "ignore", "breaching", "notBreaching")
STATES = ("INSUFFICIENT_DATA", "OK", "ALARM")
VALUES = {"0": 10.0, "X": 97.0}
ACCOUNT = "123456789012"

cw = boto3.client("cloudwatch", endpoint_url=URL)
sns = boto3.client("sns", endpoint_url=URL)
sqs = boto3.client("sqs", endpoint_url=URL)


def clock(**wish):
    request = urllib.request.Request(URL + "/_local/clock", json.dumps(wish).encode(), method="POST")
    with urllib.request.urlopen(request) as reply:
        return json.load(reply)


def rows():
    with open(TABLES, newline="") as file:
        for number, row in enumerate(list(csv.reader(file, skipinitialspace=True))[1:]):
            m, pattern, *states = row
            yield number, int(m), pattern.split(" "), dict(zip(TREATMENTS, states))


topic = sns.create_topic(Name="alarms")["TopicArn"]
queue = sqs.create_queue(QueueName="alarms")["QueueUrl"]
sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=f"arn:aws:sqs:eu-west-1:{ACCOUNT}:alarms")
eight = datetime.datetime.fromisoformat("2026-11-21T08:00:00+00:00")
clock(now=eight.isoformat())

expected = {}
for number, m, pattern, outcome in rows():
    for treatment, state in outcome.items():
        for before in STATES:
            name = f"{number} {''.join(pattern)} {m} {treatment} {before}"
            expected[name] = before if state == "retain" else state
            cw.put_metric_alarm(
                AlarmName=name,
                Namespace="Guide",
                MetricName="value",
                Dimensions=[{"Name": "Row", "Value": str(number)}],
                Statistic="Average",
                Period=60,
                EvaluationPeriods=3,
                DatapointsToAlarm=m,
                Threshold=95,
                ComparisonOperator="GreaterThanThreshold",
                TreatMissingData=treatment,
                AlarmActions=[topic] if name == "3 0XX-X 3 missing OK" else [],
            )
            if before != "INSUFFICIENT_DATA":
                cw.set_alarm_state(AlarmName=name, StateValue=before, StateReason="where the row starts")
assert len(expected) == 120, len(expected)

for minute in range(5):
    data = [
        {
            "MetricName": "value",
            "Dimensions": [{"Name": "Row", "Value": str(number)}],
            "Timestamp": eight + datetime.timedelta(minutes=minute),
            "Value": VALUES[pattern[minute]],
        }
        for number, m, pattern, outcome in rows()
        if pattern[minute] != "-"
    ]
    if data:
        cw.put_metric_data(Namespace="Guide", MetricData=data)
    assert clock(advance="PT1M")["ticks"] == 1

pages = cw.get_paginator("describe_alarms").paginate()
found = {alarm["AlarmName"]: alarm["StateValue"] for page in pages for alarm in page["MetricAlarms"]}
wrong = {name: (found.get(name), state) for name, state in expected.items() if found.get(name) != state}
assert not wrong, wrong

messages = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]
assert len(messages) == 1, messages
envelope = json.loads(messages[0]["Body"])
assert envelope["TopicArn"] == topic and envelope["Type"] == "Notification", envelope
assert envelope["Subject"] == 'ALARM: "3 0XX-X 3 missing OK" in EU (Ireland)', envelope
told = json.loads(envelope["Message"])
assert (told["OldStateValue"], told["NewStateValue"]) == ("OK", "ALARM"), told
assert told["StateChangeTime"].endswith(":00.000+0000"), told
assert told["Trigger"]["Dimensions"] == [{"value": "3", "name": "Row"}], told
print(f"{len(found)} alarms are in the states of the guide, and the subscriber was told")
