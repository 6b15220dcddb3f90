# shellcheck shell=bash
# Builds what ./tagwatch runs when sources are newer than the last build. Expects ROOT, JAVA_HOME and the functions of jdk.sh.

BUILD_MODULES="common aws-secrets uptime-lambda alarms-lambda notify-lambda local-aws cli"
BUILD_ZIPS="uptime-lambda alarms-lambda notify-lambda"
BUILD_STAMP=$ROOT/cli/target/built
BUILD_LOG=$ROOT/cli/target/build.log
BUILD_JAR=$ROOT/cli/target/tagwatch.jar
BUILD_CACHE=$ROOT/cli/target/tagwatch.aot

# stale: true when a source file or its folder (files come and go) changed after the last build.
stale() {
  [ -f "$BUILD_JAR" ] && [ -f "$BUILD_STAMP" ] || return 0
  local module places=("$ROOT/pom.xml")
  for module in $BUILD_MODULES; do
    places+=("$ROOT/$module/pom.xml" "$ROOT/$module/src/main")
  done
  [ -n "$(find "${places[@]}" -newer "$BUILD_STAMP" 2>/dev/null)" ]
}

# maven ARGUMENTS…: runs Maven in the root folder with its output in the log; on failure shows the lines that matter.
maven() {
  if ! (cd "$ROOT" && "$MVN" -B "$@" </dev/null >"$BUILD_LOG" 2>&1); then
    echo "failed" >&2
    grep -E '^\[ERROR\]|^\[WARNING\] .*\.java:|^Error' "$BUILD_LOG" | grep -v -E '\[Help 1\]|^\[ERROR\] *$|[Rr]e-run Maven|For more information|After correcting|mvn <args>|To see the full' | head -15 >&2
    echo "tagwatch: the build failed; everything Maven said is in $BUILD_LOG" >&2
    return 2
  fi
}

# locked COMMAND…: runs it while no other ./tagwatch builds the same folder.
locked() {
  local lock=$ROOT/cli/target/building owner result
  until mkdir "$lock" 2>/dev/null; do
    if ! [ -d "$lock" ] && ! can_build; then
      return 2
    fi
    owner=$(cat "$lock/pid" 2>/dev/null)
    if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
      rm -rf "$lock"
    else
      sleep 1
    fi
  done
  echo $$ >"$lock/pid"
  trap 'rm -rf "$ROOT/cli/target/building"' EXIT
  "$@"
  result=$?
  rm -rf "$lock"
  trap - EXIT
  return $result
}

# warm_up: runs once and keeps the classes that were loaded; in two steps, because the one-step form breaks on blanks in paths.
warm_up() {
  local order=$BUILD_CACHE.order
  "$JAVA_HOME/bin/java" -XX:AOTMode=record -XX:AOTConfiguration="$order" $TAGWATCH_JVM -jar "$BUILD_JAR" warm-up "$ROOT/cli/target/warm-up" &&
    "$JAVA_HOME/bin/java" -XX:AOTMode=create -XX:AOTConfiguration="$order" -XX:AOTCache="$BUILD_CACHE" $TAGWATCH_JVM -jar "$BUILD_JAR" &&
    rm -f "$order"
}

# compile: makes the jar with its libraries, and a cache of loaded classes so that the next start is quick.
compile() {
  stale || return 0
  local what="what changed" start=$SECONDS
  [ -f "$BUILD_JAR" ] || what="first time only"
  find_maven || return 2
  printf 'Building (%s) … ' "$what" >&2
  rm -f "$BUILD_STAMP" "$BUILD_CACHE"
  : >"$BUILD_STAMP.new"
  maven -Dmaven.test.skip=true -Dassembly.skipAssembly -Dmaven.antrun.skip -Denforcer.skip -pl cli -am package || return 2
  warm_up >>"$BUILD_LOG" 2>&1 || rm -f "$BUILD_CACHE"
  mv "$BUILD_STAMP.new" "$BUILD_STAMP"
  echo "done in $((SECONDS - start)) s" >&2
}

# can_build: false, with the reason, where the build has no place to go.
can_build() {
  if ! mkdir -p "$ROOT/cli/target" 2>/dev/null || ! [ -w "$ROOT/cli/target" ]; then
    echo "tagwatch: cannot write to $ROOT/cli/target, where the build goes; make the folder writable." >&2
    return 2
  fi
}

# build_if_stale: the fast path is one look at the times of the sources.
build_if_stale() {
  stale || return 0
  can_build && locked compile
}

# package_zips [--rebuild] [--json]: builds the functions and prints the size of each zip; --rebuild starts from nothing.
package_zips() {
  local start=$SECONDS module
  find_maven || return 2
  can_build || return 2
  if [[ " $* " == *" --rebuild "* ]]; then
    for module in common aws-secrets uptime-lambda alarms-lambda notify-lambda; do
      rm -rf "$ROOT/$module/target/classes" "$ROOT/$module/target/maven-status" "$ROOT/$module/target"/*.jar "$ROOT/$module/target"/*.zip
    done
  fi
  printf 'Packaging the functions … ' >&2
  locked maven -Dmaven.test.skip=true -pl uptime-lambda,alarms-lambda,notify-lambda -am package || return 2
  echo "done in $((SECONDS - start)) s" >&2
  if [[ " $* " == *" --json "* ]]; then
    sizes_as_json
  else
    sizes
  fi
}

sizes() {
  local zip bytes
  for zip in $BUILD_ZIPS; do
    bytes=$(wc -c <"$ROOT/$zip/target/$zip.zip")
    printf '%-18s %5d.%02d MB   %s\n' "$zip.zip" $((bytes / 1000000)) $((bytes % 1000000 / 10000)) "$zip/target/$zip.zip"
  done
}

sizes_as_json() {
  local zip comma=
  printf '{"zips": ['
  for zip in $BUILD_ZIPS; do
    printf '%s\n  {"name": "%s", "bytes": %d, "path": "%s"}' "$comma" "$zip.zip" "$(wc -c <"$ROOT/$zip/target/$zip.zip")" "$zip/target/$zip.zip"
    comma=,
  done
  printf '\n]}\n'
}
