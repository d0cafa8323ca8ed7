"""Checks JSON files against a JSON Schema: check_schema.py SCHEMA FILE...

Ends with 0 when all are valid, 1 when one is not, 3 when the jsonschema package is missing (`make tools` installs it).
"""
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(3)


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


schema = read(sys.argv[1])
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
status = 0
for path in sys.argv[2:]:
    for error in validator.iter_errors(read(path)):
        print(f"{path}: {error.json_path}: {error.message[:400]}")
        for inner in error.context or []:
            print(f"    {inner.json_path}: {inner.message[:300]}")
        status = 1
sys.exit(status)
