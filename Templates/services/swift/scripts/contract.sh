#!/usr/bin/env bash
# Starts the service on an empty database and asks it everything its contract says, and much that it does not.
# Schemathesis comes from scripts/requirements.txt; its settings are in schemathesis.toml.
set -euo pipefail
cd "$(dirname "$0")/.."
<%if not operations%>

echo "The contract has no operation yet; there is nothing to ask."
exit 0
<%else%>

export PORT=${PORT:-8080} LOG_LEVEL=error API_TOKENS=local=local-token API_TOKEN=local-token
folder=$(mktemp -d)
export DATABASE_PATH=$folder/contract.sqlite
swift build
service=$(swift build --show-bin-path)/<%service.slug:slug%>
"$service" migrate up
"$service" serve &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server"; rm -rf "$folder"' EXIT
for _ in {1..50}; do
  if (exec 3<>"/dev/tcp/127.0.0.1/$PORT") 2>/dev/null; then break; fi
  sleep 0.1
done
schemathesis run api/openapi.yaml --url "http://127.0.0.1:$PORT" --seed 1 --max-examples 50
<%end%>
