# shellcheck shell=bash
# Form, validity and module tests. Sourced by ../terraform-checks.sh.

check_form() {
  step "fmt and validate"
  terraform fmt -check -recursive -diff "$ROOT/terraform" || fail "run terraform fmt -recursive terraform"
  local folder
  for folder in "$TF" "$TF"/modules/* "$TF"/examples/*; do
    tf "$folder" init && tf "$folder" validate || fail "${folder#"$TF"} is not valid"
  done
}

check_tests() {
  step "module tests with mocked providers"
  local folder
  for folder in "$TF" "$TF"/modules/*; do
    [ -d "$folder/tests" ] || continue
    tf "$folder" init || fail "init of ${folder#"$TF"}"
    if "$TERRAFORM_OFFLINE" "-chdir=$folder" test -no-color >"$WORK/log" 2>&1; then
      tail -n 1 "$WORK/log"
    else
      cat "$WORK/log"
      fail "terraform test in terraform${folder#"$TF"}"
    fi
  done
}

check_docs() {
  step "tables in the README.md of terraform and its modules"
  local readme folder
  for readme in "$ROOT/terraform/README.md" "$ROOT"/terraform/modules/*/README.md; do
    folder=$(dirname "$readme")
    python3 "$ROOT/scripts/terraform/tables.py" --check "$folder" || fail "run scripts/terraform/tables.py ${folder#"$ROOT/"}"
  done
}

check_iam() {
  step "permissions against the operations that the code calls"
  "$ROOT/scripts/terraform/iam.sh" || fail "permissions"
}

check_rules() {
  step "checkov"
  if ! command -v checkov >/dev/null; then
    skip rules "checkov is not installed (python3 -m pip install checkov)" || FAILED=1
    return 0
  fi
  checkov --quiet --compact --directory "$ROOT/terraform" --framework terraform --config-file "$ROOT/terraform/.checkov.yaml" >"$WORK/log" 2>&1 || { cat "$WORK/log"; fail "checkov"; }
  ! grep -q 'Parsing errors: [1-9]' "$WORK/log" || fail "checkov cannot read every file"
  grep '^Passed checks' "$WORK/log" || { cat "$WORK/log"; fail "checkov said nothing"; }
}
