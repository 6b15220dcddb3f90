#!/usr/bin/env bash
# Checks what is for servers: the Ansible role's form, the installer, and that the real Telegraf with the shared configuration
# sends series which the shipped rules find. Says what it skips, and fails on nothing that it skips.
#
#   scripts/agent-checks.sh             all checks
#   scripts/agent-checks.sh telegraf    one of: ansible, installer, telegraf
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
FILES=$ROOT/terraform/modules/telegraf-agent/files
TELEGRAF_VERSION=1.37.2
TELEGRAF_TAGS=custom,inputs.cpu,inputs.mem,inputs.disk,inputs.diskio,inputs.procstat,inputs.systemd_units,inputs.win_services,processors.strings,outputs.cloudwatch
ANSIBLE_LINT_VERSION=26.10.1
TELEGRAF=$ROOT/target/telegraf/$TELEGRAF_VERSION/telegraf
PATIENCE=60 # seconds for the alarms to be made

WORK=$(mktemp -d)
CLOUD=
finish() {
  [ -z "$CLOUD" ] || { kill "$CLOUD" 2>/dev/null && wait "$CLOUD" 2>/dev/null; } || true
  rm -rf "$WORK"
}
trap finish EXIT
FAILED=0

step() { printf -- '-- %s\n' "$1"; }
fail() { printf 'FAILED: %s\n' "$1"; FAILED=1; }

# have COMMAND… : true when all are there; else says that WHAT is skipped.
have() {
  local command
  for command in "$@"; do
    command -v "$command" >/dev/null || { echo "SKIPPED: $WHAT needs $command"; return 1; }
  done
}

. "$ROOT/scripts/agent/ansible.sh"
. "$ROOT/scripts/agent/installer.sh"
. "$ROOT/scripts/agent/telegraf.sh"

all=(ansible installer telegraf)
for name in "${@:-${all[@]}}"; do
  case " ${all[*]} " in
    *" $name "*) "check_$name" ;;
    *) echo "unknown check $name; write ${all[*]}"; exit 2 ;;
  esac
done
[ "$FAILED" = 0 ] && echo "agent checks passed"
exit "$FAILED"
