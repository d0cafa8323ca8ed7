#!/usr/bin/env bash
# Proves what `make dist deb` made: the archive runs and is pinned by its checksum, the package passes lintian, installs
# into a clean root folder and runs there with nothing else in it.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:-.build/release/prfaq}
step() { printf '== %s\n' "$*"; }
fail() { printf 'check.sh: %s\n' "$*" >&2; exit 1; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$("$binary" --version)
machine=$(uname -m)

step "the archive, twice the same bytes"
archive=$(Packaging/dist.sh "$binary")
first=$(sha256sum < "$archive")
Packaging/dist.sh "$binary" >/dev/null
[ "$first" = "$(sha256sum < "$archive")" ] || fail "two archives of one binary differ"
(cd dist && sha256sum --check --quiet "$(basename "$archive").sha256")
tar -xzf "$archive" -C "$work"
[ "$("$work/prfaq-$version-linux-$machine/bin/prfaq" --version)" = "$version" ] || fail "the unpacked binary does not run"
bash -n "$work/prfaq-$version-linux-$machine/share/bash-completion/completions/prfaq"

step "the pinned binary: fetched once, checked, run; a changed archive is refused"
mkdir -p "$work/releases/v$version"
cp "$archive" "$work/releases/v$version/"
printf 'version %s\nreleases file://%s\n%s %s\n' "$version" "$work/releases" "$machine" "$(cut -d ' ' -f 1 "$archive.sha256")" \
  > "$work/pins.txt"
pinned() { PRFAQ_PINS="$work/pins.txt" PRFAQ_CACHE="$work/$1" Packaging/prfaq-pinned --version; }
[ "$(pinned cache)" = "$version" ] || fail "the pinned binary does not run"
printf x >> "$work/releases/v$version/$(basename "$archive")"
[ "$(pinned cache)" = "$version" ] || fail "the cache is not used"
if pinned other 2> "$work/errors"; then fail "an archive with a wrong checksum was run"; fi
grep -q "is not the one that is pinned" "$work/errors" || fail "the checksum is not named: $(cat "$work/errors")"
[ -z "$(ls "$work/other")" ] || fail "something was left behind: $(ls "$work/other")"

step "the Debian package: lintian"
package=$(Packaging/deb.sh "$binary")
lintian --allow-root --fail-on error,warning --tag-display-limit 0 "$package"

step "the Debian package: in a clean root folder"
root=$work/root
mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
: > "$root/var/lib/dpkg/status"
dpkg --root="$root" --force-script-chrootless --log=/dev/null -i "$package" >/dev/null
if [ "$(id -u)" = 0 ]; then
  mkdir "$root/work" "$root/proc"
  cp Samples/flawed/prfaq.md "$root/work/"
  # Swift's runtime asks /proc for the path of the program; the mount is gone with the process that made it.
  # shellcheck disable=SC2016 # The inner shell puts them in.
  inside() { unshare --mount sh -c 'mount -t proc proc "$0/proc" && exec chroot "$0" /usr/bin/prfaq "$@"' "$root" "$@"; }
  [ "$(inside --version)" = "$version" ] || fail "it does not run in an empty root"
  status=0
  inside lint /work/prfaq.md > "$work/out" || status=$?
  [ "$status" = 1 ] || fail "lint in an empty root ended with $status"
fi

step "the manual page, without warnings"
MANROFFSEQ='' man --warnings -E UTF-8 -l "$root/usr/share/man/man1/prfaq.1.gz" > "$work/page" 2> "$work/warnings"
[ ! -s "$work/warnings" ] || fail "$(cat "$work/warnings")"
grep -q 'prfaq lint' "$work/page" || fail "the manual page does not speak of lint"
echo "All of it holds."
