# shellcheck shell=bash
# pgvector 0.8 or newer for the PostgreSQL that is used: the distribution's package where it has one, otherwise built
# from Debian's own source package of a newer suite. Sourced by scripts/setup after packages.sh.

minimum_pgvector=0.8

at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# has_pgvector BIN: the version comes from the control file, which is what CREATE EXTENSION reads.
has_pgvector() {
  local share version
  share=$("$1/pg_config" --sharedir 2>/dev/null) || share="/usr/share/postgresql/$(postgres_major "$1")"
  version=$(sed -nE "s/^default_version *= *'([^']*)'.*/\1/p" "$share/extension/vector.control" 2>/dev/null)
  [ -n "$version" ] && at_least "$version" "$minimum_pgvector"
}

install_pgvector() {
  local bin major package version
  bin=$(postgres_bin)
  if has_pgvector "$bin"; then return; fi
  major=$(postgres_major "$bin")
  package="postgresql-$major-pgvector"
  command -v apt-get >/dev/null || fail "pgvector $minimum_pgvector or newer is missing for PostgreSQL $major." "Install it into $bin's PostgreSQL and start again."
  need_root_for "$package"
  apt_update_once
  version=$(candidate "$package" || true)
  if [ -n "$version" ] && at_least "$version" "$minimum_pgvector"; then
    apt_install "$package"
  else
    build_pgvector "$bin" "$major"
  fi
  has_pgvector "$bin" || fail "pgvector was installed, but PostgreSQL $major does not find it." \
    "Several PostgreSQL installations may be mixed up: see $bin/pg_config --sharedir."
}

# Debian's mirror as this machine reaches it: apt itself resolves .sources and .list files, mirror lists and proxies.
debian_mirror() {
  # shellcheck disable=SC2016  # apt fills these in, not the shell
  apt-get indextargets --format '$(REPO_URI)|$(LABEL)|$(COMPONENT)' 'Created-By: Packages' | sed -nE 's/^(.*)\|Debian\|main$/\1/p' | head -n 1
}

# fetch_source FOLDER MIRROR: downloads the source package with a temporary apt configuration; apt checks the archive's
# signature and the files' hashes as always, and this machine's own sources stay as they are.
fetch_source() {
  local folder=$1 mirror=$2 suite keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  local apt=(apt-get -o Dir::Etc::sourcelist=/dev/null -o "Dir::Etc::sourceparts=$folder/etc" -o "Dir::State::lists=$folder/lists"
    -o "Dir::Cache=$folder/cache" -o APT::Sandbox::User="$(id -un)")
  mkdir -p "$folder/etc" "$folder/lists/partial" "$folder/cache/archives/partial" "$folder/source"
  for suite in trixie sid; do
    {
      printf 'Types: deb-src\nURIs: %s\nSuites: %s\nComponents: main\n' "$mirror" "$suite"
      if [ -e $keyring ]; then printf 'Signed-By: %s\n' $keyring; fi
    } >"$folder/etc/newer.sources"
    if "${apt[@]}" update && (cd "$folder/source" && "${apt[@]}" source pgvector); then return 0; fi
  done
  return 1
}

build_pgvector() {
  local bin=$1 major=$2 mirror folder source
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || fail "No package of pgvector $minimum_pgvector or newer for PostgreSQL $major, and no Debian mirror among the apt sources to build it from." \
    "Add the PostgreSQL project's own packages (PGDG), which have postgresql-$major-pgvector, and start again."
  # The archive's keyring is brought up to date because an old one does not know the newer suite's key.
  apt_install "postgresql-server-dev-$major" gcc make libc6-dev dpkg-dev debian-archive-keyring
  folder=$(mktemp -d "${TMPDIR:-/tmp}/travelbuddy-pgvector.XXXXXX")
  step "Fetching pgvector's source package from Debian" pgvector-source "The Debian mirror in this machine's apt sources must be reachable and carry trixie or sid." \
    fetch_source "$folder" "$mirror"
  source=$(find "$folder/source" -mindepth 1 -maxdepth 1 -type d -name 'pgvector-*' | head -n 1)
  # OPTFLAGS is emptied because upstream tunes for the building machine's own processor.
  step "Building pgvector from Debian's source (a few seconds to a minute)" pgvector-build "The compiler's message above says what it lacked." \
    make -C "$source" -j2 OPTFLAGS= with_llvm=no PG_CONFIG="$bin/pg_config"
  step "Installing pgvector" pgvector-install "Installing writes below $("$bin/pg_config" --pkglibdir)." \
    as_root make -C "$source" install OPTFLAGS= with_llvm=no PG_CONFIG="$bin/pg_config"
  rm -rf "$folder" 2>/dev/null || as_root rm -rf "$folder"
}
