# shellcheck shell=bash
# The real Telegraf with the shared configuration, against the embedded cloud with the real functions. Sourced by
# ../agent-checks.sh.

check_telegraf() {
  WHAT="the check with the real Telegraf"
  step "Telegraf $TELEGRAF_VERSION with the shared configuration: its series get the alarms of config/alarms.yaml"
  build_telegraf || return 0
  configurations_are_valid
  have aws python3 || return 0
  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1 AWS_EC2_METADATA_DISABLED=true
  unset AWS_PROFILE AWS_SESSION_TOKEN
  start_cloud || return 0
  local id
  id=$(cloud ec2 run-instances --image-id ami-12345678 --instance-type m7g.large --query 'Instances[0].InstanceId' --output text)
  INSTANCE_ID=$id AWS_ENDPOINT_URL_CLOUDWATCH=$CLOUD_URL "$TELEGRAF" --strict-env-handling --config "$FILES/telegraf.conf" --once >"$WORK/telegraf.log" 2>&1 ||
    { cat "$WORK/telegraf.log"; fail "Telegraf could not send"; return 0; }
  cloud cloudwatch list-metrics --namespace Tagwatch/Host --output json >"$WORK/series.json"
  local deadline=$((SECONDS + PATIENCE))
  until cloud cloudwatch describe-alarms --output json >"$WORK/alarms.json" && python3 "$ROOT/scripts/agent/found.py" "$id" "$WORK/series.json" "$WORK/alarms.json" >"$WORK/log"; do
    if [ "$SECONDS" -ge "$deadline" ]; then
      cat "$WORK/log" "$WORK/telegraf.log" "$WORK/cloud.log"
      fail "the rules do not find Telegraf's series"
      return 0
    fi
    sleep 1
  done
  cat "$WORK/log"
}

cloud() { aws --endpoint-url "$CLOUD_URL" "$@"; }

# Built once and kept: the download from the vendor would prove no more.
build_telegraf() {
  local log=$WORK/build.log
  [ -x "$TELEGRAF" ] && return 0
  have go || return 1
  GOBIN=$(dirname "$TELEGRAF") GOFLAGS=-mod=mod go install -tags "$TELEGRAF_TAGS" "github.com/influxdata/telegraf/cmd/telegraf@v$TELEGRAF_VERSION" >"$log" 2>&1 && return 0
  tail -n 5 "$log"
  fail "Telegraf $TELEGRAF_VERSION does not build"
  return 1
}

configurations_are_valid() {
  local file
  sed -n 's/^#   \( *\[\[inputs.procstat\]\]\)/\1/p; s/^#     \([a-z]\)/  \1/p' "$FILES/telegraf.conf" >"$WORK/processes.conf"
  grep -q systemd_unit "$WORK/processes.conf" || fail "the example about processes is gone from telegraf.conf"
  # Only a Telegraf for Windows knows the options of win_services, which is last in that file.
  sed '/^\[\[inputs.win_services/,$d' "$FILES/telegraf-windows.conf" >"$WORK/windows.conf"
  for file in "$FILES/telegraf.conf" "$WORK/windows.conf" "$WORK/processes.conf"; do
    INSTANCE_ID=i-0123456789abcdef0 AWS_REGION=eu-west-1 "$TELEGRAF" config check --strict-env-handling --config "$file" >"$WORK/log" 2>&1 ||
      { cat "$WORK/log"; fail "${file##*/} is not valid"; }
  done
  if env -u INSTANCE_ID AWS_REGION=eu-west-1 "$TELEGRAF" --strict-env-handling --config "$FILES/telegraf.conf" --once >"$WORK/log" 2>&1; then
    fail "Telegraf runs without an instance id"
  fi
}

# `tagwatch up` is the embedded cloud with the three functions at work; it probes nothing here and tells nobody.
start_cloud() {
  mkdir "$WORK/config"
  cp "$ROOT/config/alarms.yaml" "$WORK/config/"
  echo 'checks: []' >"$WORK/config/checks.yaml"
  echo 'channels: {nobody: {type: webhook, url: "env:NOBODY"}}' >"$WORK/config/channels.yaml"
  "$ROOT/tagwatch" --version >/dev/null || { fail "the build"; return 1; }
  NOBODY=http://127.0.0.1:9/ "$ROOT/tagwatch" up --port 0 --every 2s --json --config "$WORK/config" >"$WORK/cloud.log" 2>&1 &
  CLOUD=$!
  local deadline=$((SECONDS + PATIENCE))
  until CLOUD_URL=$(grep -o -m1 'http://127.0.0.1:[0-9]*' "$WORK/cloud.log"); do
    if ! kill -0 "$CLOUD" 2>/dev/null || [ "$SECONDS" -ge "$deadline" ]; then
      cat "$WORK/cloud.log"
      fail "the embedded cloud does not start"
      return 1
    fi
    sleep 0.2
  done
}
