#!/usr/bin/env bash
# Checks what is for servers: the Ansible role's form, the installers, and that the real Telegraf with the shared configuration
# sends series which the shipped rules find. Says what it skips; scripts/skip.sh says when that fails.
#
#   scripts/agent-checks.sh             all checks
#   scripts/agent-checks.sh telegraf    one of: ansible, installer, powershell, telegraf
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
FILES=$ROOT/terraform/modules/telegraf-agent/files
TELEGRAF_VERSION=1.37.2
TELEGRAF_TAGS=custom,inputs.cpu,inputs.mem,inputs.disk,inputs.diskio,inputs.procstat,inputs.systemd_units,inputs.win_services,processors.aws_ec2,processors.rename,processors.strings,outputs.cloudwatch
TREE_SITTER_VERSION=0.26.1
POWERSHELL_GRAMMAR_VERSION=0.26.4
ANSIBLE_LINT_VERSION=26.10.1
AGENT_TOOLS=${AGENT_TOOLS:-$ROOT/target} # what is fetched or built once
TELEGRAF=$AGENT_TOOLS/telegraf/$TELEGRAF_VERSION-$(cksum <<<"$TELEGRAF_TAGS" | cut -d" " -f1)/telegraf
PATIENCE=60 # seconds for the alarms to be made

WORK=$(mktemp -d)
CLOUD=
SYSTEMD=
METADATA=
stop() { [ -z "$1" ] || { kill "$1" 2>/dev/null && wait "$1" 2>/dev/null; } || true; }
finish() {
  stop "$CLOUD"
  stop "$SYSTEMD"
  stop "$METADATA"
  rm -rf "$WORK"
}
trap finish EXIT
FAILED=0

step() { printf -- '-- %s\n' "$1"; }
fail() { printf 'FAILED: %s\n' "$1"; FAILED=1; }

# without CHECK WHY: the check is left out, which may be a failure.
without() { skip "$1" "$2" || FAILED=1; }

# have CHECK COMMAND… : true when all are there; else the check is left out.
have() {
  local check=$1 command
  shift
  for command in "$@"; do
    command -v "$command" >/dev/null || { without "$check" "the check $check needs $command"; return 1; }
  done
}

. "$ROOT/scripts/skip.sh"
. "$ROOT/scripts/agent/ansible.sh"
. "$ROOT/scripts/agent/installer.sh"
. "$ROOT/scripts/agent/powershell.sh"
. "$ROOT/scripts/agent/telegraf.sh"

all=(ansible installer powershell telegraf)
for name in "${@:-${all[@]}}"; do
  case " ${all[*]} " in
    *" $name "*) "check_$name" ;;
    *) echo "unknown check $name; write ${all[*]}"; exit 2 ;;
  esac
done
[ "$FAILED" = 0 ] && echo "agent checks passed"
exit "$FAILED"
