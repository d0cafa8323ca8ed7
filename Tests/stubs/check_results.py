"""Checks a JUnit file: no failure, and as many skipped tests as given, each in a suite named by a need's ID."""

import re
import sys
import xml.etree.ElementTree as ElementTree

path, pending = sys.argv[1], int(sys.argv[2])
cases = ElementTree.parse(path).getroot().findall(".//testcase")
failed = [case.get("name") for case in cases if case.find("failure") is not None or case.find("error") is not None]
skipped = [case for case in cases if case.find("skipped") is not None]
if failed:
    sys.exit(f"failed: {failed}")
if len(skipped) != pending:
    sys.exit(f"{len(skipped)} tests are pending, expected {pending}")
for case in skipped:
    if not re.search(r"\bN-[0-9]+\b", case.get("classname")):
        sys.exit(f"no need's ID in {case.get('classname')}.{case.get('name')}")
if len(cases) <= pending:
    sys.exit("no test ran")
print(f"{len(cases) - pending} passed, {pending} pending")
