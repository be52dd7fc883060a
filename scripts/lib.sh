# shellcheck shell=bash
# What run, test and setup share: where things are, how progress is shown, how a failure is told.

# The folder of this checkout, whatever the caller's working directory and however many spaces it has.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
state="$root/.data"
logs="$state/logs"
stamps="$state/stamps"
# shellcheck disable=SC2034  # read by the scripts that source this file
web="$root/TravelBuddy.Web"

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Build servers would outlive ./run by minutes, and it leaves nothing behind.
export UseSharedCompilation=false MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0

if ! command -v dotnet >/dev/null && [ -x "$HOME/.dotnet/dotnet" ]; then
  export DOTNET_ROOT="$HOME/.dotnet" PATH="$HOME/.dotnet:$PATH"
fi

say() { printf '%s\n' "$*" >&2; }

# fail WHAT [HOW-TO-MEND]...: says both and ends the script.
fail() {
  say ""
  say "✗ $1"
  shift
  local line
  for line in "$@"; do say "  $line"; done
  exit 1
}

interactive() { [ -t 0 ] && [ -t 2 ] && [ -z "${CI:-}" ]; }

# step TITLE LOG-NAME HOW-TO-MEND COMMAND…: runs the command with its output in .data/logs/LOG-NAME.log.
# The set-up lock (descriptor 9) is closed for it: what outlives an interrupted step must not keep the lock.
step() {
  local title=$1 log="$logs/$2.log" mend=$3 started=$SECONDS
  shift 3
  mkdir -p "$logs"
  printf '· %s …' "$title" >&2
  if "$@" >"$log" 2>&1 </dev/null 9>&-; then
    printf ' %s s\n' "$((SECONDS - started))" >&2
    return 0
  fi
  printf ' failed\n\n' >&2
  tail -n 15 "$log" | sed 's/^/    /' >&2
  fail "$title: failed." "$mend" "The whole output is in $log"
}

# digest PATH…: one hash over names and contents of all files below the paths, without what builds leave behind.
digest() {
  (cd "$root" && find "$@" \( -name bin -o -name obj -o -name node_modules -o -path '*/Internal/Generated' -o -path '*/wwwroot/lib' \) -prune \
    -o -type f -print0 | LC_ALL=C sort -z | xargs -0r sha256sum | sha256sum | cut -c1-64)
}

# has_own_database: whether a connection string is given. The environment, even an empty one, counts before appsettings.json, as in the app.
has_own_database() {
  if [ "${ConnectionStrings__TravelBuddy+set}" ]; then
    [ -n "$ConnectionStrings__TravelBuddy" ]
  else
    grep -Pzq '"ConnectionStrings"\s*:\s*\{[^}]*"TravelBuddy"\s*:\s*"[^"]' "$web/appsettings.json" 2>/dev/null
  fi
}

stamped() { [ "$(cat "$stamps/$1" 2>/dev/null)" = "$2" ]; }

stamp() { mkdir -p "$stamps" && printf '%s\n' "$2" >"$stamps/$1"; }
