#!/bin/sh
# Feeds the Markdown reader with random bytes and checks the invariants of every tree.
#
# Usage: Fuzz/run.sh [seconds]   (60 when left out)
# Exit status 1 when an input was found that breaks one; it is then kept in Fuzz/found/.
set -eu
seconds=${1:-60}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/src" "$work/corpus" "$root/Fuzz/found"

# One module of everything is the simplest thing libFuzzer can be linked with, so the imports of the package's own
# modules go.
for file in "$root"/Sources/SourceText/*.swift "$root"/Sources/MarkdownTree/*.swift \
  "$root"/Tests/MarkdownTreeTests/Invariants.swift "$root"/Fuzz/*.swift; do
  sed -E '/^(public |internal |@testable )?import (SourceText|MarkdownTree)$/d' "$file" >"$work/src/$(basename "$file")"
done
swiftc -sanitize=fuzzer -parse-as-library -O -wmo -module-name MarkdownFuzz \
  -enable-upcoming-feature InternalImportsByDefault -I "$root/Sources/CCMark" \
  "$work"/src/*.swift -o "$work/fuzz"

# Seeds: the examples of the CommonMark specification, plain and as parts of containers.
python3 - "$work/corpus" <<'PYTHON'
import json, os, sys
path = "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json"
examples = json.load(open(path)) if os.path.exists(path) else []
for example in examples:
    text = example["markdown"]
    nested = "> - " + text.replace("\n", "\n>   ")
    for name, content in (("a", text), ("b", nested), ("c", text.replace("\n", "\r\n"))):
        with open(f"{sys.argv[1]}/{example['example']}{name}", "w", newline="") as out:
            out.write(content)
PYTHON

cd "$work"
SWIFT_BACKTRACE=enable=no ./fuzz -max_total_time="$seconds" -max_len=256 -timeout=10 -print_final_stats=1 \
  -artifact_prefix="$root/Fuzz/found/" -verbosity=1 corpus 2>log || {
  sed -n '/Fatal error/,/^==/p' log | head -20
  grep -E 'Test unit written|timeout|out-of-memory' log
  exit 1
}
rmdir "$root/Fuzz/found" 2>/dev/null || true
grep -E 'stat::number_of_executed_units|Done' log
