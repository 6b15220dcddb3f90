"""found.py INSTANCE SERIES ALARMS: do the alarms on Tagwatch/Host watch exactly the series of that instance?"""
import json
import sys

NAMESPACE = "Tagwatch/Host"
# Dimensions that each metric must have, no more and no fewer.
EXPECTED = {
    "mem_used_percent": {"InstanceId"},
    "disk_used_percent": {"InstanceId", "path", "fstype"},
    "disk_inodes_used_percent": {"InstanceId", "path", "fstype"},
}


def key(metric):
    return metric["MetricName"], tuple(sorted((d["Name"], d["Value"]) for d in metric["Dimensions"]))


instance, series_file, alarms_file = sys.argv[1:]
series = {key(m) for m in json.load(open(series_file))["Metrics"]}
alarms = [a for a in json.load(open(alarms_file))["MetricAlarms"] if a.get("Namespace") == NAMESPACE]
problems = []
for name, dimensions in EXPECTED.items():
    of_this = [dict(found) for metric, found in series if metric == name]
    if not of_this:
        problems.append("Telegraf sent no %s" % name)
    for found in of_this:
        if set(found) != dimensions or found["InstanceId"] != instance:
            problems.append("%s has the dimensions %s" % (name, found))
for metric, dimensions in sorted(s for s in series if s[0] in EXPECTED):
    levels = sorted(a["AlarmName"] for a in alarms if key(a) == (metric, dimensions))
    if len(levels) == 2:
        print("%s %s: %s" % (metric, dict(dimensions).get("path", ""), ", ".join(levels)))
    else:
        problems.append("%s %s has the alarms %s; expected critical and warning" % (metric, dict(dimensions), levels))
for alarm in alarms:
    if key(alarm) not in series:
        problems.append("%s watches a series that Telegraf does not send" % alarm["AlarmName"])
print("\n".join(problems))
sys.exit(1 if problems else 0)
