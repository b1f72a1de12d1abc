"""Two readers of OSCAL that are not ours: NIST's JSON schemas, and compliance-trestle."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from trestle.oscal.assessment_results import AssessmentResults
from trestle.oscal.catalog import Catalog
from trestle.oscal.profile import Profile

if TYPE_CHECKING:
    from trestle.core.base_model import OscalBaseModel

SCHEMAS = Path(__file__).parent / "schemas" / "oscal"
_MODELS = {"assessment-results": AssessmentResults, "catalog": Catalog, "profile": Profile}


@cache
def _validator(kind: str) -> Any:
    schema = json.loads((SCHEMAS / f"oscal_{kind}_schema.json").read_text(encoding="utf-8"))
    return jsonschema_rs.validator_for(schema, validate_formats=True)


def problems(text: str) -> list[str]:
    """What NIST's schema finds wrong with a document of ours."""
    document = json.loads(text)
    [kind] = document
    return [f"{list(error.instance_path)}: {error.message}" for error in _validator(kind).iter_errors(document)]


def read(path: Path) -> OscalBaseModel:
    """The document as compliance-trestle reads it."""
    [kind] = json.loads(path.read_text(encoding="utf-8"))
    return _MODELS[kind].oscal_read(path)


def written_again(found: OscalBaseModel) -> Any:
    """What trestle writes of what it read; it spells UTC in another way."""
    return json.loads(re.sub(r'(T\d\d:\d\d:\d\d)(?:\.0+)?\+00:00"', r'\1Z"', found.oscal_serialize_json()))
