#!/usr/bin/env bash
# Format, build and all tests. results-swift-testing.xml is for `prfaq trace --test-results`.
set -euo pipefail
cd "$(dirname "$0")/.."

swift format lint --strict --recursive Package.swift Sources Tests
swift build --build-tests
swift test --skip-build --xunit-output results.xml
