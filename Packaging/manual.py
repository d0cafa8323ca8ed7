#!/usr/bin/env python3
"""Prints the manual page, made from what the command says of itself. usage: manual.py PRFAQ"""
import json
import subprocess
import sys


def escaped(text):
    """Text that roff prints as it is."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq").replace("`", "\\(ga")
    lines = text.split("\n")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in lines)


def option(argument):
    """An option's names, or an argument's place."""
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        name = "\\fI" + escaped(value.upper()) + "\\fR"
        return "[" + name + "]" if argument["isOptional"] else name
    names = []
    for name in argument.get("names", []):
        dashes = "-" if name["kind"] == "short" else "--"
        names.append("\\fB" + escaped(dashes + name["name"]) + "\\fR")
    text = ", ".join(names)
    if argument["kind"] == "option":
        text += " \\fI" + escaped(value) + "\\fR"
    return text


def discussion(text):
    """Paragraphs as prose; indented lines and what is laid out in columns as examples."""
    out = []
    for paragraph in text.strip("\n").split("\n\n"):
        lines = paragraph.split("\n")
        if any(line.startswith("  ") for line in lines):
            first = [line for line in lines if not line.startswith("  ")]
            if first:
                out += [".PP", escaped(" ".join(first))]
            out += [".RS 4", ".nf"] + [escaped(line.strip()) for line in lines if line.startswith("  ")] + [".fi", ".RE"]
        else:
            out += [".PP", escaped(" ".join(lines))]
    return out


def arguments(command):
    out = []
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True):
            continue
        names = argument.get("names", [])
        if any(name["name"] in ("help", "version") for name in names):
            continue
        out += [".TP", option(argument), escaped(argument.get("abstract", ""))]
    return out


def subcommands(command, path):
    out = []
    for child in command.get("subcommands", []):
        if child["commandName"] == "help" or not child.get("shouldDisplay", True):
            continue
        name = path + " " + child["commandName"]
        if child.get("subcommands"):
            out += subcommands(child, name)
            continue
        out += [".SS " + escaped(name), escaped(child.get("abstract", ""))]
        out += discussion(child.get("discussion", "")) if child.get("discussion") else []
        out += arguments(child)
    return out


def main():
    program = sys.argv[1]
    dump = subprocess.run([program, "--experimental-dump-help"], check=True, stdout=subprocess.PIPE)
    command = json.loads(dump.stdout)["command"]
    version = subprocess.run([program, "--version"], check=True, stdout=subprocess.PIPE).stdout.decode().strip()
    page = ['.TH PRFAQ 1 "" "prfaq %s" "User Commands"' % escaped(version)]
    page += [".SH NAME", "prfaq \\- check PR/FAQ documents and trace customer needs to teams"]
    page += [".SH SYNOPSIS", "\\fBprfaq\\fR \\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIFILE\\fR]..."]
    page += [".SH DESCRIPTION", escaped(command["abstract"])] + discussion(command.get("discussion", ""))
    page += [".SH COMMANDS"] + subcommands(command, "prfaq")
    page += [".SH EXIT STATUS"]
    for status, meaning in [
        ("0", "clean, or nothing at or above \\fB\\-\\-fail\\-on\\fR"), ("1", "findings, or something would change"),
        ("2", "wrong usage, configuration, input or output"), ("3", "conflicts to resolve")]:
        page += [".TP", status, meaning]
    print("\n".join(page))


main()
