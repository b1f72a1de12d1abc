"""Somebody else's schemas and readers of the formats that other tools read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
from junitparser import JUnitXml
from lxml import etree
from sarif_pydantic import Sarif

SCHEMAS = Path(__file__).parent / "schemas"
_SARIF = jsonschema.Draft4Validator(
    json.loads((SCHEMAS / "sarif/sarif-schema-2.1.0.json").read_text(encoding="utf-8")),
    format_checker=jsonschema.FormatChecker(),
)
_JUNIT = etree.XMLSchema(etree.fromstring((SCHEMAS / "junit/junit-10.xsd").read_bytes()))


def sarif_run(report: str) -> dict[str, Any]:
    """The one run of a SARIF report that the OASIS schema and another reader take."""
    data = json.loads(report)
    assert [(list(error.path), error.message) for error in _SARIF.iter_errors(data)] == []
    assert len(Sarif.model_validate_json(report).runs[0].results) == len(data["runs"][0]["results"])
    (run,) = data["runs"]
    return run


def junit_tree(report: str) -> Any:
    """A JUnit report as a tree, after a strict parser, the schema of Jenkins and another reader took it."""
    tree = etree.fromstring(report.encode())
    _JUNIT.assertValid(tree)
    assert JUnitXml.fromstring(report.encode()).tests == len(tree.findall(".//testcase"))
    return tree
