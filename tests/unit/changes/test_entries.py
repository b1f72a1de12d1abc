from __future__ import annotations

import pytest

from ai800.changes.compare import changed
from tests.support import assessments as made
from tests.support.changed_reports import ROW, report

WAIVER = made.override("waiver", by="A", until="2026-06-01", note="booked")


def holding(*entries, identity=ROW):
    return report(made.row(identity, "waived", overrides=entries))


def steps(old, new):
    return [(each.kind, each.step, each.until, each.until_before) for each in changed(old, new).entries]


@pytest.mark.parametrize(
    "change, expected",
    [
        ({}, []),
        ({"place": made.place(900)}, []),
        ({"until": "2026-09-01"}, [("waiver", "extended", "2026-09-01", "2026-06-01")]),
        ({"until": None}, [("waiver", "extended", None, "2026-06-01")]),
        ({"until": "2026-05-01"}, [("waiver", "shortened", "2026-05-01", "2026-06-01")]),
        ({"until": "2026-09-01", "note": "again"}, [("waiver", "extended", "2026-09-01", "2026-06-01")]),
        ({"note": "again"}, [("waiver", "reworded", "2026-06-01", "2026-06-01")]),
        ({"counts": False, "why_not": "it expired"}, [("waiver", "lapsed", "2026-06-01", "2026-06-01")]),
        ({"by": "B"}, [("waiver", "came", "2026-06-01", None), ("waiver", "went", None, "2026-06-01")]),
        ({"kind": "review"}, [("review", "came", "2026-06-01", None), ("waiver", "went", None, "2026-06-01")]),
    ],
)
def test_what_became_of_a_waiver(change, expected):
    assert steps(holding(WAIVER), holding(WAIVER._replace(**change))) == expected


def test_an_entry_that_counts_now_came_and_went():
    lapsed = WAIVER._replace(counts=False, why_not="it expired")
    assert steps(holding(lapsed), holding(WAIVER))[0][1] == "counts_now"
    assert steps(holding(), holding(WAIVER)) == [("waiver", "came", "2026-06-01", None)]
    assert steps(holding(WAIVER), holding()) == [("waiver", "went", None, "2026-06-01")]


def test_of_several_entries_the_same_ones_are_paired():
    one, other = WAIVER, WAIVER._replace(until="2026-08-01")
    assert steps(holding(one, other), holding(other, one)) == []
    longer = other._replace(until="2026-10-01")
    assert steps(holding(one, other), holding(longer, one)) == [("waiver", "extended", "2026-10-01", "2026-08-01")]


def test_rows_that_only_one_report_holds_say_nothing_of_their_entries():
    assert steps(holding(WAIVER, identity="ipd:5.3.2"), holding(WAIVER)) == []
