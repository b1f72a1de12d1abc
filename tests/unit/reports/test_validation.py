from __future__ import annotations

import pytest

from ai800.api import Stated
from ai800.declare.types import Declaration, Place
from ai800.evidence.types import Resolution
from ai800.release.types import Reference, Release, Trouble
from ai800.reports.layout import Page
from ai800.reports.validation import broken, validation

PLACES = {"": Place("ai800.yaml", 1, 1), "/channels/0": Place("ai800.yaml", 9, 5)}
GONE = Resolution("anchor_missing", "docs/a.md#\x1b[2Kx", "docs/a.md", None, "there is no such heading")
TROUBLE = Trouble("two_deployments", "/channels/0", {"c": "hub"})


def _stated(*resolutions, troubles=(), present=True, places=PLACES):
    references = tuple(Reference("/channels/0", "/channels/0/evidence/0", each) for each in resolutions)
    return Stated(
        declaration=Declaration({}, places, ("ai800.yaml",), present=present),
        release=Release({"channels": []}, references, troubles, "2026-06-01", ()),
    )


@pytest.mark.parametrize(
    "stated, expected",
    [
        (_stated(), False),
        (_stated(Resolution("resolved", "a"), Resolution("external", "https://a")), False),
        (_stated(GONE), True),
        (_stated(troubles=(TROUBLE,)), True),
        (_stated(present=False), True),
    ],
)
def test_what_leads_nowhere_is_broken(stated, expected):
    assert broken(stated) is expected


@pytest.mark.parametrize(
    "stated, lines",
    [
        (
            _stated(present=False),
            [
                "ai800: there is no ai800.yaml to validate in what was read; `ai800 init` writes",
                "one, and one that stands in the folder is read with --staged after `git add`",
            ],
        ),
        (
            _stated(Resolution("resolved", "a"), Resolution("external", "https://a")),
            [
                "ai800: ai800.yaml valid; 0 references without content, 0 ids or records out of",
                "place",
                "2 references to evidence, 1 of them outside what can be read here",
            ],
        ),
        (
            _stated(GONE, troubles=(TROUBLE,)),
            [
                "ai800: ai800.yaml valid; 1 reference without content, 1 id or record out of",
                "place",
                "1 reference to evidence, 0 of them outside what can be read here",
                "",
                "  - ai800.yaml:9: docs/a.md#\\x1b[2Kx anchor missing: there is no such heading",
                "",
                "  - ai800.yaml:9: channel hub has more than one record in deployments, one is",
                "    wanted; merge them into one",
            ],
        ),
        (
            _stated(GONE, places={}),
            [
                "ai800: ai800.yaml valid; 1 reference without content, 0 ids or records out of",
                "place",
                "1 reference to evidence, 0 of them outside what can be read here",
                "",
                "  - docs/a.md#\\x1b[2Kx anchor missing: there is no such heading",
            ],
        ),
    ],
)
def test_every_reference_that_leads_nowhere_is_named(stated, lines):
    assert validation(stated, Page()).splitlines() == lines
