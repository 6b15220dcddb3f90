"""Alarms and metrics as boto3 sees them, in each protocol that botocore can speak to CloudWatch.

Raises when something is not as AWS would have it.
"""
import datetime
import sys

import boto3
from botocore.exceptions import ClientError

URL = sys.argv[1]
NOW = datetime.datetime(2026, 11, 21, 8, 0, tzinfo=datetime.timezone.utc)


def client_of(protocol):
    """A client that speaks one of the protocols that the service model lists, whichever comes first."""
    session = boto3.Session()
    loader = session._session.get_component("data_loader")
    model = loader.load_service_model("cloudwatch", "service-2")
    if protocol not in model["metadata"].get("protocols", [model["metadata"]["protocol"]]):
        return None
    model["metadata"]["protocols"] = [protocol]
    model["metadata"]["protocol"] = protocol
    client = session.client("cloudwatch", endpoint_url=URL)
    client.meta.events.register("before-send.cloudwatch", lambda request, **_: sent.append(request))
    return client


def refused(code, call, **members):
    try:
        call(**members)
    except ClientError as error:
        assert error.response["Error"]["Code"] == code, error.response
        assert error.response["ResponseMetadata"]["RequestId"], error.response
        return error.response["Error"]["Message"]
    raise AssertionError(f"{code} expected")


def looks_like(protocol, request):
    kind = request.headers.get("Content-Type", b"")
    kind = kind.decode() if isinstance(kind, bytes) else kind
    return {
        "smithy-rpc-v2-cbor": "cbor" in kind and "/operation/" in request.url,
        "json": "x-amz-json-1.0" in kind,
        "query": "x-www-form-urlencoded" in kind,
    }[protocol]


def alarm(name, **members):
    return dict(
        dict(
            AlarmName=name,
            Namespace="AWS/EC2",
            MetricName="CPUUtilization",
            Dimensions=[{"Name": "InstanceId", "Value": "i-1"}],
            Statistic="Average",
            Period=60,
            EvaluationPeriods=3,
            DatapointsToAlarm=2,
            Threshold=95.5,
            ComparisonOperator="GreaterThanThreshold",
            TreatMissingData="notBreaching",
            AlarmActions=["arn:aws:sns:eu-west-1:123456789012:alarms"],
            Tags=[{"Key": "team", "Value": "a&b <c>"}],
        ),
        **members,
    )


def tell_the_story(protocol, cw):
    one = f"{protocol}-cpu ü"
    cw.put_metric_alarm(**alarm(one, AlarmDescription="<hot> & 'loud'"))
    assert looks_like(protocol, sent[-1]), sent[-1].headers

    described = cw.describe_alarms(AlarmNames=[one])["MetricAlarms"]
    assert len(described) == 1, described
    shown = described[0]
    assert shown["AlarmDescription"] == "<hot> & 'loud'"
    assert shown["Dimensions"] == [{"Name": "InstanceId", "Value": "i-1"}]
    assert (shown["Threshold"], shown["Period"], shown["DatapointsToAlarm"]) == (95.5, 60, 2)
    assert shown["ActionsEnabled"] is True and shown["OKActions"] == []
    assert shown["StateValue"] == "INSUFFICIENT_DATA"
    assert shown["StateUpdatedTimestamp"] == NOW, shown
    arn = shown["AlarmArn"]
    assert cw.list_tags_for_resource(ResourceARN=arn)["Tags"] == [{"Key": "team", "Value": "a&b <c>"}]
    cw.tag_resource(ResourceARN=arn, Tags=[{"Key": "x", "Value": ""}])
    cw.untag_resource(ResourceARN=arn, TagKeys=["team"])
    assert cw.list_tags_for_resource(ResourceARN=arn)["Tags"] == [{"Key": "x", "Value": ""}]

    cw.put_composite_alarm(AlarmName=f"{protocol}-any", AlarmRule=f'ALARM("{one}") OR FALSE')
    cw.set_alarm_state(AlarmName=one, StateValue="ALARM", StateReason="a drill")
    both = cw.describe_alarms(AlarmTypes=["CompositeAlarm", "MetricAlarm"], AlarmNamePrefix=protocol)
    assert [a["StateValue"] for a in both["MetricAlarms"] + both["CompositeAlarms"]] == ["ALARM"] * 2, both
    refused("ValidationError", cw.delete_alarms, AlarmNames=[one])
    cw.disable_alarm_actions(AlarmNames=[one])
    cw.enable_alarm_actions(AlarmNames=[one])
    pages = cw.get_paginator("describe_alarm_history").paginate(AlarmName=one, PaginationConfig={"PageSize": 2})
    kinds = [item["HistoryItemType"] for page in pages for item in page["AlarmHistoryItems"]]
    assert kinds == ["ConfigurationUpdate"] * 2 + ["Action", "StateUpdate", "ConfigurationUpdate"], kinds

    namespace = f"App/{protocol}"
    data = [
        dict(MetricName="m", Dimensions=[{"Name": "Host", "Value": f"h{i}"}], Timestamp=NOW, Value=i, Unit="Count")
        for i in range(600)
    ]
    cw.put_metric_data(Namespace=namespace, MetricData=data)
    assert sent[-1].headers.get("Content-Encoding") in ("gzip", b"gzip"), sent[-1].headers
    cw.put_metric_data(
        Namespace=namespace,
        MetricData=[
            dict(MetricName="set", StatisticValues=dict(SampleCount=3, Sum=6, Minimum=1, Maximum=3)),
            dict(MetricName="many", Values=[1.5, 2.5], Counts=[1, 3]),
        ],
    )
    metrics = list(cw.get_paginator("list_metrics").paginate(Namespace=namespace).search("Metrics[]"))
    assert len(metrics) == 602, len(metrics)
    assert len(cw.list_metrics(Namespace=namespace, Dimensions=[{"Name": "Host"}], RecentlyActive="PT3H")["Metrics"]) == 500

    later = NOW + datetime.timedelta(minutes=5)
    statistics = cw.get_metric_statistics(
        Namespace=namespace, MetricName="many", StartTime=NOW, EndTime=later, Period=300,
        Statistics=["Sum", "Average"], ExtendedStatistics=["p90"],
    )
    point = statistics["Datapoints"][0]
    assert (point["Sum"], point["Average"], point["Timestamp"]) == (9.0, 2.25, NOW), point
    assert point["ExtendedStatistics"] == {"p90": 2.5}, point
    results = cw.get_metric_data(
        MetricDataQueries=[
            {"Id": "e1", "Expression": "m1 / 2", "Label": "half"},
            {
                "Id": "m1",
                "ReturnData": False,
                "MetricStat": {"Metric": {"Namespace": namespace, "MetricName": "set"}, "Period": 60, "Stat": "Maximum"},
            },
        ],
        StartTime=NOW,
        EndTime=later,
    )["MetricDataResults"]
    assert [(r["Id"], r["Label"], r["Values"], r["Timestamps"]) for r in results] == [("e1", "half", [1.5], [NOW])], results

    assert "at 'stateValue'" in refused(
        "ValidationError", cw.set_alarm_state, AlarmName=one, StateValue="RED", StateReason="x")
    refused("ResourceNotFound", cw.set_alarm_state, AlarmName="none", StateValue="OK", StateReason="x")
    refused("ResourceNotFoundException", cw.tag_resource, ResourceARN=arn + "x", Tags=[])
    refused("InvalidNextToken", cw.describe_alarms, NextToken="x")
    refused("InvalidParameterValue", cw.list_metrics, NextToken="x")
    refused("InvalidParameterCombination", cw.put_metric_data, Namespace="A", MetricData=[{"MetricName": "m"}])
    refused("MissingParameter", cw.put_metric_data, Namespace="A", MetricData=[])
    unknown = "InvalidAction" if protocol == "query" else "UnknownOperationException"
    refused(unknown, cw.list_dashboards)
    refused("InvalidParameterValue", cw.get_metric_widget_image, MetricWidget="{}")
    image = cw.get_metric_widget_image(MetricWidget='{"metrics": [["A", "m"]]}')["MetricWidgetImage"]
    assert image.startswith(b"\x89PNG\r\n"), image[:8]

    cw.delete_alarms(AlarmNames=[one, f"{protocol}-any"])
    assert cw.describe_alarms(AlarmNamePrefix=protocol)["MetricAlarms"] == []


sent = []
spoken = []
for protocol in ("smithy-rpc-v2-cbor", "json", "query"):
    cw = client_of(protocol)
    if cw is not None:
        tell_the_story(protocol, cw)
        spoken.append(protocol)
print("spoke", ", ".join(spoken))
