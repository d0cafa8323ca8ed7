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


def each(count, text):
    """A text once for each number; `{t}` is one of fifty."""
    return "".join(text.format(i=i, t=i % 50) for i in range(count))


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
    ("bold-lines", 8_000, lambda n: each(n, "**Why does thing {i} matter?**\nIt costs {i} pounds.\n")),
    ("markers", 8_000, lambda n: "<!-- prfaq: problem -->\n\n" * n + "Bills are late and nobody knows.\n\n" * n),
    ("faqs", 8_000, lambda n: each(n, "## External FAQ\n\n### Why {i}?\n\nTo go.\n\n")),
    ("services", 5_000, lambda n: "## Services\n\n" + each(n, "- **Service {i}** (owned by Team {t})\n"
     "  - Calls: Service {i}0\n  - API: GET /v{i}\n  - Stores: db{i}\n")),
    ("calls", 10_000, lambda n: "## Services\n\n- **Hub** (owned by Core)\n  - Calls: " + each(n, "Svc{i}, ")
     + "Svc0\n" + each(n, "- **Svc{i}** (owned by Core)\n")),
    ("apis", 10_000, lambda n: "## Services\n\n- **Hub** (owned by Core)\n  - API: " + each(n, "GET /a{i}, ")
     + "GET /\n  - Stores: " + each(n, "db{i}, ") + "db\n"),
    ("rows", 10_000, lambda n: "## Customer needs\n\n| ID | Need | Priority |\n| --- | --- | --- |\n"
     + each(n, "| N-{i} | See bill {i} | must |\n")),
    ("metrics", 8_000, lambda n: "## Success metrics\n\n"
     + each(n, "- **M-{i}: Bills late {i}.** Down.\n  - Baseline: {i}\n  - Target: 2\n")),
    ("cites", 8_000, lambda n: "## Customer needs\n\n" + each(n, "- **N-{i}: See {i}.** [N-{i}0]\n")
     + "\n## FAQ\n\n" + each(n, "### Why [N-{i}]?\n\nSo.\n\n")),
    ("depends", 5_000, lambda n: "## Customer needs\n\n" + each(n, "- **N-{i}: See {i}.**\n"
     "  - Depends on: N-{i}0\n  - Measured by: M-{i}\n  - Served by: Svc {i}\n")),
    ("mistyped", 8_000, lambda n: "## Customer needs\n\n" + each(n, "- **N-{i}: See {i}.**\n  - Prioritty: must\n")),
    ("switches", 8_000, lambda n: "## Customer needs\n\n" + each(n, "<!-- prfaq:off -->\n\n- **N-{i}: x y**\n\n"
     "<!-- prfaq:on -->\n\n- **N-{i}0: A z**\n\n")),
    ("inline-comments", 30_000, lambda n: "a <!-- prfaq-disable-line writing/hype --> b " * n + "\n"),
    ("block-quote", 10_000, lambda n: "> “We love it very much, every single day of it.”\n>\n" * n + "> x\n"),
    ("tokens", 10_000, lambda n: "[City] `x` *a* [l](u) " * n + "\n"),
    ("claims", 15_000, lambda n: "## Summary\n\n" + "Rentwise “adds” up every bill of the flat. " * n
     + "\n\n## Customer needs\n\n" + each(50, "- **N-{i}: See {i}.**\n")),
    ("facts", 8_000, lambda n: "## Problem\n\n" + each(n, "The price is {i} pounds per month. ") + "\n"),
    ("titles", 8_000, lambda n: "# PR/FAQ\n\n" * n + "## Problem\n\nx\n\n# PR/FAQ\n\n" * n),
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
