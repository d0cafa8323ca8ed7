#!/usr/bin/env python3
"""Writes documents of shapes on which tools go slow, each in two sizes, the second twice the first.

    Benchmarks/shapes.py FOLDER

Every shape is text that somebody could send in a pull request. The front matter makes each a PR/FAQ, so that all rules
look at it.
"""
import os
import sys

HEAD = "---\ndocument: prfaq\n---\n\n"
RELEASE = "# Press release\n\n## Headline\n\nRentwise adds up every bill of a shared flat\n\n"


def questions(count):
    return "".join(f"### Why does question {i} matter?\n\nIt costs {i} pounds a month.\n\n" for i in range(count))


# Name, repetitions of the smaller size, and what makes the text.
SHAPES = [
    ("quotes", 40_000, lambda n: ">" * n + " a\n"),
    ("lists", 40_000, lambda n: "- " * n + "a\n"),
    ("items", 50_000, lambda n: "- an item of a list\n" * n),
    ("ordered", 50_000, lambda n: "1. an item of a list\n" * n),
    ("line", 500_000, lambda n: "word " * n + "\n"),
    ("word", 2_500_000, lambda n: "x" * n + "\n"),
    ("emphasis", 20_000, lambda n: "*a **a " * n + "\n"),
    ("links", 20_000, lambda n: "[a](" * n + "\n"),
    ("open-links", 20_000, lambda n: "[a](b" * n + "\n"),
    ("brackets", 40_000, lambda n: "[" * n + "\n"),
    ("images", 20_000, lambda n: "![" * n + "](x)" * n + "\n"),
    ("braces", 40_000, lambda n: "{" * n + "\n"),
    ("headings", 25_000, lambda n: "# Problem\n\n" * n),
    ("references", 10_000, lambda n: "".join(f"[r{i}]: https://example.com/{i}\n" for i in range(n))
     + "".join(f"[r{i}] " for i in range(n)) + "\n"),
    ("comments", 20_000, lambda n: "<!-- prfaq-disable-next-line writing/hype -->\n\nIt is seamless.\n\n" * n),
    ("questions", 10_000, lambda n: "## External FAQ\n\n" + questions(n)),
    ("needs", 10_000, lambda n: "## Customer needs\n\n" + "".join(
        f"- **N-{i}: A renter sees the bill.** At once.\n  - Priority: must\n" for i in range(n))),
    ("tables", 5_000, lambda n: "| Need | Priority |\n| --- | --- |\n| See the bill | must |\n\n" * n),
    ("quotations", 40_000, lambda n: "“We love it,” said Ann. " * n + "\n"),
    ("labels", 20_000, lambda n: "Problem: bills are late.\n" * n),
    ("placeholders", 40_000, lambda n: "[City] TBD\n" * n),
    ("dates", 40_000, lambda n: "05/07/2027 " * n + "\n"),
    ("hype", 50_000, lambda n: "seamless " * n + "\n"),
]


def write(folder):
    """Writes all shapes; returns (name, smaller file, larger file) for each."""
    os.makedirs(folder, exist_ok=True)
    made = []
    for name, count, text in SHAPES:
        paths = []
        for size in (1, 2):
            path = os.path.join(folder, f"{name}-{size}.md")
            with open(path, "w", encoding="utf-8") as file:
                file.write(HEAD + RELEASE + text(count * size))
            paths.append(path)
        made.append((name, *paths))
    return made


if __name__ == "__main__":
    write(sys.argv[1])
