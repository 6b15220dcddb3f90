#!/usr/bin/env bash
# Draws docs/images/messages/*.png again: each message below as its chat shows it, by ./tagwatch render --html and a
# headless Chromium. Needs chromium on the PATH. Look at what changed before you commit it.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$root/scripts/jdk.sh"
find_jdk
tagwatch=${TAGWATCH:-$root/tagwatch}
browser=$(command -v chromium || command -v chromium-browser) || { echo "chromium is not on the PATH" >&2; exit 2; }
messages="$root/notify-lambda/src/test/resources/messages"
pictures="$root/docs/images/messages"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$pictures"

# picture, message, channel
while read -r picture message channel; do
  "$tagwatch" render "$messages/$message" --channel "$channel" --html >"$work/page.html"
  "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 \
    --user-data-dir="$work/profile" --window-size=760,1400 --screenshot="$work/page.png" "file://$work/page.html" \
    >/dev/null 2>&1
  "$JAVA_HOME/bin/java" "$root/scripts/CropPicture.java" "$work/page.png" "$pictures/$picture.png"
  echo "$picture.png $(stat -c %s "$pictures/$picture.png") bytes"
done <<'LIST'
disk-slack own-disk.json slack
disk-discord own-disk.json discord
disk-telegram own-disk.json telegram
disk-teams own-disk.json teams
disk-over own-disk-ok.json slack
check-down own-check-down.json slack
composite event-alarm-composite-suppressed.json slack
contributor event-alarm-contributor.json slack
formula alarm-metric-math-unnamed.json slack
budget budget-letter.txt slack
cost-anomaly cost-anomaly.json slack
health event-health-entities.json slack
server-stopped ec2-stopped.json slack
container event-ecs-task-stopped.json slack
finding event-inspector-critical.json slack
mistyped-tag own-notice-tag.json slack
LIST
