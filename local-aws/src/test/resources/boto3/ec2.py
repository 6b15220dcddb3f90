"""Instances as boto3 sees them. Raises when something is not as AWS would have it."""
import sys

import boto3
from botocore.exceptions import ClientError

ec2 = boto3.client("ec2", endpoint_url=sys.argv[1])


def refused(code, call, **members):
    try:
        call(**members)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        return error.response["Error"]["Message"]
    raise AssertionError(f"{code} expected")


launched = ec2.run_instances(
    ImageId="ami-12345678",
    InstanceType="t3.micro",
    MinCount=3,
    MaxCount=3,
    TagSpecifications=[{"ResourceType": "instance", "Tags": [{"Key": "Name", "Value": "web"}]}],
)
ids = [instance["InstanceId"] for instance in launched["Instances"]]
assert [i["State"]["Name"] for i in launched["Instances"]] == ["pending"] * 3
ec2.get_waiter("instance_running").wait(InstanceIds=ids)
ec2.get_waiter("instance_status_ok").wait(InstanceIds=ids)

resource = boto3.resource("ec2", endpoint_url=sys.argv[1])
assert [i.id for i in resource.instances.filter(Filters=[{"Name": "tag:Name", "Values": ["w?b"]}])] == ids

stopped = ec2.stop_instances(InstanceIds=ids[:1])["StoppingInstances"][0]
assert (stopped["PreviousState"]["Name"], stopped["CurrentState"]["Name"]) == ("running", "stopping"), stopped
ec2.get_waiter("instance_stopped").wait(InstanceIds=ids[:1])
assert ec2.monitor_instances(InstanceIds=ids[1:])["InstanceMonitorings"][0]["Monitoring"]["State"] == "pending"
pages = ec2.get_paginator("describe_instances").paginate(PaginationConfig={"PageSize": 5})
assert sum(len(r["Instances"]) for page in pages for r in page["Reservations"]) == 3

ec2.create_tags(Resources=ids, Tags=[{"Key": "team", "Value": "a"}])
ec2.delete_tags(Resources=ids[:1], Tags=[{"Key": "team", "Value": "b"}])
assert len(ec2.describe_tags(Filters=[{"Name": "key", "Values": ["team"]}])["Tags"]) == 3
ec2.delete_tags(Resources=ids[:1])
assert "Tags" not in ec2.describe_instances(InstanceIds=ids[:1])["Reservations"][0]["Instances"][0] or \
    ec2.describe_instances(InstanceIds=ids[:1])["Reservations"][0]["Instances"][0]["Tags"] == []

ec2.terminate_instances(InstanceIds=ids)
ec2.get_waiter("instance_terminated").wait(InstanceIds=ids)
refused("IncorrectInstanceState", ec2.start_instances, InstanceIds=ids)
refused("InvalidInstanceID.Malformed", ec2.describe_instances, InstanceIds=["web-1"])
refused("InvalidParameterCombination", ec2.describe_instances, InstanceIds=ids, MaxResults=5)
refused("DryRunOperation", ec2.run_instances, ImageId="ami-1", MinCount=1, MaxCount=1, DryRun=True)
refused("InvalidParameterValue", ec2.run_instances, ImageId="ami-1", MinCount=1, MaxCount=1, UserData="#!/bin/sh")
refused("InvalidAction", ec2.describe_vpcs)
assert "eu-west-1" in [r["RegionName"] for r in ec2.describe_regions()["Regions"]]
