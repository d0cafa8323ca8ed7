#!/usr/bin/env bash
# Puts load on a running service for 30 seconds; fails when an objective of ops/slo.yaml is missed.
# Settings: SERVICE_URL (http://127.0.0.1:8080) and API_TOKEN (local-token).
set -euo pipefail
cd "$(dirname "$0")/.."

API_TOKEN=${API_TOKEN:-local-token} locust --locustfile perf/locustfile.py --headless --only-summary \
  --users 20 --spawn-rate 10 --run-time "${DURATION:-30s}" --host "${SERVICE_URL:-http://127.0.0.1:8080}"
