#!/usr/bin/env bash
# Holds the policies of both examples, the complete one with all that alarms.yaml can ask for, against what functions, Lambda and schedules ask for; see iam.mjs. Called by
# ../terraform-checks.sh, with the copy to work on in TF. Evaluates with @cloud-copilot/iam-simulate, fetched once by npm.
set -euo pipefail
VERSION=0.1.173
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/../skip.sh"
cache=${XDG_CACHE_HOME:-$HOME/.cache}/tagwatch/iam-simulate-$VERSION

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  skip iam "the check of permissions needs node and npm"
  exit
fi
if [ ! -d "$cache/node_modules" ]; then
  mkdir -p "$cache"
  npm install --silent --no-audit --no-fund --prefix "$cache" "@cloud-copilot/iam-simulate@$VERSION" ||
    { rm -rf "$cache"; echo "npm could not fetch @cloud-copilot/iam-simulate $VERSION"; exit 1; }
fi

# What examples/complete leaves out, so that every permission is there to be tried.
cat >>"$TF/examples/complete/config/alarms.yaml" <<'EOF'
composites:
  trouble: {of: [system, cpu], severity: critical, when: any}
regions:
  - {region: us-east-1, role: "arn:aws:iam::222233334444:role/tagwatch", topic: "arn:aws:sns:us-east-1:222233334444:alarms"}
EOF

status=0
for name in minimal complete; do
  folder=$TF/examples/$name
  "$TERRAFORM_OFFLINE" "-chdir=$folder" init -no-color >"$WORK/log" 2>&1 &&
    "$TERRAFORM_OFFLINE" "-chdir=$folder" apply -auto-approve -no-color >"$WORK/log" 2>&1 || { cat "$WORK/log"; exit 1; }
  "$TERRAFORM_OFFLINE" "-chdir=$folder" show -json >"$WORK/$name.json"
  printf '%s: ' "$name"
  NODE_PATH=$cache/node_modules node "$here/iam.mjs" "$cache" "$ROOT" "$folder" "$WORK/$name.json" || status=1
  "$TERRAFORM_OFFLINE" "-chdir=$folder" destroy -auto-approve -no-color >"$WORK/log" 2>&1 || { cat "$WORK/log"; exit 1; }
done
exit "$status"
