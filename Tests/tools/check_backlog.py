"""Reads back what `prfaq backlog export` wrote in every format, and holds it against the JSON.

usage: check_backlog.py FOLDER    (with schema.json, json, jsonl, csv, jira-csv, github)

Ends with 3 when the jsonschema package is missing (`make tools` installs it).
"""
import csv, io, json, re, sys

try:
    import jsonschema
except ImportError:
    sys.exit(3)

folder = sys.argv[1]


def text(name):
    with open(f"{folder}/{name}", encoding="utf-8", newline="") as file:
        return file.read()


schema = json.loads(text("schema.json"))
jsonschema.Draft202012Validator.check_schema(schema)
whole = json.loads(text("json"))
jsonschema.Draft202012Validator(schema).validate(whole)
items = whole["items"]
assert len({item["id"] for item in items}) == len(items), "an id occurs twice"
ids = {item["id"] for item in items}
assert all(item.get("parent", item["id"]) in ids for item in items), "a parent is missing"
assert all(id in ids for item in items for id in item["trace"]["needs"]), "a need is missing"

# One value a line: nothing in a text may have broken a line.
lines = text("jsonl").split("\n")
assert lines.pop() == "" and [json.loads(line) for line in lines] == items, "jsonl differs from json"


def same(item, name, found, wanted):
    assert found == wanted, f"{item['id']}: {name} is {found!r}, not {wanted!r}"


def unguarded(field):
    return field[1:] if field.startswith("'") else field


rows = list(csv.DictReader(io.StringIO(text("csv"), newline="")))
assert len(rows) == len(items), "csv has other rows"
for row, item in zip(rows, items):
    assert None not in row and None not in row.values(), "a row has too many or too few fields"
    assert not any(value[:1] in ("=", "+", "-", "@", "\t", "\r") for value in row.values()), "a field is a formula"
    row = {name: unguarded(value) for name, value in row.items()}
    estimate = item.get("estimate", {})
    expected = {
        "id": item["id"], "uid": item["uid"], "type": item["type"], "parent": item.get("parent", ""),
        "document": item["document"], "title": item["title"], "story": item.get("story", {}).get("text", ""),
        "description": item.get("description", ""),
        "acceptance": "\n".join(c["text"] for c in item.get("acceptance", [])),
        "priority": item.get("priority", ""), "estimate": f"{estimate['value']:g}" if estimate else "",
        "estimate_unit": estimate.get("unit", ""), "status": item.get("status", ""),
        "service": item["trace"].get("service", ""), "team": item["trace"].get("team", ""),
        "owners": "; ".join(item.get("owners", [])), "needs": " ".join(item["trace"]["needs"]),
        "metrics": " ".join(item["trace"].get("metrics", [])), "depends_on": " ".join(item.get("dependsOn", [])),
        "labels": " ".join(item["labels"]), "suspect": "true" if item.get("suspect") else "",
        "origin": item["origin"]["kind"], "rule": item["origin"].get("rule", ""),
        "confidence": item["origin"].get("confidence", ""), "file": item["source"]["file"],
        "line": str(item["source"]["line"]), "section": " > ".join(item["source"].get("section", [])),
        "fingerprint": item["fingerprint"],
    }
    assert set(row) == set(expected), "the columns differ"
    for name, wanted in expected.items():
        same(item, name, row[name], wanted)

work = [item for item in items if item["type"] != "wont"]
ordered = [i for i in work if i["type"] == "epic"] + [i for i in work if i["type"] != "epic"]


def read_wiki(markup):
    """What Jira shows for the escapes."""
    return re.sub(r"\\([{\[!|*#\-+_^~])", r"\1", markup).replace("\u2060", "").replace("&#92;", "\\")


reader = csv.reader(io.StringIO(text("jira-csv"), newline=""))
head = next(reader)
assert head[:6] == ["Issue Type", "Issue ID", "Parent", "Summary", "Description", "Priority"], head
assert set(head[6:]) == {"Labels"}, head
numbers = {}
rows = list(reader)
assert len(rows) == len(ordered), "jira-csv has other rows"
for number, (row, item) in enumerate(zip(rows, ordered), 1):
    assert len(row) == len(head), "a row has too many or too few fields"
    assert not any(value[:1] in ("=", "+", "-", "@", "\t", "\r") for value in row), "a field is a formula"
    same(item, "Issue ID", row[1], str(number))
    numbers[item["id"]] = row[1]
    same(item, "Issue Type", row[0], {"epic": "Epic", "story": "Story"}.get(item["type"], "Task"))
    same(item, "Parent", row[2], numbers[item["parent"]] if "parent" in item else "")
    same(item, "Summary", row[3].removeprefix("'") if item["title"][:1] in "=+-@" else row[3], item["title"])
    assert "\n" not in row[3] and len(row[3]) <= 255
    shown = read_wiki(row[4])
    for part in [item.get("story", {}).get("text", ""), item.get("description", ""), item["id"], item["source"]["file"]]:
        assert part in shown, f"{item['id']}: {part!r} is not in {shown!r}"
    for criterion in item.get("acceptance", []):
        assert "\n* " + criterion["text"] in shown, f"{item['id']}: {criterion['text']!r} is not in {shown!r}"
    same(item, "Priority", row[5], {"must": "Highest", "should": "High", "could": "Medium", "wont": "Low"}.get(item.get("priority"), ""))
    same(item, "Labels", [label for label in row[6:] if label], item["labels"])
    assert not re.search(r"(?<!\\)[{\[!|]", row[4]), f"{item['id']}: live markup in {row[4]!r}"

lines = text("github").split("\n")
assert lines.pop() == "" and len(lines) == len(ordered), "github has other lines"
seen = set()
for line, item in zip(sorted(map(json.loads, lines), key=lambda l: [i["id"] for i in ordered].index(l["id"])), ordered):
    assert set(line) == {"id", "uid", "parent", "request"} and set(line["request"]) == {"title", "body", "labels"}
    same(item, "id", line["id"], item["id"])
    same(item, "parent", line["parent"], item.get("parent"))
    same(item, "title", line["request"]["title"], item["title"])
    same(item, "labels", line["request"]["labels"], item["labels"])
    body = line["request"]["body"]
    assert len(body) <= 65536 and len(line["request"]["title"]) <= 256
    assert not re.search(r"(?<![\w`])@\w", body), f"{item['id']}: a mention in {body!r}"
    assert not re.search(r"#\d", body), f"{item['id']}: a reference in {body!r}"
    assert not re.search(r"(?<!\\)<", body), f"{item['id']}: live markup in {body!r}"
    shown = re.sub(r"\\([\\`*_\[\]<>~|$&#+\-=.)])", r"\1", body).replace("\u200b", "")
    for part in [item.get("story", {}).get("text", ""), item.get("description", ""), item["id"]]:
        assert part in shown, f"{item['id']}: {part!r} is not in {shown!r}"
    for criterion in item.get("acceptance", []):
        assert "\n- [ ] " + criterion["text"] in shown, f"{item['id']}: {criterion['text']!r} is not in {shown!r}"
for line in map(json.loads, lines):
    assert line["parent"] is None or line["parent"] in seen, f"{line['id']} stands before its parent"
    seen.add(line["id"])

print(f"{len(items)} items read back")
