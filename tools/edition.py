"""Write `policies/editions/ipd.yaml` from the text of the standard: `python -m tools.edition STANDARD_JSON`.

The source holds both drafts word by word and lies outside this repository; its sentences are a US Government work.
Run once for an edition: the file is committed, and what follows from it is generated from there.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

TARGET = Path("policies/editions/ipd.yaml")
HEAD = """\
# NIST AI 800-1, initial public draft: every objective, practice, recommendation, documentation line and safeguard.
# The texts and pages are the standard's own (a US Government work). `ask` and `conditional` are our reading:
# how strongly the sentence asks, and whether it applies only under a condition that it names.
# The standard gives its safeguards no ids: B1.1 to B5.1 count its bullets in their order.
# Made by `python -m tools.edition`; only this file says which ids the edition has.
"""
APPENDIX = {"id": "B", "title": "Example Safeguards Against the Misuse of Foundation Models", "page": 19}

FOLDED_FROM = 80  # characters

# Documentation lines and safeguards whose own sentence names a condition ("if a model was evaluated via …").
CONDITIONAL = frozenset({"1.3.b", "1.3.c", "4.1.d", "B3.5", "B5.1"})


class _Readable(yaml.SafeDumper):
    """Long texts as folded blocks, so that a line of the file stays short."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    style = ">" if len(value) > FOLDED_FROM else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Readable.add_representer(str, _text)


def edition(source: dict[str, Any]) -> dict[str, Any]:
    """The edition as it stands in the file, from one draft of the source."""
    return {
        "edition": "ipd",
        **{key: source[key] for key in ("label", "date", "doi", "status")},
        "objectives": [_objective(objective) for objective in source["objectives"]],
        "safeguards": {**APPENDIX, "groups": [_group(group) for group in source["safeguards"]]},
    }


def _objective(source: dict[str, Any]) -> dict[str, Any]:
    return {**_head(source), "practices": [_practice(practice) for practice in source["practices"]]}


def _practice(source: dict[str, Any]) -> dict[str, Any]:
    statement = {"statement": source["statement"]} if source["statement"] else {}
    return {
        **_head(source),
        **statement,
        "recommendations": [_row(row, row["ask"], conditional=row["conditional"]) for row in source["recommendations"]],
        "documentation": [_row(row, "can", conditional=row["id"] in CONDITIONAL) for row in source["documentation"]],
    }


def _group(source: dict[str, Any]) -> dict[str, Any]:
    rows = [_row(row, "consider", conditional=row["id"] in CONDITIONAL) for row in source["items"]]
    return {**_head(source), "items": rows}


def _head(source: dict[str, Any]) -> dict[str, Any]:
    return {key: source[key] for key in ("id", "title", "page")}


def _row(source: dict[str, Any], ask: str, *, conditional: bool) -> dict[str, Any]:
    return {"id": source["id"], "page": source["page"], "ask": ask, "conditional": conditional, "text": source["text"]}


def main(arguments: list[str]) -> int:
    source = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))["ipd"]
    body = yaml.dump(edition(source), Dumper=_Readable, sort_keys=False, allow_unicode=True, width=116)
    TARGET.write_text(HEAD + body, encoding="utf-8", newline="\n")
    print(f"wrote {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
