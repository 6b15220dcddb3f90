# shellcheck shell=bash
# Finds a JDK 25 or newer; sourced by ./tagwatch and ./run_tests.sh. Only bash itself is needed, so that a bare PATH is told
# what is missing in one sentence.

TAGWATCH_JDK=25

# Where JDKs usually live; TAGWATCH_JDK_FOLDERS (separated by colons, patterns allowed) replaces the list.
TAGWATCH_USUAL_FOLDERS='/usr/lib/jvm/*:/usr/java/*:/opt/java/*:/opt/jdk*:~/.sdkman/candidates/java/*:~/.jdks/*'
TAGWATCH_USUAL_FOLDERS+=':~/.asdf/installs/java/*:~/.local/share/mise/installs/java/*'
TAGWATCH_USUAL_FOLDERS+=':/Library/Java/JavaVirtualMachines/*/Contents/Home:~/Library/Java/JavaVirtualMachines/*/Contents/Home'
TAGWATCH_USUAL_FOLDERS+=':/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home'
TAGWATCH_USUAL_FOLDERS+=':/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home'

# jdk_major DIR: sets JDK_MAJOR to the version of the JDK in DIR; 0 when it holds none.
jdk_major() {
  local line
  JDK_MAJOR=0
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r line || [ -n "$line" ]; do
    case $line in
      JAVA_VERSION=*)
        line=${line#JAVA_VERSION=}
        line=${line//\"/}
        line=${line%%[!0-9]*}
        JDK_MAJOR=${line:-0}
        ;;
    esac
  done <"$1/release"
}

# usual_jdk: sets FOUND to a JDK in the usual folders, the wanted version before a newer one.
usual_jdk() {
  local patterns pattern folder newer=
  FOUND=
  IFS=: read -r -a patterns <<<"${TAGWATCH_JDK_FOLDERS-$TAGWATCH_USUAL_FOLDERS}"
  for pattern in "${patterns[@]}"; do
    pattern=${pattern/#\~/${HOME-}}
    local IFS=
    for folder in $pattern; do
      jdk_major "$folder"
      if [ "$JDK_MAJOR" -eq "$TAGWATCH_JDK" ]; then
        FOUND=$folder
        return 0
      elif [ "$JDK_MAJOR" -gt "$TAGWATCH_JDK" ]; then
        newer=$folder
      fi
    done
  done
  FOUND=$newer
}

# path_jdk: sets FOUND to the JDK of the java on PATH, if it is new enough.
path_jdk() {
  local line
  FOUND=
  command -v java >/dev/null 2>&1 || return 0
  while IFS= read -r line; do
    case $line in *java.home\ =\ *) FOUND=${line#*java.home = } ;; esac
  done < <(java -XshowSettings:properties -version 2>&1)
  jdk_major "$FOUND"
  [ "$JDK_MAJOR" -ge "$TAGWATCH_JDK" ] || FOUND=
}

# find_jdk: exports JAVA_HOME, or says in one line what to install and returns 2.
find_jdk() {
  jdk_major "${JAVA_HOME-}"
  [ "$JDK_MAJOR" -ge "$TAGWATCH_JDK" ] && export JAVA_HOME && return 0
  usual_jdk
  [ -n "$FOUND" ] || path_jdk
  if [ -z "$FOUND" ]; then
    echo "tagwatch: no JDK $TAGWATCH_JDK found; install one (https://adoptium.net, or: sdk install java $TAGWATCH_JDK-tem) and set JAVA_HOME to its folder." >&2
    return 2
  fi
  export JAVA_HOME=$FOUND
}

# find_maven: sets MVN, or says in one line what to install and returns 2.
find_maven() {
  MVN=$(command -v mvn) && return 0
  if [ -n "${MAVEN_HOME-}" ] && [ -x "$MAVEN_HOME/bin/mvn" ]; then
    MVN=$MAVEN_HOME/bin/mvn
    return 0
  fi
  echo "tagwatch: Maven is needed to build; install it (https://maven.apache.org, or your system's package maven) so that mvn is on the PATH." >&2
  return 2
}
