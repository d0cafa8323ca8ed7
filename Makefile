# Two commands do: `make run` builds prfaq and shows it at work, `make test` runs all tests.
# What is missing from Debian is installed first, with sudo when not root.

PREFIX ?= /usr/local
# What the program is built with.
PACKAGES := libcmark-dev libyaml-dev libsodium-dev libexpat1-dev
# What only tests need: goldmark ships the examples of the CommonMark specification, which the reader's tests run; the
# Python packages check the schema of the configuration.
TEST_PACKAGES := golang-github-yuin-goldmark-dev python3-venv python3-jsonschema python3-yaml
# A browser looks at reports, and Graphviz reads graphs; where they cannot be had, their tests say so and are skipped.
OPTIONAL_PACKAGES := graphviz chromium poppler-utils fonts-liberation2
# What `make dist-check` needs besides.
DIST_PACKAGES := dpkg-dev lintian man-db
BINARY := .build/release/prfaq
# Swift finds generic types by their names when they are first used, and looks through all conformances in the program for
# what they require; to have the compiler tell it saves a third of the time to start.
NAMED_TYPES := -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
# One self-contained file: Swift's runtime, libcmark, libyaml and libsodium inside, symbols left out.
RELEASE := -c release --product prfaq --static-swift-stdlib -Xswiftc -static-executable -Xlinker -s $(NAMED_TYPES)

.DEFAULT_GOAL := build
.PHONY: setup setup-tests dist deb dist-check actions-check tools build run test test-stubs install fuzz bench bench-check lint-self
.PHONY: format readme docs

setup:
	@command -v swift >/dev/null || { echo "prfaq is built with Swift 6.2 or later; see https://www.swift.org/install" >&2; exit 1; }
	@.ci/install-packages $(PACKAGES)

setup-tests: setup
	@.ci/install-packages $(TEST_PACKAGES)
	@.ci/install-packages $(OPTIONAL_PACKAGES) || echo "Without $(OPTIONAL_PACKAGES) some tests are skipped." >&2

# Python tools of the tests, at fixed versions; made anew when the list changes.
tools: setup-tests .build-tools/venv/.done

.build-tools/venv/.done: Tests/tools/requirements.txt
	rm -rf .build-tools/venv
	python3 -m venv .build-tools/venv
	.build-tools/venv/bin/pip install --quiet --disable-pip-version-check --requirement Tests/tools/requirements.txt
	touch $@

build: setup
	swift build $(RELEASE)

# The flawed sample has findings on purpose; they are not a failure here.
run: build
	$(BINARY) outline Samples/consumer/prfaq.md
	@echo
	$(BINARY) lint --fail-on never Samples/flawed/prfaq.md

test: setup-tests tools
	swift format lint --strict --recursive Package.swift Sources Tests Plugins
	swift build --build-tests
	swift test --skip-build

# Makes services with the built command and runs each as its team would; 15 minutes the first time, for their dependencies.
test-stubs: .build-tools/stubs/.done
	$(MAKE) --no-print-directory setup PACKAGES="$(PACKAGES) libsqlite3-dev sqlite3 curl"
	swift build --product prfaq
	Tests/stubs/run .build/debug/prfaq .build-tools/stubs

# The tools are those a generated service checks itself with.
.build-tools/stubs/.done: Templates/services/base/scripts/requirements.txt Tests/stubs/constraints.txt | setup
	rm -rf .build-tools/stubs
	python3 -m venv .build-tools/stubs
	.build-tools/stubs/bin/pip install --quiet --disable-pip-version-check \
	  --requirement Templates/services/base/scripts/requirements.txt --constraint Tests/stubs/constraints.txt
	touch $@

# Not a dependency of build: `sudo make install` must not build as root.
install:
	@test -x $(BINARY) || { echo "Run make build first." >&2; exit 1; }
	install -D -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/prfaq"

# The release archive and the Debian package, into dist/.
dist: build
	Packaging/dist.sh $(BINARY)

deb: build
	@.ci/install-packages dpkg-dev
	Packaging/deb.sh $(BINARY)

# Both, installed and run in an empty root folder; the package checked by lintian.
dist-check: build
	@.ci/install-packages $(DIST_PACKAGES)
	Packaging/check.sh $(BINARY)

# The action, the hook and the pipeline that other repositories use; the tools are those of `make test-stubs`.
actions-check: .build-tools/stubs/.done
	Packaging/check-actions.sh .build-tools/stubs/bin

fuzz: setup
	Fuzz/run.sh

# Ratios to libcmark on the same files; ROUNDS and PARTS choose how many pairs of runs of what, see Benchmarks/bench.py.
# HUGE=1 grows to 50,000 documents, 600 MB on the disk.
bench: build .build-tools/bench/.done
	Benchmarks/bench.py $(BINARY) .build-tools/bench --rumdl .build-tools/bench/venv/bin/rumdl \
	  $(if $(ROUNDS),--rounds $(ROUNDS)) $(if $(HUGE),--huge) $(PARTS)

# Instructions of three fixed runs against those recorded; `make bench-check RECORD=1` records them.
bench-check: build
	@command -v valgrind >/dev/null || $(MAKE) --no-print-directory setup PACKAGES=valgrind
	Benchmarks/check.py $(BINARY) .build-tools/bench $(if $(RECORD),--record)

# rumdl lints Markdown; it runs beside prfaq for reference.
.build-tools/bench/.done:
	python3 -m venv .build-tools/bench/venv
	.build-tools/bench/venv/bin/pip install --quiet --disable-pip-version-check rumdl==0.3.0
	touch $@

# The project's complete samples pass its own linter.
lint-self: build
	for folder in $(filter-out Samples/flawed/ Samples/organization/,$(wildcard Samples/*/)); do \
	  $(BINARY) lint --fail-on warning $$folder || exit 1; \
	done
	$(BINARY) lint --fail-on warning Samples/warehouse --catalog Samples/organization

format:
	swift format --in-place --recursive Package.swift Sources Tests Plugins

# Writes the page on all rules, out of the rules.
docs: setup
	swift build --product prfaq
	.build/debug/prfaq rules --format markdown > docs/rules.md

# Writes the output of the commands README.md shows below them; read the difference before you commit it.
readme: setup
	swift build --product prfaq
	.ci/update-readme .build/debug/prfaq
