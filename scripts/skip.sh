# shellcheck shell=bash
# What is said and done when a check cannot run here. Sourced by the scripts with checks.
#
#   TAGWATCH_STRICT=1              a check that cannot run has failed
#   TAGWATCH_MAY_SKIP="rules …"    unless it is named here

# skip CHECK WHY: says it; true when that is all right.
skip() {
  echo "SKIPPED: $2"
  [ "${TAGWATCH_STRICT:-}" = 1 ] || return 0
  case " ${TAGWATCH_MAY_SKIP:-} " in
    *" $1 "*) return 0 ;;
  esac
  echo "FAILED: nothing may be skipped here, and \"$1\" is not in TAGWATCH_MAY_SKIP"
  return 1
}
