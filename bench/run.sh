#!/usr/bin/env bash
# Measurements. bench/run.sh cold [function…]: cold start, warm invoke, memory and size of each zip
# through the real Java runtime interface client on one core; bench/run.sh engine: alarm evaluation.
# bench/run.sh sync: calls, quota time, wall and memory of alarms-lambda at 100, 1,000 and 10,000 servers.
# bench/run.sh probes: processor time a probe costs, beside blackbox_exporter where it is installed.
# bench/run.sh notify [--peer notify_slack.py]: messages in a warm process, beside the peer's handler when its file is named.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$root/scripts/jdk.sh"
find_jdk
log="$root/bench/target/build.log"
mkdir -p "$root/bench/target"
(cd "$root" && mvn -q -B -DskipTests -Dspotless.check.skip package dependency:build-classpath \
  -Dmdep.outputFile=target/runtime-classpath -Dmdep.includeScope=runtime >"$log" 2>&1) \
  || { tail -n 30 "$log" >&2; exit 1; }
classpath="$root/bench/target/classes:$(cat "$root/bench/target/runtime-classpath")"
# What is said about the engine's memory is measured within the memory it may use.
heap=""
if [ "${1:-}" = engine ]; then heap=-Xmx1g; fi
exec "$JAVA_HOME/bin/java" $heap -cp "$classpath" io.tagwatch.bench.Bench "$root" "$@"
