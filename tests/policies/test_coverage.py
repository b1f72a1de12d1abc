"""Nothing of the edition is left out: every row has a rule, cases, what it decides, and whose the rule is."""

from __future__ import annotations

import pytest
import yaml

from ai800.catalog import load_catalog
from ai800.resources import resource
from tests.support.opa import ROOT
from tools.case_data import cases, edition_rows, tables

CATALOG = load_catalog()
EDITION = yaml.safe_load(resource("policies/editions/ipd.yaml").read_text(encoding="utf-8"))
ROWS = [f"ipd:{row['id']}" for row in edition_rows(EDITION)]
SOURCES = yaml.safe_load((ROOT / "docs" / "_data" / "sources.yaml").read_text(encoding="utf-8"))["sources"]
VARIANTS = ("open", "closed")


@pytest.fixture(scope="module")
def verdicts():
    """The verdicts that the cases name, by row and variant."""
    found = {}
    for table in tables():
        for case in cases(table):
            found.setdefault((f"ipd:{case.id}", case.variant), set()).add(case.verdict)
    return found


def test_the_catalogue_holds_the_edition():
    assert list(CATALOG.rows) == ROWS


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_judged_under_both_variants(row):
    record = CATALOG.rows[row]
    assert set(record.rules) in ({"both"}, {"open", "closed"})
    assert all(record.rule(variant) for variant in VARIANTS)


@pytest.mark.parametrize("row", ROWS)
def test_each_rule_of_a_row_has_cases(row, verdicts):
    tried = {variant for variant in VARIANTS if (row, variant) in verdicts}
    assert tried == set(VARIANTS) if "both" not in CATALOG.rows[row].rules else tried


@pytest.mark.parametrize("row", ROWS)
def test_a_person_has_the_last_word_exactly_where_no_case_is_met(row, verdicts):
    decides = {rule.decides for rule in CATALOG.rows[row].rules.values()}
    found = set().union(*(verdicts.get((row, variant), set()) for variant in VARIANTS))
    assert len(decides) == 1
    assert (decides == {"judgement"}) == ("met" not in found)


@pytest.mark.parametrize("row", [row for row, record in CATALOG.rows.items() if record.rules])
def test_a_rule_names_sources_that_are_explained(row):
    for rule in CATALOG.rows[row].rules.values():
        cited = [*rule.basis, *(reason.basis for reason in rule.reasons.values())]
        assert rule.basis
        assert [source for source in cited if source not in SOURCES] == []


@pytest.mark.parametrize("row", [row for row, record in CATALOG.rows.items() if record.kind != "documentation"])
def test_what_no_program_can_find_out_is_said(row):
    assert [file for file, rule in CATALOG.rows[row].rules.items() if not rule.never_decidable] == []
