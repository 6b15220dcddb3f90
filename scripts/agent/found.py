"""found.py INSTANCE SERIES ALARMS RULES [every-rule]: do the alarms on Tagwatch/Host watch exactly the series of that instance?

RULES is the alarms.yaml; with every-rule, each rule there about Tagwatch/Host must have a series.
"""
import json
import re
import sys

NAMESPACE = "Tagwatch/Host"
# Dimensions that each metric must have, no more and no fewer.
EXPECTED = {
    "mem_used_percent": {"InstanceId"},
    "disk_used_percent": {"InstanceId", "path", "fstype"},
    "disk_inodes_used_percent": {"InstanceId", "path", "fstype"},
    "systemd_units_active_code": {"InstanceId", "name"},
}


def key(metric):
    return metric["MetricName"], tuple(sorted((d["Name"], d["Value"]) for d in metric["Dimensions"]))


instance, series_file, alarms_file, rules_file = sys.argv[1:5]
# How many levels the rules have for each metric, from the lines between one `metric:` and the next.
levels_of = {name: len(re.findall(r"\b(?:critical|warning|info):", body.split("sizes:")[0]))
             for name, body in re.findall(r"metric: Tagwatch/Host (\w+)(.*?)(?=metric:|\Z)", open(rules_file).read(), re.S)}
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
for metric, dimensions in sorted(s for s in series if s[0] in EXPECTED and s[0] in levels_of):
    levels = sorted(a["AlarmName"] for a in alarms if key(a) == (metric, dimensions))
    if len(levels) == levels_of[metric]:
        print("%s: %s" % (metric, ", ".join(levels)))
    else:
        problems.append("%s %s has the alarms %s; the rule has %d levels" % (metric, dict(dimensions), levels, levels_of[metric]))
if "every-rule" in sys.argv:
    problems += ["a rule watches %s, which Telegraf does not send" % name for name in sorted(set(levels_of) - {s[0] for s in series})]
for alarm in alarms:
    if key(alarm) not in series:
        problems.append("%s watches a series that Telegraf does not send" % alarm["AlarmName"])
print("\n".join(problems))
sys.exit(1 if problems else 0)
