"""Writes the first two shell blocks of a README's section "Start" into two files, as they stand."""

import re
import sys

readme, start, ask = sys.argv[1:]
section = open(readme, encoding="utf-8").read().split("\n## Start\n")[1].split("\n## ")[0]
blocks = re.findall(r"^```sh\n(.*?)^```$", section, re.M | re.S)
for path, block in zip((start, ask), blocks, strict=True):
    with open(path, "w", encoding="utf-8") as file:
        file.write(block)
