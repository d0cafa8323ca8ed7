#!/usr/bin/env bash
# Makes a Debian package out of the built binary: dist/prfaq_VERSION_ARCH.deb.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:-.build/release/prfaq}
[ -x "$binary" ] || { echo "Run make build first." >&2; exit 1; }
version=$("$binary" --version)
arch=$(dpkg --print-architecture)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
chmod 755 "$root"
Packaging/stage.sh "$binary" "$root/usr"
gzip -9n "$root/usr/share/man/man1/prfaq.1"
install -D -m 644 Packaging/debian/copyright "$root/usr/share/doc/prfaq/copyright"
gzip -9nc Packaging/debian/changelog > "$root/usr/share/doc/prfaq/changelog.gz"
chmod 644 "$root/usr/share/doc/prfaq/changelog.gz"
install -D -m 644 Packaging/debian/lintian-overrides "$root/usr/share/lintian/overrides/prfaq"
install -d -m 755 "$root/DEBIAN"
size=$(du -ks "$root/usr" | cut -f 1)
sed -e "s/@VERSION@/$version/; s/@ARCH@/$arch/; s/@SIZE@/$size/" Packaging/debian/control > "$root/DEBIAN/control"
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
find "$root" -type d -exec chmod 755 {} +
mkdir -p dist
# The date of the release, so that one binary gives one package.
SOURCE_DATE_EPOCH=$(date -d "$(dpkg-parsechangelog -l Packaging/debian/changelog -S Date)" +%s)
export SOURCE_DATE_EPOCH
find "$root" -exec touch --no-dereference -d "@$SOURCE_DATE_EPOCH" {} +
dpkg-deb --root-owner-group --build "$root" "dist/prfaq_${version}_$arch.deb" >/dev/null
echo "dist/prfaq_${version}_$arch.deb"
