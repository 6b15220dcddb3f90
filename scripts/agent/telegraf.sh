# shellcheck shell=bash
# The real Telegraf with the shared configuration, against the embedded cloud with the real functions. Sourced by
# ../agent-checks.sh.

check_telegraf() {
  step "Telegraf $TELEGRAF_VERSION with the shared configuration: its series get the alarms of config/ and of examples/complete"
  build_telegraf || return 0
  configurations_are_valid
  have telegraf aws python3 || return 0
  export AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1 AWS_EC2_METADATA_DISABLED=true
  unset AWS_PROFILE AWS_SESSION_TOKEN
  start_systemd
  # A container has nothing but an overlay, which the configuration leaves out: there a root of ext4 is put before Telegraf.
  echo '36 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw' >"$WORK/mountinfo"
  local mounts=
  awk '{ for (i = 7; $i != "-"; i++); print $(i + 1) }' /proc/1/mountinfo | grep -qxE 'ext[234]|xfs|btrfs' || mounts=$WORK/mountinfo
  series_have_alarms "$ROOT/config" "$mounts" telegraf.service tagwatch:profiles=units
  series_have_alarms "$ROOT/terraform/examples/complete/config" "$WORK/mountinfo" "nginx.service postgresql*.service" Service=nginx-shop every-rule
}

# series_have_alarms FOLDER MOUNTS UNITS TAG [every-rule]: what Telegraf sends for a server with TAG is what the folder's rules find.
series_have_alarms() {
  local id
  start_cloud "$1" || return 0
  id=$(cloud ec2 run-instances --image-id ami-12345678 --instance-type m7g.large --query 'Instances[0].InstanceId' --output text)
  cloud ec2 create-tags --resources "$id" --tags "Key=${4%%=*},Value=${4#*=}"
  INSTANCE_ID=$id TAGWATCH_UNITS=$3 AWS_ENDPOINT_URL_CLOUDWATCH=$CLOUD_URL DBUS_SYSTEM_BUS_ADDRESS=unix:path=$WORK/systemd.sock HOST_PROC_MOUNTINFO=$2 \
    "$TELEGRAF" --strict-env-handling --config "$FILES/telegraf.conf" --once >"$WORK/telegraf.log" 2>&1 ||
    { cat "$WORK/telegraf.log"; fail "Telegraf could not send"; return 0; }
  cloud cloudwatch list-metrics --namespace Tagwatch/Host --output json >"$WORK/series.json"
  local deadline=$((SECONDS + PATIENCE))
  until cloud cloudwatch describe-alarms --output json >"$WORK/alarms.json" && python3 "$ROOT/scripts/agent/found.py" "$id" "$WORK/series.json" "$WORK/alarms.json" "$1/alarms.yaml" ${5:-} >"$WORK/log"; do
    if [ "$SECONDS" -ge "$deadline" ]; then
      cat "$WORK/log" "$WORK/telegraf.log" "$WORK/cloud.log"
      fail "the rules of ${1#"$ROOT/"} do not find Telegraf's series"
      break
    fi
    sleep 1
  done
  cat "$WORK/log"
  [ -z "${5:-}" ] || windows_series "$id"
  stop "$CLOUD"
  CLOUD=
}

# windows_series INSTANCE: what the configuration for Windows makes of this machine's memory and disks, as far as Linux runs it.
windows_series() {
  python3 "$ROOT/scripts/agent/metadata.py" "$1" "$WORK/port" &
  METADATA=$!
  local deadline=$((SECONDS + PATIENCE))
  until [ -s "$WORK/port" ] || [ "$SECONDS" -ge "$deadline" ]; do sleep 0.1; done
  TAGWATCH_HOST_NAMESPACE=Windows/Host AWS_ENDPOINT_URL_CLOUDWATCH=$CLOUD_URL AWS_EC2_METADATA_DISABLED=false AWS_EC2_METADATA_SERVICE_ENDPOINT=http://127.0.0.1:$(cat "$WORK/port") HOST_PROC_MOUNTINFO=$WORK/mountinfo \
    "$TELEGRAF" --strict-env-handling --config "$WORK/windows.conf" --once >"$WORK/telegraf.log" 2>&1 || { cat "$WORK/telegraf.log"; fail "Telegraf with the configuration for Windows"; return 0; }
  cloud cloudwatch list-metrics --namespace Windows/Host --output text --query 'Metrics[].[MetricName, join(`,`, sort(Dimensions[].join(`=`, [Name, Value])))]' | sort >"$WORK/log"
  printf '%s\tInstanceId=%s%s\n' disk_used_percent "$1" ,fstype=ext4,path=/ mem_used_percent "$1" "" | cmp -s - "$WORK/log" || { cat "$WORK/log" "$WORK/telegraf.log"; fail "the series of the configuration for Windows"; }
}

start_systemd() {
  python3 "$ROOT/scripts/agent/systemd.py" "$WORK/systemd.sock" telegraf.service=active nginx.service=active postgresql@16-main.service=failed cron.service=active &
  SYSTEMD=$!
  local deadline=$((SECONDS + PATIENCE))
  until [ -S "$WORK/systemd.sock" ] || [ "$SECONDS" -ge "$deadline" ]; do sleep 0.1; done
}

cloud() { aws --endpoint-url "$CLOUD_URL" "$@"; }

# Built once and kept: the download from the vendor would prove no more.
build_telegraf() {
  local log=$WORK/build.log
  [ -x "$TELEGRAF" ] && return 0
  have telegraf go || return 1
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
  if AWS_REGION=eu-west-1 AWS_EC2_METADATA_SERVICE_ENDPOINT=http://127.0.0.1:9 "$TELEGRAF" --strict-env-handling --config "$WORK/windows.conf" --once >"$WORK/log" 2>&1; then
    fail "Telegraf for Windows runs without an instance id"
  fi
  if env -u INSTANCE_ID AWS_REGION=eu-west-1 "$TELEGRAF" --strict-env-handling --config "$FILES/telegraf.conf" --once >"$WORK/log" 2>&1; then
    fail "Telegraf runs without an instance id"
  fi
}

# start_cloud FOLDER: `tagwatch up` is the embedded cloud with the three functions at work; its one check is refused at once, and nobody is told.
start_cloud() {
  mkdir -p "$WORK/config"
  cp "$1/alarms.yaml" "$WORK/config/"
  : >"$WORK/cloud.log"
  echo 'checks: [{name: nothing, url: "tcp://127.0.0.1:9", alarm: off}]' >"$WORK/config/checks.yaml"
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
