#!/usr/bin/env bash
# Makes the release archive out of the built binary: dist/prfaq-VERSION-linux-MACHINE.tar.gz and its checksum.
# The same binary gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=${1:-.build/release/prfaq}
[ -x "$binary" ] || { echo "Run make build first." >&2; exit 1; }
version=$("$binary" --version)
name=prfaq-$version-linux-$(uname -m)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
Packaging/stage.sh "$binary" "$stage/$name"
install -m 644 README.md "$stage/$name/README.md"
mkdir -p dist
tar --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner -C "$stage" -cf - "$name" | gzip -9n > "dist/$name.tar.gz"
(cd dist && sha256sum "$name.tar.gz" > "$name.tar.gz.sha256")
echo "dist/$name.tar.gz"
