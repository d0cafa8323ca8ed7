"""Reads a report with somebody else's reader and prints what it says as JSON: path, line, rule, level, message.

usage: read_reports.py sarif|junit|gitlab FILE
"""
import json, sys

kind, path = sys.argv[1:]
if kind == "sarif":
    from sarif_pydantic import Sarif
    text = open(path, encoding="utf-8").read()
    report = Sarif.model_validate_json(text)
    run = report.runs[0]
    rules = [rule.id for rule in run.tool.driver.rules]
    rows = []
    for result in run.results:
        place = result.locations[0].physical_location
        assert rules[result.rule_index] == result.rule_id
        rows.append([place.artifact_location.uri, place.region.start_line, result.rule_id, str(result.level.value if hasattr(result.level, "value") else result.level), result.message.text])
elif kind == "junit":
    from junitparser import JUnitXml
    rows = []
    for suite in JUnitXml.fromfile(path):
        for case in suite:
            for failure in case.result:
                rows.append([suite.name, int(case._elem.get("line")), case.name.split(" ")[0], failure.type, failure.message])
else:
    import jsonschema
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array",
        "items": {
            "type": "object", "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "minLength": 1}, "check_name": {"type": "string"},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object", "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^[^/]"},
                        "lines": {"type": "object", "required": ["begin"],
                                  "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}}
    findings = json.load(open(path, encoding="utf-8"))
    jsonschema.validate(findings, schema)
    prints = [one["fingerprint"] for one in findings]
    assert len(set(prints)) == len(prints), "fingerprints occur twice"
    rows = [[one["location"]["path"], one["location"]["lines"]["begin"], one["check_name"], one["severity"], one["description"]]
            for one in findings]
json.dump(rows, sys.stdout)
