"""With equal risk and benefit, a release never fails the open variant on a ground on which it passes the closed one.

TechFreedom's parity (TF-11). Releases that others altered, the cases of every table and the bases without each of their
fields, get absolute and marginal ratings of one level and are judged under both variants. What is specific to openness
stands in the METADATA of the open rows, and in docs/parity.md; it is exact: what never occurs is an error too.
"""

from __future__ import annotations

import copy
import json
from collections import defaultdict
from typing import NamedTuple

import pytest

from ai800.catalog import PREFIX, load_catalog
from ai800.engines.engine import open_engine
from ai800.release.build import build
from tools.case_data import AS_OF, CaseResolver, base, cases, considerable, tables
from tools.metadata import MAIN, blocks
from tools.rests_on import droppable, without
from tools.vocabulary import ROOT

CATALOG = load_catalog()
LISTED = {
    (row.id.removeprefix(PREFIX), code)
    for row in CATALOG.rows.values()
    for rule in row.rules.values()
    for code in rule.specific_to_openness
}
WORST_FIRST = ("unmet", "partial", "needs_review", "met", "not_applicable")
FAILS = {"unmet", "partial"}
ABSOLUTE = {"low": 1, "moderate": 2, "high": 3, "severe": 4}
MARGINAL = {"none": 1, "low": 1, "moderate": 2, "undetermined": 2, "high": 3}
# Cases of a row with one rule for both variants differ between them in little else than whether a theft matters.
SAMPLED = 4


class Judged(NamedTuple):
    verdict: str
    because: frozenset[str]
    codes: frozenset[str]


class Difference(NamedTuple):
    """A row that fails as open and not as closed, in a release, on grounds that closed does not have."""

    row: str
    release: str
    grounds: frozenset[str]


def equal(absolute, marginal):
    """Both ratings at the higher of the two levels; `none` and `undetermined` stay where their level is the one."""
    if absolute not in ABSOLUTE or marginal not in MARGINAL:
        return absolute, marginal
    level = max(ABSOLUTE[absolute], MARGINAL[marginal])
    risk = next(word for word, rank in ABSOLUTE.items() if rank == level)
    if MARGINAL[marginal] == min(level, 3):
        return risk, marginal
    return risk, {1: "low", 2: "moderate"}.get(level, "high")


def equalised(data):
    """A copy of a release with each pair of ratings made equal; what is not rated stays so."""
    copied = copy.deepcopy(dict(data))
    for profile in copied.get("threat_profiles", ()):
        risk, marginal = profile.get("risk", {}), profile.get("marginal", {})
        if risk.get("rating") and marginal.get("rating"):
            risk["rating"], marginal["rating"] = equal(risk["rating"], marginal["rating"])
    for deployment in copied.get("deployments", ()):
        for risk in deployment.get("risks", ()):
            if risk.get("residual") and risk.get("marginal"):
                risk["residual"], risk["marginal"] = equal(risk["residual"], risk["marginal"])
    return copied


def releases():
    """Names and data: the bases, without each of their fields, and what the cases make of them."""
    for name in ("open", "closed", "mixed"):
        yield name, base(name)
    for name in ("open", "closed"):
        for path in droppable(base(name)):
            yield f"{name} without {path}", without(base(name), path)
    for table in tables():
        for number, case in enumerate(cases(table)):
            if "both" not in CATALOG.rows[PREFIX + case.id].rules or number % SAMPLED == 0:
                yield f"{case.practice} {case.name}", case.data


def judged(engine, data, variant):
    """By row, what the release gets with all of its channels judged by one variant; the worst of a row's subjects."""
    release = build(data, CaseResolver(), as_of=AS_OF, considerable=considerable(), variant=variant)
    found = {}
    for practice in engine.evaluate(release.document).values():
        for file in {"both", variant} & set(practice):
            for row, subjects in practice[file]["verdicts"].items():
                found |= {row: summed(subjects, row, practice[file]["findings"])} if subjects else {}
    return found


def summed(subjects, row, findings):
    worst = min((each["verdict"] for each in subjects.values()), key=WORST_FIRST.index)
    because = {code for each in subjects.values() if each["verdict"] == worst for code in each["because"]}
    codes = {finding["code"] for finding in findings if finding["id"] == row}
    return Judged(worst, frozenset(because), frozenset(codes))


def differences(engine, name, data, doubts):
    as_open, as_closed = judged(engine, data, "open"), judged(engine, data, "closed")
    for row in as_open.keys() & as_closed.keys():
        here, there = as_open[row], as_closed[row]
        if here.verdict in FAILS and there.verdict not in FAILS:
            grounds = here.codes - there.codes - doubts or here.because
            yield Difference(row, name, frozenset(grounds))


@pytest.fixture(scope="module")
def doubts():
    """The findings that every row has in common: they lead to a person, never to a failure."""
    (common,) = [block.custom["common"] for block in blocks(ROOT / "policies") if block.path == MAIN and block.custom]
    return frozenset(common["findings"])


@pytest.fixture(scope="module")
def found(doubts):
    tried, differing = set(), []
    with open_engine() as engine:
        for name, data in releases():
            release = equalised(data)
            text = json.dumps(release, sort_keys=True)
            if text not in tried:
                tried.add(text)
                differing += differences(engine, name, release, doubts)
    assert len(tried) > 2000
    return differing


def test_no_ground_but_what_is_specific_to_openness(found):
    unlisted = defaultdict(list)
    for row, release, grounds in found:
        for ground in [ground for ground in grounds if (row, ground) not in LISTED] or ([] if grounds else [""]):
            unlisted[row, ground].append(release)
    assert {place: names[:3] for place, names in unlisted.items()} == {}


def test_what_is_listed_occurs(found):
    occurred = {(row, ground) for row, _, grounds in found for ground in grounds}
    assert sorted(LISTED - occurred) == []


def test_what_is_specific_rests_on_a_source_of_its_row():
    foreign = [
        (row.id, code, why.basis)
        for row in CATALOG.rows.values()
        for rule in row.rules.values()
        for code, why in rule.specific_to_openness.items()
        if why.basis not in rule.basis
    ]
    assert foreign == []


@pytest.mark.parametrize(
    "ratings, expected",
    [
        (("low", "low"), ("low", "low")),
        (("low", "none"), ("low", "none")),
        (("low", "moderate"), ("moderate", "moderate")),
        (("moderate", "low"), ("moderate", "moderate")),
        (("moderate", "none"), ("moderate", "moderate")),
        (("low", "undetermined"), ("moderate", "undetermined")),
        (("high", "undetermined"), ("high", "high")),
        (("high", "low"), ("high", "high")),
        (("severe", "high"), ("severe", "high")),
        (("severe", "none"), ("severe", "high")),
        (("", "low"), ("", "low")),
    ],
)
def test_equal_ratings(ratings, expected):
    assert equal(*ratings) == expected


def test_equalised_leaves_the_cases_alone():
    before = json.dumps(base("open"))
    changed = copy.deepcopy(dict(base("open")))
    changed["threat_profiles"][0]["marginal"]["rating"] = "moderate"
    changed["deployments"][0]["risks"][0]["residual"] = "high"
    release = equalised(changed)
    assert release["threat_profiles"][0]["risk"]["rating"] == "moderate"
    assert release["deployments"][0]["risks"][0]["marginal"] == "high"
    assert json.dumps(base("open")) == before
