#!/usr/bin/env bash
# Runs every migration up, down and up again on an empty database, and expects to find the same schema both times.
set -euo pipefail
cd "$(dirname "$0")/.."

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
database=$folder/check.sqlite

up() { for file in migrations/*.up.sql; do sqlite3 -bail "$database" <"$file"; done; }
down() {
  local files=(migrations/*.down.sql)
  for ((index = ${#files[@]} - 1; index >= 0; index--)); do sqlite3 -bail "$database" <"${files[index]}"; done
}
schema() { sqlite3 "$database" .schema; }

up
first=$(schema)
down
[ -z "$(schema)" ] || { echo "The down scripts leave this behind:" >&2; schema >&2; exit 1; }
up
[ "$first" = "$(schema)" ] || { echo "The second time up gives another schema." >&2; exit 1; }
echo "migrations: up, down and up again"
