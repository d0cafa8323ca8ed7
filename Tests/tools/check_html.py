"""Checks the markup of pages with a strict HTML parser, and what it links to.

Usage: check_html.py PAGE...
Prints one line for each fault; exit status 1 when there is any.
"""

import collections
import pathlib
import sys

import html5lib

HTML = "{http://www.w3.org/1999/xhtml}"
# Elements that no report has: each of them could load or run something.
FORBIDDEN = {"iframe", "object", "embed", "link", "base", "form", "img", "video", "audio", "source", "template"}


def check(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"))
    tree = parser.parse(text)
    for (line, column), code, _ in parser.errors:
        yield f"{line}:{column}: {code}"
    elements = list(tree.iter())
    names = [str(element.tag).split("}")[-1] for element in elements]
    ids = collections.Counter(element.get("id") for element in elements if element.get("id"))
    for name, count in ids.items():
        if count > 1:
            yield f"the id {name} is there {count} times"
    for name, count in (("title", 1), ("main", 1), ("style", 1), ("script", 1)):
        found = sum(1 for element in elements if element.tag == HTML + name)
        if found != count:
            yield f"{found} {name} elements"
    for element, name in zip(elements, names):
        if name in FORBIDDEN:
            yield f"there is a {name} element"
        for attribute, value in element.attrib.items():
            if attribute.startswith("on") or attribute in ("style", "src", "srcset", "action", "formaction"):
                yield f"<{name} {attribute}={value!r}>"
            if attribute.endswith("href"):
                scheme = value.split(":")[0].lower()
                if value.startswith("#"):
                    if value[1:] not in ids:
                        yield f"{value} leads nowhere"
                elif scheme in ("http", "https", "mailto"):
                    pass
                elif not (pathlib.Path(path).parent / value).is_file():
                    yield f"<{name} {attribute}={value!r}>"
        if name == "th" and not element.get("scope") and "article" not in names:
            yield "a th has no scope"
    html = tree if tree.tag == HTML + "html" else tree.find(HTML + "html")
    if html is None or not html.get("lang"):
        yield "the page has no language"


def main():
    wrong = 0
    for path in sys.argv[1:]:
        for fault in check(path):
            wrong += 1
            print(f"{path}: {fault}")
    sys.exit(1 if wrong else 0)


main()
