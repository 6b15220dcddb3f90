# shellcheck shell=bash
# The installer that Systems Manager runs on Linux, under another root, with stand-ins for download and systemd. Sourced by
# ../agent-checks.sh.

check_installer() {
  step "the installer: a first run installs, a second changes nothing, an ended one is finished, a Telegraf of others is left alone"
  local machine
  case $(uname -sm) in
    "Linux x86_64") machine=amd64 ;;
    "Linux aarch64") machine=arm64 ;;
    *) without installer "the installer is for Linux on x86_64 and aarch64"; return 0 ;;
  esac
  local bin=$WORK/bin release=telegraf-$TELEGRAF_VERSION
  mkdir -p "$bin" "$WORK/$release/usr/bin"
  printf '#!/bin/sh\necho stand-in\n' >"$WORK/$release/usr/bin/telegraf"
  chmod +x "$WORK/$release/usr/bin/telegraf"
  tar -czf "$WORK/${release}_linux_$machine.tar.gz" -C "$WORK" "$release"
  printf '#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\ncp "%s/${2##*/}" "$2"\n' "$WORK" >"$bin/curl"
  systemd_is_there
  printf '#!/bin/sh\n' | tee "$bin/id" >"$bin/useradd"
  chmod +x "$bin"/*
  local sum
  sum=$(sha256sum "$WORK/${release}_linux_$machine.tar.gz" | cut -d' ' -f1)

  install_with "$(printf '0%.0s' {1..64})" >"$WORK/log" 2>&1 && fail "a wrong checksum was accepted"
  [ ! -e "$WORK/root/opt/telegraf" ] || fail "a wrong checksum left something behind"
  install_with "$sum" >"$WORK/log" 2>&1 || { cat "$WORK/log"; fail "the first run"; }
  done_by_systemd "daemon-reload,enable telegraf,restart telegraf"
  cmp -s "$FILES/telegraf.conf" "$WORK/root/etc/telegraf/telegraf.conf" || fail "the configuration is not the shared one"
  [ "$("$WORK/root/opt/telegraf/bin/telegraf")" = stand-in ] || fail "the binary is not in its place"
  install_with "$sum" >"$WORK/log" 2>&1 || { cat "$WORK/log"; fail "the second run"; }
  done_by_systemd "start telegraf"
  NAMESPACE=Shop/Host install_with "$sum" >"$WORK/log" 2>&1 || { cat "$WORK/log"; fail "the third run"; }
  done_by_systemd "daemon-reload,enable telegraf,restart telegraf"
  grep -qx 'TAGWATCH_HOST_NAMESPACE="Shop/Host"' "$WORK/root/etc/telegraf/tagwatch.env" || fail "the namespace did not arrive"

  printf '#!/bin/sh\nexit 1\n' >"$bin/systemctl"
  NAMESPACE=Late/Host install_with "$sum" >"$WORK/log" 2>&1 && fail "a failure of systemd went unnoticed"
  systemd_is_there
  NAMESPACE=Late/Host install_with "$sum" >"$WORK/log" 2>&1 || { cat "$WORK/log"; fail "the run after an ended one"; }
  done_by_systemd "daemon-reload,enable telegraf,restart telegraf"
  NAMESPACE=Late/Host install_with "$sum" >"$WORK/log" 2>&1 || { cat "$WORK/log"; fail "the run after that"; }
  done_by_systemd "start telegraf"
  left_alone etc/systemd/system/telegraf.service "$sum"
  left_alone usr/lib/systemd/system/telegraf.service "$sum"
  left_alone etc/telegraf/telegraf.conf "$sum"

  printf '#!/bin/sh\ncase "$*" in *token:\\ a-token*instance-id) echo i-0123456789abcdef0 ;; *PUT*/api/token) echo a-token ;; *) exit 1 ;; esac\n' >"$bin/curl"
  PATH=$bin:$PATH RUNTIME_DIRECTORY=$WORK sh "$WORK/root/opt/telegraf/instance-id" || fail "the instance id cannot be asked for"
  [ "$(cat "$WORK/instance.env")" = INSTANCE_ID=i-0123456789abcdef0 ] || fail "the instance id is not written"
}

systemd_is_there() {
  printf '#!/bin/sh\necho "$*" >>"%s/systemctl.log"\n' "$WORK" >"$WORK/bin/systemctl"
  chmod +x "$WORK/bin/systemctl"
}

# left_alone FILE CHECKSUM: on a server where FILE is of another Telegraf nothing changes, and the installer says so.
left_alone() {
  local place=$WORK/foreign
  rm -rf "$place"
  mkdir -p "$(dirname "$place/$1")"
  echo "# the packager's own" >"$place/$1"
  if DESTDIR=$place install_with "$2" >"$WORK/log" 2>&1; then fail "overwrote another Telegraf's $1"; fi
  grep -q "of its own (.*$1); nothing was changed\|of another Telegraf (.*$1); nothing was changed" "$WORK/log" || { cat "$WORK/log"; fail "no sentence about $1"; }
  [ "$(find "$place" -type f | wc -l)" = 1 ] && [ ! -e "$WORK/systemctl.log" ] || fail "something changed beside another Telegraf's $1"
}

# install_with CHECKSUM
install_with() {
  env PATH="$WORK/bin:$PATH" DESTDIR="${DESTDIR:-$WORK/root}" TELEGRAF_VERSION="$TELEGRAF_VERSION" TELEGRAF_URL=https://mirror.example.com/telegraf \
    SHA256_AMD64="$1" SHA256_ARM64="$1" REGION=eu-west-1 NAMESPACE="${NAMESPACE:-Tagwatch/Host}" UNITS="nginx.service app@*.service" \
    CONFIGURATION="$(base64 <"$FILES/telegraf.conf")" EXTRA="" SERVICE="$(base64 <"$FILES/telegraf.service")" \
    INSTANCE_ID_SCRIPT="$(base64 <"$FILES/instance-id")" sh "$FILES/install.sh"
}

# done_by_systemd COMMANDS: what systemd was asked since the last look, separated by commas.
done_by_systemd() {
  local asked
  asked=$(paste -sd, "$WORK/systemctl.log")
  [ "$asked" = "$1" ] || fail "systemd was asked: $asked; expected: $1"
  rm -f "$WORK/systemctl.log"
}
