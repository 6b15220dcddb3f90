# shellcheck shell=bash
# Reads what Surefire and Failsafe wrote; sourced by ./run_tests.sh.

# progress: from Maven's output, one line a module and one a test class that failed.
progress() {
  awk '
    /^\[INFO\] Building Tagwatch/ { sub(/^\[INFO\] Building /, ""); sub(/ *\[[0-9]+\/[0-9]+\] *$/, ""); module = $0; next }
    /^\[INFO\] (Reactor Summary|BUILD )/ { exit_summary = 1 }
    exit_summary { next }
    /^\[INFO\] --- .*surefire/ { kind = "unit" }
    /^\[INFO\] --- .*failsafe/ { kind = "integration" }
    /Tests run:.*Time elapsed/ && /FAILURE|ERROR/ { print "  FAILED " $NF; fflush(); next }
    /^\[(INFO|WARNING|ERROR)\] (.\[[0-9;]*m)*Tests run: [0-9]+/ && !/Time elapsed/ {
      sub(/^\[[A-Z]+\] */, ""); gsub(/.\[[0-9;]*m/, ""); printf "  %-46s %-12s %s\n", module, kind, $0; fflush()
    }'
}

# test_reports ROOT: the names of all report files, one a line.
test_reports() {
  find "$1" -path '*/target/*-reports/TEST-*.xml' -not -path '*/classes/*' -print
}

# count_cases: passed, failed and skipped test cases on standard input. The counts in the heads of the files are not used: where
# two engines run tests of one class, the head tells those of the last one only.
count_cases() {
  awk '
    /^ *<testcase / { tests++; open = 1 }
    /^ *<(failure|error)[ >]/ && open { failed++; open = 0 }
    /^ *<skipped[ \/>]/ && open { skipped++; open = 0 }
    END { print tests - failed - skipped, failed + 0, skipped + 0 }'
}

# count_tests ROOT: sets PASSED, FAILED and SKIPPED.
count_tests() {
  local file
  read -r PASSED FAILED SKIPPED < <(test_reports "$1" | while IFS= read -r file; do cat "$file"; done | count_cases)
}

# cases ROOT ELEMENT: "class.test: message" of each test case that holds such an element.
cases() {
  local file
  test_reports "$1" | while IFS= read -r file; do
    awk -v element="$2" '
      function attribute(line, name,   value) {
        if (!match(line, "[ <]" name "=\"[^\"]*\"")) return ""
        value = substr(line, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
        gsub(/^(&#10;)+/, "", value); gsub(/&#10;.*/, "", value); gsub(/&quot;/, "\"", value); gsub(/&lt;/, "<", value)
        gsub(/&gt;/, ">", value); gsub(/&apos;/, "\047", value); gsub(/&amp;/, "\\&", value)
        return value
      }
      # What a test aborts with, such as an assumption, stands in the text alone.
      function reason(line,   said) {
        said = attribute(line, "message")
        if (said == "" && sub(/.*<!\[CDATA\[/, "", line)) {
          said = line
          sub(/\]\]>.*/, "", said); sub(/^[A-Za-z0-9_.$]+: /, "", said); sub(/^Assumption failed: /, "", said)
        }
        return said
      }
      /^ *<testcase / { class = attribute($0, "classname"); sub(/.*\./, "", class); name = class "." attribute($0, "name") }
      $0 ~ "^ *<" element "[ />]" { print "  " name ": " reason($0) }
    ' "$file"
  done | sort | uniq
}

print_failures() {
  local list
  list=$(cases "$1" failure; cases "$1" error)
  [ -z "$list" ] || printf '\nFailed:\n%s\n' "$list"
}

print_skipped() {
  local list
  list=$(cases "$1" skipped)
  [ -z "$list" ] || printf '\nSkipped:\n%s\n' "$list"
}
