"""Reads values that were written for a format with that format's own parser.

Usage: round_trip.py CASES.json
CASES is {format: [[expected, written], ...]}. Prints one line for each value that does not come back; exit status 1
when there is any.
"""

import ast
import csv
import html.parser
import json
import sqlite3
import subprocess
import sys

import yaml


def yaml_list(written):
    return yaml.safe_load("\n".join("- " + value for value in written))


def yaml_keys(written):
    text = "".join(f"a{index}:\n  b: {value}\n" for index, value in enumerate(written))
    loaded = yaml.safe_load(text)
    return [loaded[f"a{index}"]["b"] for index in range(len(written))]


def yaml_comment(written):
    text = "".join(f"# Need: {value}\na{index}: 1\n" for index, value in enumerate(written))
    loaded = yaml.safe_load(text)
    return [value if loaded.get(f"a{index}") == 1 else None for index, value in enumerate(written)] if len(loaded) == len(
        written
    ) else [None] * len(written)


def substituted(written):
    return [value.replace("${!", "${") for value in yaml_list(written)]


def json_list(written):
    return json.loads("[" + ",".join(written) + "]")


def python_list(written):
    return [ast.literal_eval(value) for value in written]


def run_shell(shell, script):
    return subprocess.run([shell], input=script.encode(), capture_output=True, check=True).stdout.decode()


def shell_words(shell):
    def read(written):
        script = "".join(f"printf '%s\\0' {value}\n" for value in written)
        return run_shell(shell, script).split("\0")[:-1]

    return read


def shell_comment(written):
    script = "".join(f"# Need: {value}\nprintf '{index} '\n" for index, value in enumerate(written))
    seen = run_shell("bash", script).split()
    return [value if str(index) == seen[index] else None for index, value in enumerate(written)]


def sql_strings(written):
    connection = sqlite3.connect(":memory:")
    return [connection.execute("SELECT " + value).fetchone()[0] for value in written]


def sql_comment(written):
    connection = sqlite3.connect(":memory:")
    script = "CREATE TABLE seen (number);\n"
    script += "".join(f"-- Need: {value}\nINSERT INTO seen VALUES ({index});\n" for index, value in enumerate(written))
    connection.executescript(script)
    rows = [row[0] for row in connection.execute("SELECT number FROM seen ORDER BY number")]
    return written if rows == list(range(len(written))) else [None] * len(written)


def csv_fields(written):
    lines = [f'"1",{value},"z"' for value in written]
    rows = list(csv.reader(lines, strict=True))
    return [row[1] if len(row) == 3 else None for row in rows]


class Texts(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []

    def handle_starttag(self, tag, attributes):
        self.found.append([tag, dict(attributes), ""])

    def handle_data(self, data):
        self.found[-1][2] += data


def html_texts(written):
    results = []
    for value in written:
        parser = Texts()
        parser.feed(f"<p title=\"{value}\" lang='{value}'>{value}</p>")
        parser.close()
        good = len(parser.found) == 1 and parser.found[0][0] == "p"
        texts = {parser.found[0][2], parser.found[0][1].get("title"), parser.found[0][1].get("lang")} if good else {None}
        results.append(texts.pop() if len(texts) == 1 else None)
    return results


READERS = {
    "yaml": yaml_list,
    "yaml-keys": yaml_keys,
    "yaml-comment": yaml_comment,
    "cloudformation-sub": substituted,
    "json": json_list,
    "python": python_list,
    "bash": shell_words("bash"),
    "dash": shell_words("dash"),
    "shell-comment": shell_comment,
    "sql": sql_strings,
    "sql-comment": sql_comment,
    "csv": csv_fields,
    "html": html_texts,
}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = json.load(file)
    wrong = 0
    for name, pairs in sorted(cases.items()):
        found = READERS[name]([pair[1] for pair in pairs])
        if len(found) != len(pairs):
            print(f"{name}: {len(found)} values came back of {len(pairs)}")
            wrong += 1
            continue
        for (expected, written), value in zip(pairs, found):
            if value != expected:
                wrong += 1
                print(f"{name}: {expected!r} was written {written!r} and came back {value!r}")
    sys.exit(1 if wrong else 0)


main()
