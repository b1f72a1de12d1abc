"""What decides whether a run fails: the gate, and the base that it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from ai800.assessment.types import Verdict

FailOn = Literal["review", "unmet", "regression"]
VariantChoice = Literal["auto", "open", "closed"]
Source = Literal["option", "file", "default"]


class Base(NamedTuple):
    """The commit that gates are read from: the merge base of `ref`, as it was asked for, and of what was judged.

    `why_not` is a sentence where no release could be read there: then no waiver counts and every threshold is new.
    """

    ref: str
    commit: str
    why_not: str = ""


class Own(NamedTuple):
    """What the gates of the change itself would give, where they are not those of the base."""

    fail_on: FailOn
    variant: VariantChoice
    exit_code: int
    counts: dict[Verdict, int]
    fails: tuple[str, ...]
    regressions: tuple[str, ...] | None


class Gate(NamedTuple):
    """What decides the exit code, and where that was said.

    `regressions` holds the ids that got worse since the base, None where every gap counts and not only those.
    """

    fail_on: FailOn = "review"
    variant: VariantChoice = "auto"
    fail_on_from: Source = "default"
    variant_from: Source = "default"
    base: Base | None = None
    own: Own | None = None
    regressions: tuple[str, ...] | None = None
