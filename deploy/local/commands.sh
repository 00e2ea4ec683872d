# What the commands in deploy/ share; each of them reads this file first. POSIX sh, no tools beyond the usual ones.
set -eu

command=deploy/$(basename "$0")
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
services="referral-service directory-service feedback-service notification-service gateway"
state=.footbridge
jvm="-Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1"

die() { echo "$command: $*" >&2; exit 1; }

java_home=$(./mvnw --print-java-home) || exit 1 # mvnw has said what to install

running() { # does the supervisor live?
  pid=$(sed -n 's/^pid=//p' $state/control.properties 2>/dev/null) && [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null
}

# Is something of module $1, or of what it is built from, newer than its jar? A jar that Maven found up to date keeps
# its old time, hence the stamp beside it.
stale() {
  case $1 in
    deploy/*) set -- "$1" "$1"/target/deploy-*.jar ;;
    *) set -- "$1" "$1"/target/quarkus-app/quarkus-run.jar ;;
  esac
  [ -e "$2" ] || return 0
  stamp=$1/target/built.stamp
  [ -e "$stamp" ] || stamp=$2
  sources=$(ls -d pom.xml common/*/pom.xml common/*/src/main deploy/local/pom.xml deploy/local/src/main "$1/pom.xml" "$1/src/main" 2>/dev/null)
  case $1 in deploy/*) ;; *) sources=$(echo "$sources" | grep -v '^deploy/') ;; esac
  # shellcheck disable=SC2086 # a list of paths without blanks
  [ -n "$(find $sources -newer "$2" -newer "$stamp" | head -n 1)" ]
}

build() { # builds those of the given modules that need it
  modules=
  for module in "$@"; do
    [ -f "$module/pom.xml" ] && stale "$module" && modules=$modules,$module
  done
  modules=${modules#,}
  [ -n "$modules" ] || return 0
  mkdir -p $state/logs
  log=$state/logs/build.log
  fetch_keycloak
  echo "building $(echo "$modules" | tr , ' ') (log: $log)"
  : > $log
  (
    seconds=0
    while sleep 10; do
      seconds=$((seconds + 10))
      echo "  ${seconds} s: $(sed -n 's/.*Building \([a-z-]*\) .*/\1/p' $log | tail -n 1)"
    done
  ) &
  ticker=$!
  trap 'kill $ticker 2>/dev/null || :' EXIT
  trap 'exit 130' INT TERM HUP
  ./mvnw -pl "$modules" -am package -Dmaven.test.skip -Dspotless.check.skip -Dcheckstyle.skip >>$log 2>&1 ||
    die "the build failed: $(grep -m 1 '^\[ERROR\]' $log || tail -n 1 $log) (more in $log)"
  kill $ticker 2>/dev/null || :
  trap - EXIT INT TERM HUP
  for module in $(echo "$modules" | tr , ' '); do touch "$module/target/built.stamp"; done
}

fetch_keycloak() { # apart from the build, which would be silent about 177 MB
  version=$(sed -n 's|.*<keycloak.version>\(.*\)</keycloak.version>.*|\1|p' pom.xml)
  [ ! -d "${HOME:-/}/.m2/repository/org/keycloak/keycloak-quarkus-dist/$version" ] || return 0
  echo "fetching Keycloak $version (177 MB, once)"
  scratch=$(mktemp -d)
  echo '<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version></project>' > "$scratch/pom.xml"
  quiet=
  [ -t 1 ] || quiet="-B -ntp" # the progress bar is for people
  # outside the project, whose settings switch the progress off
  # shellcheck disable=SC2086
  MAVEN_OPTS="${MAVEN_OPTS:-} -Dorg.slf4j.simpleLogger.defaultLogLevel=warn" ./mvnw -f "$scratch/pom.xml" $quiet \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get -Dtransitive=false \
    -Dartifact="org.keycloak:keycloak-quarkus-dist:$version:zip" ||
    die "could not fetch Keycloak $version"
  rm -rf "$scratch"
}

# Runs a main class of module $1 from a copy of our own jars in library $2: a build while the stack runs must not pull
# them from under it, so those of the supervisor are copied only while there is none.
run() {
  module=$1
  library=$root/$state/lib/$2
  shift 2
  if ! running || [ "$library" != "$root/$state/lib/commands" ] || [ ! -d "$library" ]; then
    mkdir -p "$library"
    rm -f "$library"/*.jar
    tr : '\n' < "$module/target/classpath.txt" | grep "^$root/" | while IFS= read -r jar; do cp "$jar" "$library/"; done
    cp "$root/$module"/target/deploy-*.jar "$library/"
  fi
  others=$(tr : '\n' < "$module/target/classpath.txt" | grep -v "^$root/" | tr '\n' :)
  # shellcheck disable=SC2086 # options without blanks
  exec "$java_home/bin/java" $jvm "-Dfootbridge.root=$root" -cp "$library/*:$others" "$@"
}
