#!/usr/bin/env bash
# Lays out what is installed: binary, manual page, completions. usage: stage.sh BINARY FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$1
to=$2
install -D -m 755 "$binary" "$to/bin/prfaq"
mkdir -p "$to/share/man/man1" "$to/share/bash-completion/completions" "$to/share/zsh/vendor-completions" \
  "$to/share/fish/vendor_completions.d"
python3 Packaging/manual.py "$binary" > "$to/share/man/man1/prfaq.1"
# It is read by the shell, not run: no first line that names a program.
"$binary" completions bash | sed '1{/^#!/d}' > "$to/share/bash-completion/completions/prfaq"
"$binary" completions zsh > "$to/share/zsh/vendor-completions/_prfaq"
"$binary" completions fish > "$to/share/fish/vendor_completions.d/prfaq.fish"
