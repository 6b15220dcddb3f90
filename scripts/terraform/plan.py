#!/usr/bin/env python3
"""Questions about a plan and about recorded invocations.

plan.py only-code PLAN.json         fails unless only the layer, functions and their aliases change
plan.py recorded FILE ACTION…       fails unless exactly these lifecycle actions reached alarms-lambda, in order
"""
import json
import sys

# An alias follows where versions are published.
CODE = {"aws_lambda_layer_version", "aws_lambda_function", "aws_lambda_alias"}


def only_code(path):
    changes = [r for r in json.load(open(path))["resource_changes"]
               if r["mode"] == "managed" and r["change"]["actions"] != ["no-op"]]
    types = {r["type"] for r in changes}
    published = any(r["type"] == "aws_lambda_function" and r["change"]["after"].get("publish") for r in changes)
    expected = CODE if published else CODE - {"aws_lambda_alias"}
    functions = sum(r["type"] == "aws_lambda_function" for r in changes)
    if types != expected or functions != 3:
        return ["a change of one check changes %s" % ", ".join(sorted(r["address"] for r in changes))]
    return []


def recorded(path, *actions):
    lines = [json.loads(line) for line in open(path)]
    seen = tuple(line["payload"]["tf"]["action"] for line in lines)
    problems = [] if seen == actions else ["alarms-lambda was invoked for %s, not for %s" % (seen, actions)]
    problems += ["invoked %(function_name)s:%(qualifier)s" % line for line in lines
                 if not line["function_name"].endswith("-alarms") or line["qualifier"] != "live"]
    return problems


if __name__ == "__main__":
    command, *arguments = sys.argv[1:]
    found = {"only-code": only_code, "recorded": recorded}[command](*arguments)
    for problem in found:
        print(problem, file=sys.stderr)
    sys.exit(1 if found else 0)
