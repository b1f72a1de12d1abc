"""A small edition for tests: three rows with known rules, judged by answers that a test writes."""

from __future__ import annotations

from ai800.catalog import catalog_of

_RULE = {
    "title": "A title",
    "description": "What is looked for",
    "basis": ["nist"],
    "remedy": "Add `it`.",
    "findings": {
        "missing": "channel {c} lacks {what} since {since_on}",
        "not_backed": "it has no reference that resolves",
        "links_only": "it rests only on addresses outside the repository",
        "contradicts_it": "it contradicts itself",
        "absent": "it is absent",
    },
    "notes": ["absent"],
    "reviews": {"links_only": "Do the addresses show it?"},
    "partial": {"incomplete": "part of it is there"},
    "reasons": {"not_here": {"text": "it does not apply", "basis": "ai800", "alternatives": ["1.1.2"]}},
    "example": "x: 1",
    "never_decidable": "whether it is enough",
}


def _row(ask, *, built=True):
    return {
        "kind": "recommendation",
        "practice": "ipd:1.1" if built else "ipd:1.2",
        "page": 5,
        "ask": ask,
        "conditional": False,
        "text": "Do it.",
        "rules": {"both": _RULE} if built else {},
    }


def _practice(identity, rows):
    return {
        "id": identity,
        "title": f"Practice {identity}",
        "page": 5,
        "statement": None,
        "objective": "ipd:1",
        "rows": rows,
        "groups": [],
        "about": {},
    }


def small_catalog():
    """ipd:1.1.1 plain, ipd:1.1.2 consider, ipd:1.1.a can; ipd:1.2.1 is not built."""
    return catalog_of(
        {
            "edition": {"label": "Draft", "id": "ipd"},
            "objectives": [{"id": "ipd:1", "title": "Objective", "page": 5, "practices": ["ipd:1.1", "ipd:1.2"]}],
            "practices": [
                _practice("ipd:1.1", ["ipd:1.1.1", "ipd:1.1.2", "ipd:1.1.a"]),
                _practice("ipd:1.2", ["ipd:1.2.1"]),
            ],
            "rows": {
                "ipd:1.1.1": _row("plain"),
                "ipd:1.1.2": _row("consider"),
                "ipd:1.1.a": _row("can"),
                "ipd:1.2.1": _row("plain", built=False),
            },
            "digest": "d" * 64,
        }
    )


def answers(verdicts, findings=(), *, file="both"):
    """Answers of one practice; `verdicts` is {row: {subject: (verdict, because)}}, findings (row, code, more)."""
    return {
        "p1_1": {
            file: {
                "verdicts": {
                    row: {
                        subject: {"verdict": verdict, "because": because}
                        for subject, (verdict, because) in found.items()
                    }
                    for row, found in verdicts.items()
                },
                "findings": [
                    {"id": row, "subject": "release", "code": code, "at": "", "field": "", "args": {}} | more
                    for row, code, more in findings
                ],
            }
        }
    }
