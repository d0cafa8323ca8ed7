#!/usr/bin/env bash
# Checks all that is not code: contract, infrastructure, workflows, scripts, image, migrations.
# The tools come from scripts/requirements.txt.
set -euo pipefail
cd "$(dirname "$0")/.."

<%if operations%>
openapi-spec-validator api/openapi.yaml
<%else%>
openapi-spec-validator api/openapi.yaml # it has no operation yet
<%end%>
cfn-lint infra/service.yaml infra/pipeline.yaml
check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml
zizmor --offline --quiet .github
yamllint --strict .
shellcheck scripts/*.sh
hadolint Dockerfile
scripts/check-migrations.sh
