#!/usr/bin/env bash
# Where nothing may be skipped, a check that cannot run must fail, unless it is named. Tried with tools that are not there.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
for name in bash dirname mktemp rm cat mkdir sed uname tail env cksum cut awk; do ln -s "$(command -v "$name")" "$WORK/$name"; done
bare() { env -i PATH="$WORK" HOME="$WORK" TF="$WORK" WORK="$WORK" "$@" >"$WORK/log" 2>&1; }
wrong() { echo "$1"; cat "$WORK/log"; exit 1; }

bare "$ROOT/scripts/terraform-checks.sh" || wrong "a skip failed where skips are allowed"
grep -q '^SKIPPED: ' "$WORK/log" || wrong "a skip was not said"
for check in "terraform terraform-checks.sh" "iam terraform/iam.sh" "ansible agent-checks.sh ansible" "telegraf agent-checks.sh telegraf"; do
  read -r name script argument <<<"$check"
  if bare TAGWATCH_STRICT=1 AGENT_TOOLS="$WORK/none" "$ROOT/scripts/$script" $argument; then wrong "$name was skipped unseen"; fi
  grep -q "\"$name\" is not in TAGWATCH_MAY_SKIP" "$WORK/log" || wrong "$name failed for another reason"
  bare TAGWATCH_STRICT=1 TAGWATCH_MAY_SKIP="other $name" AGENT_TOOLS="$WORK/none" "$ROOT/scripts/$script" $argument || wrong "$name is named, and failed"
done
echo "nothing is skipped unseen"
