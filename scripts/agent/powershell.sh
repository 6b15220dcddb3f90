# shellcheck shell=bash
# The form of the installer for Windows. PowerShell itself is not in the package registries; its grammar for tree-sitter is.
# Sourced by ../agent-checks.sh.

check_powershell() {
  step "the installer for Windows is PowerShell"
  have powershell python3 || return 0
  local venv=$AGENT_TOOLS/powershell-$POWERSHELL_GRAMMAR_VERSION
  if [ ! -x "$venv/bin/python" ]; then
    if ! python3 -m venv "$venv" || ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check "tree-sitter==$TREE_SITTER_VERSION" "tree-sitter-powershell==$POWERSHELL_GRAMMAR_VERSION" >"$WORK/log" 2>&1; then
      rm -rf "$venv"
      tail -n 1 "$WORK/log" 2>/dev/null || true
      without powershell "it needs python3 with venv, and tree-sitter-powershell $POWERSHELL_GRAMMAR_VERSION from its package index"
      return 0
    fi
  fi
  "$venv/bin/python" "$ROOT/scripts/agent/powershell.py" "$FILES/install.ps1" >"$WORK/log" || { cat "$WORK/log"; fail "install.ps1"; }
  sed 's/^} else/else/; $s/$/)/' "$FILES/install.ps1" >"$WORK/broken.ps1"
  if "$venv/bin/python" "$ROOT/scripts/agent/powershell.py" "$WORK/broken.ps1" >/dev/null; then fail "a broken script counts as PowerShell"; fi
}
