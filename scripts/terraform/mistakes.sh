# shellcheck shell=bash
# Wrong input: each mistake stops the plan of examples/minimal with its sentence. Sourced by ../terraform-checks.sh.

check_mistakes() {
  step "wrong input gives a sentence at plan time"
  tf "$TF/examples/minimal" init || fail "init"
  local webhook='webhook: "ssm:/tagwatch/minimal/slack-webhook"'
  mistake channels.yaml 'type: slack' 'type: slak' 'channel ops has the unknown type "slak"; write discord,'
  mistake channels.yaml "$webhook" 'webhook: "http://hooks.example.com/x"' 'channels.ops.webhook goes over http;'
  mistake channels.yaml "$webhook" 'webhook: "https://hooks.example.com/T0/s3cret"' 'channels.ops.webhook is a secret written in clear;'
  mistake channels.yaml "$webhook" 'webhok: "ssm:/x"' 'channel ops of type slack needs `webhook`'
  mistake channels.yaml "$webhook" "$webhook"', tags: {Team: 7}' 'channels.ops.tags is no mapping from tags to their values;'
  mistake channels.yaml 'ops: {' 'o ps: {' 'change "o ps"'
  mistake checks.yaml 'name: name-service' 'name: iana' 'several checks have the name "iana";'
  mistake checks.yaml 'name: iana' 'name: example.com/' 'several checks have the name "example.com/";'
  mistake checks.yaml 'expect: [status == 200, latency < 2s]' 'bearer: s3cret' 'checks[1].bearer) is written in clear;'
  mistake checks.yaml 'dns://example.com' 'gopher://example.com' 'checks[2] has no URL that can be probed;'
  mistake checks.yaml 'expect: [status == 200, latency < 2s]' 'headers: {Authorization: Bearer s3cret}' 'checks[1].headers.Authorization) is written in clear;'
  mistake checks.yaml 'self_check:' 'defaults: {headers: {X-Auth-Token: s3cret}}
self_check:' '(defaults.headers.X-Auth-Token) is written in clear;'
  mistake channels.yaml 'type: slack, webhook: "ssm:/tagwatch/minimal/slack-webhook"' 'type: webhook, url: "ssm:/x", signing_key: s3cret' 'channels.ops.signing_key is a secret written in clear;'
  mistake alarms.yaml '[status-check, cpu]' '[status-check, gpu]' 'profiles.base wants the alarm "gpu", which'
  mistake alarms.yaml 'warning: "> 80", critical: "> 95", ' '' 'alarms.cpu cannot fire;'
  mistake_whole checks.yaml 'checks: []' 'checks.yaml has no checks;'
  mistake_whole channels.yaml 'channels: {}' 'channels.yaml has no channels;'
  mistake_whole alarms.yaml 'alarms: {}' 'alarms.yaml has no alarms;'
  mistake_whole channels.yaml 'channels: [{type: slack, webhook: "ssm:/x"}]' 'channels.yaml: `channels:` is no mapping;'
  mistake_whole alarms.yaml 'alarms: [cpu]' 'alarms.yaml: `alarms:` is no mapping;'
  mistake alarms.yaml '[status-check, cpu]' 'cpu' 'alarms.yaml: profiles.base.alarms is no list;'
  mistake alarms.yaml 'profiles:
  base: ' 'profiles:
  - ' 'alarms.yaml: `profiles:` is no mapping;'
  mistake_whole checks.yaml '' 'checks.yaml in the folder'
  mistake_whole checks.yaml 'checks: [' 'checks.yaml in the folder'
  mistake_argument 'uptime = { rate = "every minute" }' 'uptime.rate is "every minute"; write rate(1 minute)'
  mistake_argument 'uptime = { rate = "rate(1 minutes)" }' 'uptime.rate is "rate(1 minutes)";'
  mistake_argument 'alarm_emails = ["jane"]' 'alarm_emails has "jane", which is no e-mail address.'
  mistake_argument 'packages = { notify = "no.zip" }' 'no.zip is missing. Run `./tagwatch package` first'
  mistake_argument 'secret_versions = { HOOK = 1 }' 'secret_versions names a secret for which `secrets` has no value;'
}

# mistake FILE OLD NEW SENTENCE: with OLD replaced, the plan fails and says SENTENCE, and repeats no secret.
mistake() {
  local file=$TF/examples/minimal/config/$1 before
  before=$(cat "$file")
  python3 -c 'import sys; text = open(sys.argv[1]).read(); assert sys.argv[2] in text, sys.argv[2]; open(sys.argv[1], "w").write(text.replace(sys.argv[2], sys.argv[3]))' "$file" "$2" "$3"
  refused "$1: $3" "$4"
  printf '%s\n' "$before" >"$file"
}

mistake_whole() {
  local file=$TF/examples/minimal/config/$1 before
  before=$(cat "$file")
  printf '%s\n' "$2" >"$file"
  refused "$1: $2" "$3"
  printf '%s\n' "$before" >"$file"
}

# mistake_argument LINE SENTENCE: with LINE among the module's arguments.
mistake_argument() {
  local file=$TF/examples/minimal/main.tf before
  before=$(cat "$file")
  sed -i "s|^  deployment .*|&\n  $1|" "$file"
  refused "$1" "$2"
  printf '%s\n' "$before" >"$file"
}

refused() {
  if "$TERRAFORM_OFFLINE" "-chdir=$TF/examples/minimal" plan -no-color >"$WORK/log" 2>&1; then
    fail "accepted: $1"
  elif ! tr -s '\n ' '  ' <"$WORK/log" | grep -qF -- "$2"; then
    fail "no sentence \"$2\" for: $1"
    cat "$WORK/log"
  elif grep -q 's3cret' "$WORK/log"; then
    fail "the secret is repeated: $1"
  elif [ "$(grep -c '^Error' "$WORK/log")" != 1 ]; then
    fail "more than one error for: $1"
    cat "$WORK/log"
  fi
}
