# shellcheck shell=bash
# The life of each example: apply, nothing left to do, a change of one check, destroy. Sourced by ../terraform-checks.sh.

check_examples() {
  local name
  step "the root module with the files of config/: apply, second plan, change of a check, destroy"
  example "$TF" "$WORK/copy/config" || fail "the root module"
  for name in minimal complete; do
    step "examples/$name: apply, second plan, change of a check, destroy"
    example "$TF/examples/$name" "$TF/examples/$name/config" || fail "examples/$name"
  done
}

# example FOLDER CONFIG
example() {
  local folder=$1
  : >"$TF_OFFLINE_INVOCATIONS"
  tf "$folder" init &&
    tf "$folder" apply -auto-approve &&
    python3 "$ROOT/scripts/terraform/plan.py" recorded "$TF_OFFLINE_INVOCATIONS" create &&
    pasteable_commands "$folder" &&
    empty_plan "$folder" &&
    saved_plan_elsewhere "$folder" &&
    one_check_changed "$folder" "$2" &&
    tf "$folder" apply -auto-approve &&
    tf "$folder" destroy -auto-approve &&
    python3 "$ROOT/scripts/terraform/plan.py" recorded "$TF_OFFLINE_INVOCATIONS" create delete &&
    [ -z "$("$TERRAFORM_OFFLINE" "-chdir=$folder" state list)" ]
}

# As a person sees them: no quotation mark escaped, which a shell would take for part of a value.
pasteable_commands() {
  "$TERRAFORM_OFFLINE" "-chdir=$1" output -no-color >"$WORK/outputs" 2>&1
  [ "$(grep -cE '^ *aws (ssm put-parameter|sqs send-message|lambda invoke|sns publish|sqs start-message-move-task) ' "$WORK/outputs")" = 5 ] &&
    ! grep -E '^ *aws ' "$WORK/outputs" | grep -qF '\"' || { cat "$WORK/outputs"; echo "the commands cannot be pasted"; return 1; }
}

empty_plan() {
  tf "$1" plan -detailed-exitcode || { echo "the second plan is not empty"; return 1; }
}

# A saved plan without the layer's zip, as on another machine, is refused with a sentence.
saved_plan_elsewhere() {
  tf "$1" plan -replace "$(layer_of "$1")" -out="$WORK/saved.plan" || return 1
  mkdir -p "$WORK/aside" && mv "$1"/.terraform/*-configuration.zip "$WORK/aside/"
  if tf "$1" apply "$WORK/saved.plan" >/dev/null; then echo "a saved plan was applied without the layer's zip"; return 1; fi
  tr -s '\n ' '  ' <"$WORK/log" | grep -q 'apply a saved plan in the folder where it was made' || { cat "$WORK/log"; return 1; }
  mv "$WORK/aside"/*-configuration.zip "$1/.terraform/"
}

layer_of() { "$TERRAFORM_OFFLINE" "-chdir=$1" state list | grep 'aws_lambda_layer_version.configuration$'; }

one_check_changed() {
  sed -i 's|https://example.com|https://changed.example.com|' "$2/checks.yaml"
  tf "$1" plan -out="$WORK/changed.plan" || return 1
  "$TERRAFORM_OFFLINE" "-chdir=$1" show -json "$WORK/changed.plan" >"$WORK/changed.json"
  python3 "$ROOT/scripts/terraform/plan.py" only-code "$WORK/changed.json"
}
