#!/usr/bin/env bash
# Checks terraform/ without an AWS account: form, validity, module tests, and the whole life of both examples against
# stand-in providers. Needs the packages of the functions (./tagwatch package), terraform >= 1.11 and terraform-offline, whose
# path is taken from TERRAFORM_OFFLINE, else looked for beside the project. Says what it skips; scripts/skip.sh says when that fails.
#
#   scripts/terraform-checks.sh            all checks
#   scripts/terraform-checks.sh examples   one of: form, tests, examples, mistakes, docs, iam, rules
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
TERRAFORM_OFFLINE=${TERRAFORM_OFFLINE:-$ROOT/../shared/terraform-offline/terraform-offline}
export AWS_REGION=${AWS_REGION:-eu-west-1} TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1

. "$ROOT/scripts/skip.sh"
if [ ! -x "$TERRAFORM_OFFLINE" ] || ! command -v terraform >/dev/null; then
  skip terraform "Terraform checks need terraform and $TERRAFORM_OFFLINE (set TERRAFORM_OFFLINE)"
  exit
fi
TERRAFORM_OFFLINE=$(cd "$(dirname "$TERRAFORM_OFFLINE")" && pwd -P)/$(basename "$TERRAFORM_OFFLINE")
for name in uptime alarms notify; do
  [ -f "$ROOT/$name-lambda/target/$name-lambda.zip" ] || { echo "$name-lambda.zip is not built; run ./tagwatch package first"; exit 2; }
done

WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
export TF_OFFLINE_INVOCATIONS=$WORK/invocations.jsonl
export WORK ROOT TERRAFORM_OFFLINE TF=$WORK/copy/terraform

# The checks work on a copy, so that no state or plugin folder appears in the project.
mkdir "$WORK/copy"
cp -R "$ROOT/terraform" "$ROOT/config" "$WORK/copy/"
find "$WORK/copy" \( -name .terraform -o -name '.terraform.lock.hcl' -o -name '*.tfstate*' \) -prune -exec rm -rf {} +
for name in uptime alarms notify; do
  mkdir -p "$WORK/copy/$name-lambda/target"
  ln -s "$ROOT/$name-lambda/target/$name-lambda.zip" "$WORK/copy/$name-lambda/target/"
done
FAILED=0

# tf FOLDER ARGUMENTS…: Terraform with the stand-in providers, quiet unless it fails.
tf() {
  local folder=$1
  shift
  "$TERRAFORM_OFFLINE" "-chdir=$folder" "$@" -no-color >"$WORK/log" 2>&1 || { local code=$?; cat "$WORK/log"; return "$code"; }
}

step() { printf -- '-- %s\n' "$1"; }
fail() { printf 'FAILED: %s\n' "$1"; FAILED=1; }

. "$ROOT/scripts/terraform/form.sh"
. "$ROOT/scripts/terraform/examples.sh"
. "$ROOT/scripts/terraform/mistakes.sh"

all=(form tests mistakes examples docs iam rules)
for name in "${@:-${all[@]}}"; do
  case " ${all[*]} " in
    *" $name "*) "check_$name" ;;
    *) echo "unknown check $name; write ${all[*]}"; exit 2 ;;
  esac
done
[ "$FAILED" = 0 ] && echo "Terraform checks passed"
exit "$FAILED"
