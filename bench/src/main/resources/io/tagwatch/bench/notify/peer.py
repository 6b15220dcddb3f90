"""Runs the handler of terraform-aws-notify-slack on stored events: peer.py notify_slack.py events.jsonl threads"""
import concurrent.futures
import importlib.util
import io
import json
import os
import statistics
import sys
import time
import types

handler_file, events_file, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
os.environ.setdefault("SLACK_CHANNEL", "bench")
os.environ.setdefault("SLACK_USERNAME", "bench")
os.environ.setdefault("SLACK_EMOJI", ":bell:")
os.environ.setdefault("AWS_REGION", "us-east-1")
os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
os.environ.setdefault("LOG_EVENTS", "False")

try:
    import boto3  # noqa: F401
except ImportError:  # It only serves to decrypt the address, which here is plain.
    sys.modules["boto3"] = types.SimpleNamespace(client=lambda *a, **k: None)

spec = importlib.util.spec_from_file_location("notify_slack", handler_file)
peer = importlib.util.module_from_spec(spec)
spec.loader.exec_module(peer)

with open(events_file, encoding="utf-8") as lines:
    events = [json.loads(line) for line in lines]


# Lambda calls a function that failed on a topic's message twice more.
CALLS = 3


def told(event):
    start = time.perf_counter()
    for _ in range(CALLS):
        try:
            peer.lambda_handler(event, None)
            break
        except Exception:  # noqa: BLE001: whatever the peer raises, Lambda would call again.
            continue
    return (time.perf_counter() - start) * 1000


out, sys.stdout = sys.stdout, io.StringIO()
start = time.perf_counter()
with concurrent.futures.ThreadPoolExecutor(threads) as pool:
    times = list(pool.map(told, events))
seconds = time.perf_counter() - start
sys.stdout = out
print(json.dumps({"median_ms": statistics.median(times), "seconds": seconds}))
