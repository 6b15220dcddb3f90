#!/usr/bin/env bash
# All unit and integration tests. Progress by module, then what failed and what was skipped and why, then the counts.
# Further arguments go to Maven: ./run_tests.sh -pl common -am
set -u
ROOT=$(cd "${BASH_SOURCE[0]%/*}" && pwd -P)
. "$ROOT/scripts/jdk.sh"
. "$ROOT/scripts/reports.sh"

find_jdk || exit 2
find_maven || exit 2
mkdir -p "$ROOT/target" || exit 2
log=$ROOT/target/run_tests.log
rm -rf "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports

echo "JDK: $JAVA_HOME    Maven's words: $log"
(cd "$ROOT" && "$MVN" -B --fail-at-end verify "$@" </dev/null 2>&1 | tee "$log" | progress; exit "${PIPESTATUS[0]}")
built=$?

print_failures "$ROOT"
print_skipped "$ROOT"
if [ "$built" -ne 0 ]; then
  echo
  echo "The build failed:"
  grep -E '^\[ERROR\]|^\[WARNING\] .*\.java:' "$log" | grep -v -E 'Help 1|^\[ERROR\] *$|[Rr]e-run Maven|For more information|After correcting|mvn <args>|To see the full' | head -20
fi
count_tests "$ROOT"
echo
echo "$PASSED passed, $FAILED failed, $SKIPPED skipped"
[ "$built" -eq 0 ] && [ "$FAILED" -eq 0 ] && [ "$PASSED" -gt 0 ]
