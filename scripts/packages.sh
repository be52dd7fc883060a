# shellcheck shell=bash
# What the machine must have, from the distribution: found by looking for the thing itself, so a machine that has it
# from elsewhere (PGDG, a Node of its own) is left alone. Sourced by scripts/setup.

minimum_postgres=15
minimum_node=18

# The newest PostgreSQL that can run a server here: prints its bin folder.
postgres_bin() {
  local bin version best='' best_version=0
  for bin in /usr/lib/postgresql/*/bin "$(dirname "$(command -v postgres || echo /nowhere/postgres)")"; do
    if [ ! -x "$bin/postgres" ] || [ ! -x "$bin/initdb" ] || [ ! -x "$bin/pg_ctl" ]; then continue; fi
    version=$("$bin/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
    if [ "$version" -ge "$minimum_postgres" ] && [ "$version" -gt "$best_version" ]; then best=$bin best_version=$version; fi
  done
  [ -n "$best" ] && printf '%s\n' "$best"
}

postgres_major() { "$1/postgres" --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/'; }

node_is_new_enough() {
  command -v node >/dev/null && command -v npm >/dev/null &&
    [ "$(node --version | sed -E 's/^v([0-9]+).*/\1/')" -ge "$minimum_node" ]
}

# A family of fonts with all Vietnamese letters, for the pictures that the app draws.
has_fonts() {
  [ -e /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf ] || [ -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ]
}

has_icu() { ldconfig -p 2>/dev/null | grep -q libicuuc || /sbin/ldconfig -p 2>/dev/null | grep -q libicuuc; }

# The package of whichever ICU the release has; its development package, which depends on it, where the lists are not there yet.
icu_package() { apt-cache pkgnames libicu 2>/dev/null | grep -E '^libicu[0-9]+$' | sort -V | tail -n 1 | grep . || echo libicu-dev; }

browser() { command -v chromium || command -v chromium-browser || command -v google-chrome; }

candidate() { apt-cache policy "$1" 2>/dev/null | sed -nE 's/^ *Candidate: (.*)/\1/p' | grep -v '(none)'; }

# as_root COMMAND…: as it is for root, through sudo for everyone else.
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# Asks for sudo's password once, in the foreground, because the steps run with their output in a file.
need_root_for() {
  if [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }; then return; fi
  if command -v sudo >/dev/null && interactive; then
    say "· To install $* your password is needed (sudo)."
    if sudo -v; then return; fi
  fi
  fail "These packages are missing, and installing them needs an administrator: $*" \
    "Ask one to run '$root/scripts/setup --machine --tests' as root, or, by hand:" \
    "  apt-get update && apt-get install -y --no-install-recommends $*" \
    "and pgvector 0.8 or newer for PostgreSQL (Debian 13, PGDG: postgresql-NN-pgvector). Then start again."
}

apt_ready=''
apt_update_once() {
  if [ -n "$apt_ready" ]; then return; fi
  step "Reading the distribution's package lists" apt-update \
    "Check this machine's network and its apt sources (apt-get update must work)." as_root apt-get update
  apt_ready=yes
}

apt_install() {
  step "Installing $*" apt-install "Run 'apt-get install $*' by hand to see more; a full disk and a held dpkg lock are the usual reasons." \
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# Debian makes and starts a cluster when a server package is first installed. Ours is under .data/, so it is told not
# to, for this one installation: the drop-in goes away again, and clusters that exist are not touched.
install_postgres() {
  local folder=/etc/postgresql-common/createcluster.d
  as_root mkdir -p "$folder"
  # shellcheck disable=SC2064  # the folder's name is meant to be filled in now
  trap "as_root rm -f '$folder/zz-travelbuddy.conf'; as_root rmdir --ignore-fail-on-non-empty '$folder'" EXIT
  echo "create_main_cluster = false" | as_root tee "$folder/zz-travelbuddy.conf" >/dev/null
  apt_install postgresql
  as_root rm -f "$folder/zz-travelbuddy.conf"
  as_root rmdir --ignore-fail-on-non-empty "$folder"
  trap - EXIT
}

# install_packages [--tests]
install_packages() {
  local missing=() postgres_missing=""
  if [ "${1:-}" != --without-database ] && ! postgres_bin >/dev/null; then postgres_missing=postgresql; fi
  node_is_new_enough || missing+=(nodejs npm)
  has_fonts || missing+=(fonts-noto-core)
  if [ "${1:-}" = --tests ]; then browser >/dev/null || missing+=(chromium); fi
  if [ -z "$postgres_missing" ] && [ ${#missing[@]} = 0 ] && has_icu; then return; fi

  command -v apt-get >/dev/null || fail "This machine has no apt-get, and these are missing: $postgres_missing ${missing[*]}" \
    "Install PostgreSQL $minimum_postgres+ with pgvector 0.8+, Node $minimum_node+ and npm, or use compose.yaml."
  local icu=''
  has_icu || icu=$(icu_package)
  need_root_for $postgres_missing "${missing[@]}" $icu
  apt_update_once
  # Again, because the lists may only be there now.
  has_icu || missing+=("$(icu_package)")
  if [ -n "$postgres_missing" ]; then install_postgres; fi
  if [ ${#missing[@]} != 0 ]; then apt_install "${missing[@]}"; fi
  [ "${1:-}" = --without-database ] || postgres_bin >/dev/null || fail "The distribution's PostgreSQL is older than $minimum_postgres." \
    "Add the PostgreSQL project's own packages (PGDG) for this distribution and start again."
  node_is_new_enough || fail "The distribution's Node is older than $minimum_node, or npm is missing." "Install Node $minimum_node or newer with npm, and start again."
}
