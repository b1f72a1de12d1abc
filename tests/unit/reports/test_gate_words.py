"""What reports say of the gate."""

from __future__ import annotations

import pytest

from ai800.assessment.gate_types import Base, Gate, Own
from ai800.reports import words
from ai800.reports.formats import FORMATS
from ai800.reports.gate_words import sentences, setting, state
from tests.support.assessments import assessment, practice, row, run

BASE = Base("main", "abc" * 12)
SINCE = "abcabcabcabc"
THERE = f"Waivers, thresholds and gate settings are those of {SINCE}, the merge base with main."
ALTERED = "This change alters what it is judged by; the notes say how. By the gates of the base, which decide: "
WAIVED = "By its own: exit code 0 with --fail-on unmet (0 items open"
WORSE = "By its own: exit code 0 with --fail-on regression (0 items open, 2 waived, "
OWN = Own("unmet", "auto", 0, {"waived": 2}, (), None)


def _made(gate, *, fails=("ipd:5.2.1",), code=1, **changes):
    rows = (row("ipd:5.2.1", "unmet"), row("ipd:5.2.2", "met"))
    return assessment(practice("ipd:5.2", *rows), fails=fails, exit_code=code, gate=gate, **changes)


@pytest.mark.parametrize(
    "gate, fails, code, headline, named",
    [
        (Gate(), ("ipd:5.2.1",), 1, "1 gap to mend", "has gaps"),
        (Gate(base=BASE), (), 0, "no gaps in what is plainly asked", "passes"),
        (Gate("regression", base=BASE, regressions=()), (), 0, f"no regression since {SINCE}; no gaps in", "passes"),
        (
            Gate("regression", base=BASE, regressions=()), ("ipd:5.2.1",), 0,
            f"no regression since {SINCE}; open as before: 1 gap to mend", "has no regression, but gaps",
        ),
        (
            Gate("regression", base=BASE, regressions=("ipd:5.2.1",)), ("ipd:5.2.1",), 1,
            f"1 regression since {SINCE}; in all 1 gap to mend", "got worse",
        ),
        (Gate("regression", base=BASE), ("ipd:5.2.1",), 1, "1 gap to mend", "has gaps"),
        (
            Gate("regression", base=BASE, regressions=()), (), 4,
            f"could not evaluate the release at {SINCE}, so nothing says what got worse", "has no result",
        ),
    ],
)  # fmt: skip
def test_the_headline_says_what_the_gate_was(gate, fails, code, headline, named):
    found = _made(gate, fails=fails, code=code)
    assert words.headline(found).startswith(headline)
    page = FORMATS["html"](found)
    assert named in page
    if fails:
        assert "no gaps in what is plainly asked" not in FORMATS["markdown"](found)
        assert " passes" not in page


@pytest.mark.parametrize(
    "gate, fails, expected",
    [
        (Gate(), (), []),
        (Gate(base=BASE), (), [THERE]),
        (Gate("regression", base=BASE, regressions=()), (), [..., "Only what got worse since then fails this run."]),
        (
            Gate("regression", base=BASE, regressions=()), ("ipd:5.2.1",),
            [..., "Only what got worse since then fails this run; the gaps and questions below were there before."],
        ),
        (
            Gate("regression", base=BASE, regressions=("ipd:5.2.1", "fact:weights")), ("ipd:5.2.1",),
            [..., "Got worse since then: ipd:5.2.1, fact:weights."],
        ),
        (
            Gate("regression", base=BASE._replace(why_not="there is none")), (),
            [..., "Nothing can be compared with that commit, so every gap counts."],
        ),
        (
            Gate(base=BASE._replace(why_not="there is none")), (),
            [f"No gates could be read at {SINCE}, the merge base with main: there is none."],
        ),
        (
            Gate(base=BASE, own=OWN), ("ipd:5.2.1",),
            [
                ...,
                f"{ALTERED}exit code 1 with --fail-on review (1 item open, 0 waived). {WAIVED}, 2 waived).",
            ],
        ),
        (
            Gate(base=BASE, own=OWN._replace(fail_on="regression", regressions=("a",))), (),
            [
                ...,
                f"{ALTERED}exit code 1 with --fail-on review (0 items open, 0 waived). {WORSE}1 regression).",
            ],
        ),
    ],
)  # fmt: skip
def test_every_report_says_where_the_gates_come_from(gate, fails, expected):
    found = _made(gate, fails=fails)
    said = list(sentences(found))
    assert said[1 if ... in expected else 0 :] == [each for each in expected if each is not ...]
    assert set(said) <= set(words.meaning(found))


@pytest.mark.parametrize(
    "value, source, expected",
    [("unmet", "file", "unmet (.ai800/gate.yaml)"), ("open", "option", "open (as asked)"), ("auto", "default", "auto")],
)
def test_a_setting_says_where_it_was_said(value, source, expected):
    assert setting(value, source) == expected


def test_open_questions_are_not_said_to_be_left_out_where_the_gate_asks_what_got_worse():
    made = assessment(
        practice("ipd:5.2", row("ipd:5.2.1", "needs_review")), fails=("ipd:5.2.1",), exit_code=0,
        gate=Gate("regression", base=BASE, regressions=()), run=run(fail_on="regression"),
    )  # fmt: skip
    assert not any("--fail-on unmet" in sentence for sentence in words.meaning(made))
    assert state(made) == "has no regression, but gaps"
