#!/usr/bin/env bash
# Holds action.yml, the hooks and the pipeline against their schemas, and looks for what could be abused in them.
# usage: check-actions.sh FOLDER-OF-TOOLS
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$1
"$tools/check-jsonschema" --builtin-schema vendor.github-actions action.yml
"$tools/check-jsonschema" --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci Packaging/gitlab.yml
"$tools/zizmor" --offline --no-progress action.yml
"$tools/shellcheck" Packaging/*.sh Packaging/prfaq-pinned .ci/run .ci/install-packages
"$tools/yamllint" -d '{extends: relaxed, rules: {line-length: disable}}' action.yml .pre-commit-hooks.yaml Packaging/gitlab.yml
