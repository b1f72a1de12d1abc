"""What reports say of the gate: what decides the exit code, what got worse, what the change's own gates would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.assessment.gate_types import Base, FailOn, Own, Source
    from ai800.assessment.types import Assessment

_SHORT = 12
_SAID = {"option": " (as asked)", "file": " (.ai800/gate.yaml)", "default": ""}


def regressed(assessment: Assessment, left: str) -> str:
    """The headline where only what got worse fails the run; `left` says what is open in all."""
    found = assessment.gate.regressions or ()
    since = f"since {commit(assessment)}"
    if found:
        return f"{plural(len(found), 'regression')} {since}; in all {left}"
    return f"no regression {since}; {'open as before: ' if assessment.fails else ''}{left}"


def commit(assessment: Assessment) -> str:
    """The commit that gates are read from, as reports show it."""
    base = assessment.gate.base
    return base.commit[:_SHORT] if base else ""


def state(assessment: Assessment) -> str:
    """What became of a gate on regressions, as of a release: never that it passes where gaps stay."""
    if assessment.exit_code == 1:
        return "got worse"
    return "has no regression, but gaps" if assessment.fails else "passes"


def sentences(assessment: Assessment) -> Iterator[str]:
    """Where the gates come from, what got worse, and what the gates of the change itself would give."""
    gate = assessment.gate
    if gate.base is None:
        return
    yield from _asked(assessment, gate.base)
    if gate.own is not None:
        yield (
            "This change alters what it is judged by; the notes say how. "
            f"By the gates of the base, which decide: {_result(_decided(assessment))}. "
            f"By its own: {_result(gate.own)}."
        )


def _asked(assessment: Assessment, base: Base) -> Iterator[str]:
    where = f"{base.commit[:_SHORT]}, the merge base with {base.ref}"
    if base.why_not:
        yield f"No gates could be read at {where}: {base.why_not}."
    else:
        yield f"Waivers, thresholds and gate settings are those of {where}."
    gate = assessment.gate
    if gate.fail_on != "regression":
        return
    if gate.regressions is None:
        yield "Nothing can be compared with that commit, so every gap counts."
    elif gate.regressions:
        yield f"Got worse since then: {', '.join(gate.regressions)}."
    else:
        yield "Only what got worse since then fails this run" + (
            "; the gaps and questions below were there before." if assessment.fails else "."
        )


def _decided(assessment: Assessment) -> Own:
    from ai800.assessment.gate_types import Own

    gate = assessment.gate
    decided = assessment.exit_code, assessment.counts, assessment.fails, gate.regressions
    return Own(gate.fail_on, gate.variant, *decided)


def _result(own: Own) -> str:
    """One of the two results, in a few words."""
    worse = "" if own.regressions is None else f", {plural(len(own.regressions), 'regression')}"
    waived = own.counts.get("waived", 0)
    said = f"{plural(len(own.fails), 'item')} open, {waived} waived{worse}"
    return f"exit code {own.exit_code} with --fail-on {own.fail_on} ({said})"


def setting(value: FailOn | str, said_by: Source) -> str:
    """One setting with where it was said."""
    return f"{value}{_SAID[said_by]}"
