#!/usr/bin/env python3
"""Compares the instructions of three fixed runs with those recorded: a regression shows on however busy a machine.

    Benchmarks/check.py BINARY FOLDER            fails where a run takes more than 5 % above what is recorded
    Benchmarks/check.py BINARY FOLDER --record   records what the runs take now

Counted by valgrind's callgrind. The numbers hold for one compiler; record anew when it changes.
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
RECORD = os.path.join(HERE, "instructions.json")
LIMIT = 1.05


def instructions(command):
    """Instructions executed by a command."""
    run = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command], capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", run.stderr)
    if run.returncode not in (0, 1) or not found:
        sys.exit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr}")
    return int(found.group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("folder")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is missing: apt-get install valgrind")
    corpus = os.path.join(options.folder, "corpus-100")
    if not os.path.isdir(corpus):
        subprocess.run([sys.executable, os.path.join(HERE, "corpus.py"), corpus, "100"], check=True)
    one = os.path.join(corpus, "team00", "prfaq-00000.md")
    runs = {
        "lint, 100 documents": ["lint", "--fail-on", "never", "--format", "concise", corpus],
        "lint, one document": ["lint", "--fail-on", "never", "--format", "json", one],
        "outline, one document": ["outline", one],
    }
    recorded = {}
    if os.path.exists(RECORD):
        with open(RECORD, encoding="utf-8") as file:
            recorded = json.load(file)
    counts, slower = {}, []
    for name, arguments in runs.items():
        counts[name] = count = instructions([options.binary, *arguments])
        line = f"{name}: {count / 1e6:.1f} million instructions"
        if name in recorded and not options.record:
            line += f", {(count / recorded[name] - 1) * 100:+.1f} %"
            if count > recorded[name] * LIMIT:
                slower.append(name)
        print(line, flush=True)
    if options.record:
        with open(RECORD, "w", encoding="utf-8") as file:
            json.dump(counts, file, indent=2)
            file.write("\n")
    elif set(recorded) != set(runs):
        sys.exit("Nothing is recorded for some runs: add --record.")
    if slower:
        sys.exit(f"Slower by more than 5 %: {', '.join(slower)}. If that is meant, run with --record.")


if __name__ == "__main__":
    main()
