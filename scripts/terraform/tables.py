#!/usr/bin/env python3
"""Keeps the tables of variables and outputs in README.md true.

tables.py FOLDER           writes the tables between the markers of FOLDER/README.md
tables.py --check FOLDER   fails when they are not what variables.tf and outputs.tf say
"""
import pathlib
import re
import sys

BLOCK = re.compile(r'^(variable|output) "([^"]+)" \{\n(.*?)^\}', re.M | re.S)
REQUIRED = "required"


def argument(body, name):
    """The value of an argument of a block, which may span lines; None when it is not given."""
    match = re.search(r"^  %s\s*= " % name, body, re.M)
    if not match:
        return None
    depth, value = 0, ""
    for line in body[match.end():].splitlines():
        value += " " + line.strip()
        depth += sum(line.count(c) for c in "({[") - sum(line.count(c) for c in ")}]")
        if depth <= 0:
            break
    return re.sub(r"([({\[]) | ([)}\]])", r"\1\2", value.strip())


def blocks(path, kind):
    for found, name, body in BLOCK.findall(path.read_text()):
        if found == kind:
            description = argument(body, "description")
            if description is None:
                sys.exit("%s: %s \"%s\" has no description" % (path, kind, name))
            yield name, body, description.strip('"').replace("|", "\\|")


def kind_of(value):
    short = re.sub(r"\s+", " ", value or "any")
    return "object" if short.startswith("object(") else short.replace("map(object(", "map of objects(").split("({")[0]


def variables(folder):
    rows = ["| variable | type | default | meaning |", "| --- | --- | --- | --- |"]
    for name, body, description in blocks(folder / "variables.tf", "variable"):
        default = argument(body, "default")
        rows.append("| `%s` | %s | %s | %s |" % (name, kind_of(argument(body, "type")), REQUIRED if default is None else "`%s`" % default, description))
    return rows


def outputs(folder):
    rows = ["| output | meaning |", "| --- | --- |"]
    return rows + ["| `%s` | %s |" % (name, description) for name, _, description in blocks(folder / "outputs.tf", "output")]


def between(text, marker, rows):
    pattern = re.compile(r"(<!-- %s -->\n).*?(<!-- end -->)" % marker, re.S)
    if not pattern.search(text):
        sys.exit("README.md has no <!-- %s --> … <!-- end -->" % marker)
    return pattern.sub(lambda m: m.group(1) + "\n" + "\n".join(rows) + "\n\n" + m.group(2), text, count=1)


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[-1])
    readme = root / "README.md"
    before = readme.read_text()
    after = between(between(before, "variables", variables(root)), "outputs", outputs(root))
    if "--check" not in sys.argv:
        readme.write_text(after)
    elif after != before:
        sys.exit("%s does not say what variables.tf and outputs.tf say" % readme)
