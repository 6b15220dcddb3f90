# shellcheck shell=sh
# Installs and configures Telegraf on Linux with systemd; a second run changes nothing and restarts nothing.
# From the environment: TELEGRAF_VERSION, TELEGRAF_URL, SHA256_AMD64, SHA256_ARM64, REGION, NAMESPACE, UNITS, and in base64
# CONFIGURATION, EXTRA, SERVICE, INSTANCE_ID_SCRIPT. DESTDIR is another root, for trials.
set -eu
root=${DESTDIR:-}

case $(uname -m) in
  x86_64) machine=amd64 sha256=$SHA256_AMD64 ;;
  aarch64) machine=arm64 sha256=$SHA256_ARM64 ;;
  *) echo "Telegraf for $(uname -m) is not known here; x86_64 and aarch64 are"; exit 1 ;;
esac
[ -n "$sha256" ] || { echo "no checksum is given for linux_$machine"; exit 1; }

home=$root/opt/telegraf
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A Telegraf that others installed keeps its unit and its configuration.
own=$root/etc/systemd/system/telegraf.service
for unit in "$own" "$root/usr/lib/systemd/system/telegraf.service" "$root/lib/systemd/system/telegraf.service"; do
  if [ -e "$unit" ] && ! grep -q '^Description=Telegraf for Tagwatch$' "$unit"; then
    echo "this server has a Telegraf of its own ($unit); nothing was changed. Remove it first, or add the inputs of telegraf.conf to it by hand"
    exit 1
  fi
done
if [ -e "$root/etc/telegraf/telegraf.conf" ] && [ ! -e "$own" ] && ! head -n 1 "$root/etc/telegraf/telegraf.conf" | grep -q Tagwatch; then
  echo "this server has a configuration of another Telegraf ($root/etc/telegraf/telegraf.conf); nothing was changed. Move it away first"
  exit 1
fi

# Before the first change there is a mark, which goes once Telegraf runs with all of them: what an ended run has left is
# finished by the next.
changed=
unfinished=$home/unfinished
[ ! -e "$unfinished" ] || changed=yes
mark() {
  mkdir -p "$home"
  : >"$unfinished"
  changed=yes
}

# put FILE MODE CONTENT: the content, which is in base64, becomes FILE if it is not yet.
put() {
  printf '%s' "$3" | base64 -d >"$work/new"
  if ! cmp -s "$work/new" "$1"; then
    mark
    install -D -m "$2" "$work/new" "$1"
  fi
}

if [ ! -x "$home/$TELEGRAF_VERSION/telegraf" ]; then
  archive=telegraf-${TELEGRAF_VERSION}_linux_$machine.tar.gz
  curl -fsSL --retry 3 -o "$work/$archive" "$TELEGRAF_URL/$archive"
  echo "$sha256  $work/$archive" | sha256sum -c - >/dev/null || { echo "$archive does not have the checksum $sha256; nothing was installed"; exit 1; }
  tar -xzf "$work/$archive" -C "$work"
  install -D -m 0755 "$work/telegraf-$TELEGRAF_VERSION/usr/bin/telegraf" "$home/$TELEGRAF_VERSION/new"
  mv "$home/$TELEGRAF_VERSION/new" "$home/$TELEGRAF_VERSION/telegraf"
fi
if [ "$(readlink "$home/bin" || true)" != "$home/$TELEGRAF_VERSION" ]; then
  mark
  ln -sfn "$home/$TELEGRAF_VERSION" "$home/bin"
fi
id telegraf >/dev/null 2>&1 || useradd --system --no-create-home --shell /sbin/nologin telegraf

mkdir -p "$root/etc/telegraf/telegraf.d"
put "$home/instance-id" 0755 "$INSTANCE_ID_SCRIPT"
put "$root/etc/telegraf/telegraf.conf" 0644 "$CONFIGURATION"
if [ -n "$EXTRA" ]; then
  put "$root/etc/telegraf/telegraf.d/tagwatch.conf" 0644 "$EXTRA"
elif [ -e "$root/etc/telegraf/telegraf.d/tagwatch.conf" ]; then
  mark
  rm "$root/etc/telegraf/telegraf.d/tagwatch.conf"
fi
put "$root/etc/telegraf/tagwatch.env" 0644 "$(printf 'AWS_REGION="%s"\nTAGWATCH_HOST_NAMESPACE="%s"\nTAGWATCH_UNITS="%s"\n' "$REGION" "$NAMESPACE" "$UNITS" | base64)"
put "$root/etc/systemd/system/telegraf.service" 0644 "$SERVICE"

if [ -n "$changed" ]; then
  systemctl daemon-reload
  systemctl enable telegraf
  systemctl restart telegraf
  rm -f "$unfinished"
else
  systemctl start telegraf
fi
echo "Telegraf $TELEGRAF_VERSION runs${changed:+, configured anew}"
