"""The edition and the variants as OSCAL documents, read by NIST's schemas and by compliance-trestle."""

from __future__ import annotations

import json
import re
import shutil
from hashlib import sha256

import pytest
from trestle.core.profile_resolver import ProfileResolver

from ai800.api import check
from ai800.catalog import load_catalog
from ai800.reports import words
from ai800.reports.oscal import assessment_results
from ai800.reports.oscal_parts import statement, token
from tests.support.oscal import SCHEMAS, problems, read, written_again
from tools.oscal import CATALOG, FOLDER, PROFILES
from tools.snapshots import AS_OF, EXAMPLES, ROOT, examples

DOCUMENTS = ROOT / FOLDER
NAMES = (CATALOG, *PROFILES.values())
SNAPSHOTS = ROOT / "tests" / "acceptance" / "snapshots"


def _load(name):
    [(_, document)] = json.loads((DOCUMENTS / name).read_text(encoding="utf-8")).items()
    return document


def _controls(group):
    yield from group.get("controls", ())
    for inner in group.get("groups", ()):
        yield from _controls(inner)


def _ids(data):
    match data:
        case dict():
            yield from [data["id"]] if "id" in data else []
            for part in data.values():
                yield from _ids(part)
        case list():
            for part in data:
                yield from _ids(part)


def _catalog_controls():
    return {control["id"]: control for control in _controls(_load(CATALOG))}


def _alters(variant):
    return {each["control-id"]: each["adds"][0] for each in _load(PROFILES[variant])["modify"]["alters"]}


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.name)
def test_the_schemas_are_those_that_are_named(path):
    readme = (SCHEMAS / "README.md").read_text(encoding="utf-8")
    assert f"| `{path.name}` | `{sha256(path.read_bytes()).hexdigest()}` |" in readme
    assert "/oscal/1.2.3/" in json.loads(path.read_text(encoding="utf-8"))["$id"]


@pytest.mark.parametrize("name", NAMES)
def test_each_document_is_read_by_two_readers_that_are_not_ours(name):
    text = (DOCUMENTS / name).read_text(encoding="utf-8")
    assert problems(text) == []
    assert written_again(read(DOCUMENTS / name)) == json.loads(text)


@pytest.mark.parametrize("example", examples())
def test_the_results_of_each_example_are_read_and_point_into_the_catalog(example):
    path = SNAPSHOTS / f"{example}.oscal.json"
    text = path.read_text(encoding="utf-8")
    assert problems(text) == []
    assert written_again(read(path)) == json.loads(text)
    [result] = json.loads(text)["assessment-results"]["results"]
    targets = {found["target"]["target-id"] for found in result["findings"]}
    assert targets <= {part["id"] for control in _catalog_controls().values() for part in control["parts"]}
    [selection] = result["reviewed-controls"]["control-selections"]
    listed = [each["control-id"] for each in selection["include-controls"] + selection["exclude-controls"]]
    assert sorted(listed) == sorted(_catalog_controls())


@pytest.mark.parametrize("example", examples())
def test_what_is_satisfied_is_what_is_met(example):
    assessment = check(EXAMPLES / example, as_of=AS_OF)
    [result] = assessment_results(assessment)["assessment-results"]["results"]
    told = {each["target"]["target-id"]: each["target"]["status"]["state"] for each in result["findings"]}
    satisfied = {target for target, state in told.items() if state == "satisfied"}
    assert satisfied == {statement(row.id) for row in assessment.rows if row.verdict == "met"}
    assert set(told) == {statement(row.id) for row in assessment.rows if row.verdict != "not_applicable"}


def test_the_catalog_holds_the_standards_own_words_with_their_pages():
    controls, rows = _catalog_controls(), load_catalog().rows
    assert [*controls] == [token(row) for row in rows]
    for row in rows.values():
        control = controls[token(row.id)]
        [part] = control["parts"]
        assert re.sub(r"\\(.)", r"\1", part["prose"]) == " ".join(row.text.split())
        assert control["links"][0]["resource-fragment"] == f"page={row.page}"
        told = {each["name"]: each["value"] for each in control["props"]}
        assert told == {
            "label": words.short(row.id), "page": str(row.page), "ask": row.ask,
            "conditional": "yes" if row.conditional else "no",
        }  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_each_document_says_whose_it_is(name):
    remarks = _load(name)["metadata"]["remarks"]
    assert words.DRAFT in remarks
    if name == CATALOG:
        assert "NIST has not reviewed that" in remarks
    else:
        assert words.VARIANTS in remarks
        assert "as TechFreedom proposed" in _load(name)["metadata"]["title"]


@pytest.mark.parametrize("name", NAMES)
def test_no_id_stands_twice_in_a_document(name):
    found = [*_ids(_load(name))]
    assert len(found) == len(set(found)) > 129


@pytest.mark.parametrize("variant", PROFILES)
def test_a_profile_holds_what_its_variant_judges_and_says_where_it_does_not_apply(variant):
    rows, alters = load_catalog().rows, _alters(variant)
    judged = {token(row.id): row.rule(variant) for row in rows.values() if row.rule(variant)}
    [source] = _load(PROFILES[variant])["imports"]
    assert source == {"href": CATALOG, "include-controls": [{"with-ids": [*judged]}]}
    assert [*alters] == [*judged]
    for control, rule in judged.items():
        found = [part for part in alters[control]["parts"] if part["name"] == "exception"]
        assert len(found) == len(rule.reasons)
        instead = {link["href"] for part in found for link in part["links"] if link["rel"] == "alternate"}
        assert instead == {f"#{token(row)}" for reason in rule.reasons.values() for row in reason.alternatives}


def test_the_open_profile_says_what_becomes_of_a_safeguard_once_weights_are_public():
    alters = _alters("open")
    assert alters["ipd-B3.3"]["props"][0]["value"] == "precluded"
    assert not any("props" in each for each in _alters("closed").values())
    links = [link for part in alters["ipd-B3.3"]["parts"] for link in part.get("links", ())]
    resources = {f"#{each['uuid']}" for each in _load(PROFILES["open"])["back-matter"]["resources"]}
    assert {link["href"] for link in links if link["rel"] == "reference"} < resources


@pytest.mark.parametrize("variant", PROFILES)
def test_trestle_resolves_a_profile_to_the_controls_with_what_is_added(variant, tmp_path, monkeypatch):
    for name in NAMES:
        shutil.copy(DOCUMENTS / name, tmp_path)
    (tmp_path / ".trestle").mkdir()
    monkeypatch.chdir(tmp_path)  # where trestle looks for what a profile imports
    resolved = ProfileResolver.get_resolved_profile_catalog(tmp_path, tmp_path / PROFILES[variant])
    found = {each["id"]: each for each in _controls(json.loads(resolved.oscal_serialize_json())["catalog"])}
    assert set(found) == set(_catalog_controls())
    assert [part["name"] for part in found["ipd-5.3.1"]["parts"]] == ["statement", "guidance", "remedy"]
