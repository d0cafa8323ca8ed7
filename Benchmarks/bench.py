#!/usr/bin/env python3
"""Measures prfaq against the yardstick: libcmark parsing the same files and walking every node (pw.c).

    Benchmarks/bench.py BINARY FOLDER [--rounds 5] [--huge] [--rumdl PATH] [NAME ...]

FOLDER holds what is generated and built: yardstick, corpus, portfolio, shapes. Without names, all parts run: corpus,
formats, cores, commands, start, big, growth, shapes. Runs are made in pairs, one after the other, and the median of
the ratios is told: it holds on a busy machine, where seconds do not.
"""
import argparse
import os
import shutil
import subprocess
import sys

import measure
import shapes

HERE = os.path.dirname(os.path.abspath(__file__))


def heading(text, *columns):
    print(f"\n{text}\n")
    print("| " + " | ".join(columns) + " |")
    print("| " + " | ".join("---" if index == 0 else "---:" for index in range(len(columns))) + " |")


def row(*cells):
    print("| " + " | ".join(cells) + " |", flush=True)


class Bench:
    def __init__(self, options):
        self.binary = os.path.abspath(options.binary)
        self.folder = os.path.abspath(options.folder)
        self.rounds = options.rounds
        self.huge = options.huge
        self.rumdl = options.rumdl
        os.makedirs(self.folder, exist_ok=True)
        self.pw = os.path.join(self.folder, "pw")
        subprocess.run(
            ["cc", "-O2", "-o", self.pw, os.path.join(HERE, "pw.c"), "-l:libcmark.a"], check=True)

    def made(self, name, *command):
        """A folder of generated files; made anew when it is not there."""
        path = os.path.join(self.folder, name)
        if not os.path.isdir(path):
            part = path + ".part"
            shutil.rmtree(part, ignore_errors=True)
            subprocess.run(
                [sys.executable, os.path.join(HERE, command[0]), part, *command[1:]], check=True,
                stdout=subprocess.DEVNULL)
            os.rename(part, path)
        return path

    def corpus_folder(self, count=5000):
        return self.made(f"corpus-{count}", "corpus.py", str(count))

    def lint(self, *arguments):
        return [self.binary, "lint", "--fail-on", "never", *arguments]

    def table(self, base, named, cores=1):
        cost, results = measure.paired(base, [command for _, command in named], self.rounds, cores)
        row("pw", f"{cost.cpu:.2f}", "1", f"{cost.wall:.2f}", f"{cost.peak:.0f}")
        for (name, _), (own, cpu, _) in zip(named, results):
            row(name, f"{own.cpu:.2f}", f"{cpu:.1f}", f"{own.wall:.2f}", f"{own.peak:.0f}")

    columns = ("", "CPU s", "times pw", "wall s", "peak MiB")

    def corpus(self):
        corpus = self.corpus_folder()
        heading("5,000 documents, 50.6 MB, one core", *self.columns)
        named = [("prfaq lint, all default rules", self.lint("--format", "concise", corpus))]
        if self.rumdl:
            named.append(("rumdl, all default rules, no cache", [self.rumdl, "check", "--no-cache", corpus]))
        self.table([self.pw, corpus], named)

    def formats(self):
        corpus = self.corpus_folder()
        heading("The same, by format", *self.columns)
        known = subprocess.run([self.binary, "lint", "--help"], capture_output=True, text=True, check=True).stdout
        names = [name for name in ("text", "concise", "json", "sarif", "github", "gitlab", "junit")
                 if name in known]
        self.table([self.pw, corpus],
                   [(f"prfaq lint --format {name}", self.lint("--format", name, corpus)) for name in names])

    def cores(self):
        corpus = self.corpus_folder()
        heading("The same, wall seconds on one core and on two", "", "one core", "two cores", "times faster")
        for name, command in (("pw -j", [self.pw]), ("prfaq lint", self.lint("--format", "concise"))):
            one, two, ratios = [], [], []
            for _ in range(self.rounds):
                jobs = ["-j", "2"] if name == "pw -j" else []
                one.append(measure.run([*command, corpus], 1))
                two.append(measure.run([*command, *jobs, corpus], 2))
                ratios.append(one[-1].wall / two[-1].wall)
            ratios.sort()
            row(name, f"{measure.Cost.median(one).wall:.2f}", f"{measure.Cost.median(two).wall:.2f}",
                f"{ratios[len(ratios) // 2]:.2f}")

    def commands(self):
        corpus = self.corpus_folder(500)
        files = sorted(os.path.join(top, name) for top, _, names in os.walk(corpus) for name in names)
        portfolio = self.made("portfolio", "portfolio.py", "--documents", "1000", "--teams", "500",
                              "--services", "5000")
        documents, catalog = os.path.join(portfolio, "documents"), os.path.join(portfolio, "catalog")
        heading("Other commands, one core", *self.columns)
        self.table([self.pw, corpus], [("prfaq outline, 500 documents", [self.binary, "outline", *files])])
        self.table([self.pw, documents], [
            ("prfaq trace, 1,000 documents, 5,000 services", [self.binary, "trace", documents, "--catalog", catalog]),
            ("prfaq lint with the catalogue", self.lint("--format", "concise", documents, "--catalog", catalog)),
            ("prfaq backlog export", [self.binary, "backlog", "export", documents]),
        ])

    def start(self):
        path = os.path.join(self.folder, "tiny.md")
        with open(path, "w", encoding="utf-8") as file:
            file.write("# PR/FAQ: Compass\n\n## Headline\n\nCompass finds the way home\n\n## FAQ\n\n### Why?\n\nTo go.\n")
        heading("Start on a file of ten lines, milliseconds", "", "CPU", "wall", "peak MiB")
        one = os.path.join(self.corpus_folder(), "team00", "prfaq-00000.md")
        named = [("pw", [self.pw, path]), ("prfaq --version", [self.binary, "--version"]),
                 ("prfaq lint", self.lint(path)), ("prfaq lint, one document of 10 kB", self.lint(one)),
                 ("prfaq lint, one document of 1 MB", self.lint(self.joined("megabyte.md", 1_000_000)))]
        for name, command in named:
            cost = measure.Cost.median([measure.run(command) for _ in range(self.rounds * 8)])
            row(name, f"{cost.cpu * 1000:.1f}", f"{cost.wall * 1000:.1f}", f"{cost.peak:.0f}")

    def joined(self, name, size):
        """One file of a size, made of documents of the corpus."""
        path = os.path.join(self.folder, name)
        if not os.path.exists(path):
            with open(path, "wb") as joined:
                for top, folders, names in os.walk(self.corpus_folder()):
                    folders.sort()
                    for name in sorted(names):
                        if joined.tell() < size:
                            with open(os.path.join(top, name), "rb") as file:
                                joined.write(file.read())
        return path

    def big(self):
        path = self.joined("big.md", 20_000_000)
        heading("One file of 20 MB, one core", *self.columns)
        self.table([self.pw, path], [("prfaq lint", self.lint("--format", "concise", path))])

    def growth(self):
        heading("Growth, one core", "documents", "CPU s", "times pw", "wall s", "peak MiB")
        for count in (500, 5000, 50000) if self.huge else (500, 5000):
            corpus = self.corpus_folder(count)
            _, [(own, cpu, _)] = measure.paired(
                [self.pw, corpus], [self.lint("--format", "concise", corpus)], max(3, self.rounds // 2))
            row(f"{count:,}", f"{own.cpu:.2f}", f"{cpu:.1f}", f"{own.wall:.2f}", f"{own.peak:.0f}")

    def shapes(self):
        heading("Shapes that make tools slow, one core", "", "kB", "CPU s", "times pw", "twice the size, times the CPU",
                "peak MiB")
        # What every run costs, however little it reads, would hide how time grows.
        empty = os.path.join(self.folder, "empty.md")
        open(empty, "w").close()
        rounds = 3
        start = measure.Cost.median([measure.run(self.lint(empty)) for _ in range(9)]).cpu
        bare = measure.Cost.median([measure.run([self.pw, empty]) for _ in range(9)]).cpu
        for name, small, large in shapes.write(os.path.join(self.folder, "shapes")):
            arguments = ("--format", "concise")
            base, results = measure.paired(
                [self.pw, large], [self.lint(*arguments, small), self.lint(*arguments, large)], rounds)
            (half, _, _), (full, _, _) = results
            ratio = max(full.cpu - start, 0) / max(base.cpu - bare, 0.002)
            growth = max(full.cpu - start, 0.001) / max(half.cpu - start, 0.001)
            row(name, f"{os.path.getsize(large) / 1000:.0f}", f"{full.cpu:.2f}", f"{ratio:.1f}", f"{growth:.1f}",
                f"{full.peak:.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("binary")
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--huge", action="store_true", help="grow to 50,000 documents (506 MB)")
    parser.add_argument("--rumdl", help="a linter to run beside, for reference")
    parser.add_argument("parts", nargs="*", metavar="NAME")
    options = parser.parse_intermixed_args()
    known = ("corpus", "formats", "cores", "commands", "start", "big", "growth", "shapes")
    for part in options.parts:
        if part not in known:
            parser.error(f"there is no part {part}; use {', '.join(known)}")
    bench = Bench(options)
    for part in options.parts or known:
        getattr(bench, part)()


if __name__ == "__main__":
    main()
