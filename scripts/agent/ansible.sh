# shellcheck shell=bash
# Form of the Ansible role. Sourced by ../agent-checks.sh.

check_ansible() {
  step "ansible-lint and a syntax check of the role"
  have ansible python3 || return 0
  local venv=$AGENT_TOOLS/ansible-lint-$ANSIBLE_LINT_VERSION
  if [ ! -x "$venv/bin/ansible-lint" ]; then
    if ! python3 -m venv "$venv" || ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "ansible-lint==$ANSIBLE_LINT_VERSION" >"$WORK/log" 2>&1; then
      rm -rf "$venv"
      tail -n 1 "$WORK/log" 2>/dev/null || true
      without ansible "it needs python3 with venv, and ansible-lint $ANSIBLE_LINT_VERSION from its package index"
      return 0
    fi
  fi
  (
    cd "$ROOT/ansible"
    export PATH=$venv/bin:$PATH ANSIBLE_NOCOLOR=1 ANSIBLE_HOME=$WORK/ansible
    ansible-playbook --syntax-check -i localhost, telegraf.yml && ansible-lint --offline --nocolor -q .
  ) >"$WORK/log" 2>&1 || { cat "$WORK/log"; fail "the Ansible role"; }
}
