"""Writes schemas/release.schema.json and schemas/document.json from schemas/vocabulary.yaml.

`python -m tools.schemas` writes them, `--check` compares them with what stands there.
"""

from __future__ import annotations

import json
from typing import Any

from tools.generated import main
from tools.vocabulary import ROOT, Field, vocabulary

Schema = dict[str, Any]

_ID = "^[A-Za-z0-9][A-Za-z0-9._:-]*$"
_EDITION_ID = "^ipd:[0-9A-B][0-9.a-z]*$"
_REFERENCES = [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/evidence_file"}, {"$ref": "#/$defs/evidence_address"}]

_DEFS: Schema = {
    "text": {"type": "string", "maxLength": 16384},
    "texts": {"type": "array", "maxItems": 1000, "items": {"$ref": "#/$defs/text"}},
    "date": {"type": "string", "maxLength": 10, "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "id": {"type": "string", "maxLength": 100, "pattern": _ID},
    "ids": {"type": "array", "maxItems": 1000, "items": {"$ref": "#/$defs/id"}},
    "edition_id": {"type": "string", "maxLength": 20, "pattern": _EDITION_ID},
    "digest": {"type": "string", "maxLength": 64, "pattern": "^[0-9a-f]{64}$"},
    "number": {"type": "number", "minimum": -1e35, "maximum": 1e35},
    "amount": {"type": "number", "minimum": 0, "maximum": 1e35},
    "count": {"type": "integer", "minimum": 0, "maximum": 10**16},
    "boolean": {"type": "boolean"},
    "measure": {"anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/number"}]},
    "licence": {"anyOf": [{"$ref": "#/$defs/text"}, {"$ref": "#/$defs/licence_file"}]},
    "licence_file": {
        "type": "object",
        "additionalProperties": False,
        "required": ["id"],
        "properties": {
            "id": {"$ref": "#/$defs/text", "description": "SPDX expression, or LicenseRef-…."},
            "path": {"$ref": "#/$defs/text", "description": "Path of its text."},
        },
    },
    "evidence_file": {
        "type": "object",
        "description": "A file of this repository.",
        "additionalProperties": False,
        "required": ["path"],
        "properties": {
            "path": {"$ref": "#/$defs/text", "description": "Path from the folder of ai800.yaml."},
            "anchor": {"$ref": "#/$defs/text", "description": "Heading in that file."},
            "sha256": {"$ref": "#/$defs/digest", "description": "Digest that the file must have."},
            "note": {"$ref": "#/$defs/text", "description": "What to look for."},
        },
    },
    "evidence_address": {
        "type": "object",
        "description": "An address outside the repository: shown, never followed.",
        "additionalProperties": False,
        "required": ["url"],
        "properties": {
            "url": {"$ref": "#/$defs/text", "description": "Address."},
            "sha256": {"$ref": "#/$defs/digest", "description": "Digest of what stood there."},
            "accessed_on": {"$ref": "#/$defs/date", "description": "Day on which it was read."},
            "note": {"$ref": "#/$defs/text", "description": "What to look for."},
        },
    },
    "evidence": {"type": "array", "maxItems": 200, "items": {"anyOf": _REFERENCES}},
    "reference": {"anyOf": _REFERENCES},
}

# Evidence says the same of itself wherever it stands.
_ABOUT = {"evidence": "As `path#heading` in this repository, or an address."}
_DEFINED_AS = {"name": "text", "decision": "text", "edition_texts": "texts", "ref": "id", "refs": "ids"}


def release_schema(words: dict[str, Field]) -> Schema:
    """What a team writes: closed, only the version, the release and its channels required."""
    body = _written_record(words, "What a release team states about a model release, for NIST AI 800-1.")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:ai800:release",
        "title": "ai800.yaml",
        "$defs": _DEFS,
        **body,
    }


def _written_record(fields: dict[str, Field], about: str) -> Schema:
    schema: Schema = {"type": "object", "description": about, "additionalProperties": False}
    if required := [name for name, field in fields.items() if field.required]:
        schema["required"] = required
    schema["properties"] = {name: _written(field) for name, field in fields.items()}
    return schema


def _written(field: Field) -> Schema:
    note = {"description": field.about or _ABOUT[field.kind], "x-kind": field.kind}
    match field.kind:
        case "version":
            return {**note, "type": "integer", "enum": [1]}
        case "record":
            return {**_written_record(field.fields, field.about), "x-kind": "record"}
        case "records":
            return {**note, "type": "array", "maxItems": 5000, "items": _written_record(_with_id(field), field.about)}
        case "enum":
            return {**note, "enum": list(field.of)}
        case "enums":
            return {**note, "type": "array", "maxItems": 100, "items": {"enum": list(field.of)}}
        case "ref" | "refs":
            note["x-of"] = list(field.of)
    return {**note, "$ref": f"#/$defs/{_DEFINED_AS.get(field.kind, field.kind)}"}


def _with_id(field: Field) -> dict[str, Field]:
    if "id" not in field.of:
        return field.fields
    return {"id": Field("id", (), required=True, about="Its name in this file.", fields={}), **field.fields}


_STRINGS: Schema = {"type": "array", "items": {"type": "string"}}
_INDEXES: Schema = {"type": "array", "items": {"type": "integer"}}
_DATE: Schema = {"type": "object", "additionalProperties": False, "properties": {"day": {"type": "integer"}}}
_NUMBER: Schema = {"type": "object", "additionalProperties": False, "properties": {"value": {"type": "number"}}}


def _closed(**properties: Schema) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


_SEEN: dict[str, Schema] = {
    "text": {"type": "string"},
    "decision": {"type": "string"},
    "name": _closed(grade={"type": "string"}, key={"type": "string"}),
    "texts": _STRINGS,
    "date": _DATE,
    "number": _NUMBER,
    "amount": _NUMBER,
    "count": _NUMBER,
    "boolean": {"type": ["boolean", "null"]},
    "id": {"type": "string"},
    "digest": {"type": "string"},
    "measure": {"type": "string"},
    "reference": {"type": "string"},
    "licence": {"type": "string"},
    "evidence": _STRINGS,
    "enum": {"type": "string"},
    "enums": _STRINGS,
    "edition_id": {"type": "string"},
    "edition_texts": {"type": "array", "items": _closed(grade={"type": "string"}, id={"type": "string"})},
    "ref": {"type": "integer"},
    "refs": _INDEXES,
}

# What is joined, or is Python's alone: these sections of the release file are no sections of the document.
_ELSEWHERE = {"ai800", "deployments", "monitoring", "considered", "alternatives", "reviews", "waivers", "gate"}


def document_schema(words: dict[str, Field]) -> Schema:
    """What the policies see: total, so that every field of every record is there."""
    sections = {name: _seen(field) for name, field in words.items() if name not in _ELSEWHERE}
    _add_joins(sections, words)
    sections["assume"] = _closed(**{name: {"type": "boolean"} for name in ("links", "borne_out", "names", "backing")})
    sections["mentions_links"] = {"type": "boolean", "description": "Some evidence is an address."}
    sections["as_of"] = {"type": "integer", "description": "Day of the check, in days since 1970-01-01."}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "What the policies see",
        **_closed(**dict(sorted(sections.items()))),
    }


def _seen(field: Field) -> Schema:
    if field.kind == "record":
        return _seen_record(field.fields)
    if field.kind == "records":
        return {"type": "array", "items": _seen_record(_with_id(field))}
    return _SEEN[field.kind]


def _seen_record(fields: dict[str, Field]) -> Schema:
    properties: dict[str, Schema] = {"at": {"type": "string"}, "given": {"type": "boolean"}}
    for name, field in fields.items():
        if field.kind == "refs" and len(field.of) > 1:
            properties.update({f"{name}_{section}": _INDEXES for section in field.of})
        else:
            properties[name] = _seen(field)
    return _closed(**properties)


def _add_joins(sections: dict[str, Schema], words: dict[str, Field]) -> None:
    risk = words["deployments"].fields["risks"].fields
    deployment = {
        name: field for name, field in words["deployments"].fields.items() if name not in {"channel", "risks"}
    }
    monitoring = {name: field for name, field in words["monitoring"].fields.items() if name != "channel"}
    considered = {name: field for name, field in words["considered"].fields.items() if name != "id"}
    _properties(sections["channels"]).update(
        index={"type": "integer", "description": "Place in channels."},
        variant={"type": "string", "description": "open or closed: the variant that judges the channel."},
        rank={"type": "integer", "description": "Rank of access, -1 where it is not given."},
        deployment=_seen_record(deployment),
        monitoring={"type": "array", "items": _seen_record(monitoring)},
        risks={
            "type": "array",
            "description": "One entry for each threat profile, in their order.",
            "items": _seen_record({name: field for name, field in risk.items() if name != "threat_profile"}),
        },
        safeguards={**_INDEXES, "description": "Named by the deployment, and naming the channel."},
        recorded_safeguards={**_INDEXES, "description": "Naming the channel."},
    )
    joined = ("capability_estimates", "evaluations", "red_teams", "theft_assessments", "thresholds")
    _properties(sections["threat_profiles"]).update(dict.fromkeys(joined, _INDEXES))
    sections["considered"] = {"type": "object", "additionalProperties": _seen_record(considered)}
    for schema in (sections["channels"], sections["threat_profiles"]):
        schema["items"]["required"] = list(schema["items"]["properties"])


def _properties(section: Schema) -> dict[str, Schema]:
    properties: dict[str, Schema] = section["items"]["properties"]
    return properties


def _text(schema: Schema) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def files() -> dict[str, str]:
    words = vocabulary()
    return {
        "schemas/release.schema.json": _text(release_schema(words)),
        "schemas/document.json": _text(document_schema(words)),
    }


if __name__ == "__main__":
    main(ROOT, files(), command="python -m tools.schemas")
