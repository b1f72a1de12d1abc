"""What a check can be asked for, and what goes where it is not asked: an option, the repository's gate, the default."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypedDict

from ai800.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.assessment.gate_types import FailOn, Source, VariantChoice
    from ai800.declare.types import Declaration

FAIL_ON: tuple[FailOn, ...] = ("review", "unmet", "regression")
VARIANTS: tuple[VariantChoice, ...] = ("auto", "open", "closed")


class CheckOptions(TypedDict, total=False):
    """What `check` can be asked for; each has the default of the command line.

    `fail_on` and `variant` stand before what .ai800/gate.yaml says. `base` is a ref: gates, waivers and thresholds are
    read from the merge base with it. `supposed` gives access to a channel, by the channel's id: the release is judged
    as if that stood there. `digest_weights` computes the digests of weights of any size.
    """

    ref: str | None
    staged: bool
    base: str | None
    variant: VariantChoice | None
    engine: Literal["wasm", "opa"]
    opa_url: str | None
    as_of: str | None
    only: tuple[str, ...]
    fail_on: FailOn | None
    supposed: Mapping[str, str]
    digest_weights: bool


class Asked(NamedTuple):
    """The options of one check, each with a value; `as_of` is an ISO date, None means that nothing was asked."""

    as_of: str
    ref: str | None = None
    staged: bool = False
    base: str | None = None
    variant: VariantChoice | None = None
    engine: Literal["wasm", "opa"] = "wasm"
    opa_url: str | None = None
    only: tuple[str, ...] = ()
    fail_on: FailOn | None = None
    supposed: Mapping[str, str] = MappingProxyType({})
    digest_weights: bool = False


class Settings(NamedTuple):
    """What fails the run and which variant judges, each with where that was said."""

    fail_on: FailOn
    variant: VariantChoice
    fail_on_from: Source
    variant_from: Source


def asked_for(options: CheckOptions) -> Asked:
    """The options with their defaults. Raises UsageError where one has no such value, or cannot be without another."""
    given: dict[str, Any] = {name: value for name, value in options.items() if name != "as_of"}
    asked = Asked(day(options.get("as_of")))._replace(**given)
    for name, value, known in (("--fail-on", asked.fail_on, FAIL_ON), ("--variant", asked.variant, VARIANTS)):
        if value is not None and value not in known:
            raise UsageError(f"there is no such {name}", f"it is one of {', '.join(known)}")
    if asked.fail_on == "regression" and asked.base is None:
        raise UsageError(
            "--fail-on regression needs something to compare with", "name it with --base, such as `--base origin/main`"
        )
    return asked


def day(as_of: str | None) -> str:
    """The day of the check: today in UTC where none is given."""
    if as_of is None:
        return datetime.now(UTC).date().isoformat()
    try:
        found = date.fromisoformat(as_of).isoformat()
    except ValueError:
        found = ""
    if found != as_of:  # Python reads other spellings of a date too
        raise UsageError("there is no such day", "give a date as YYYY-MM-DD")
    return found


def settings(asked: Asked, declaration: Declaration) -> Settings:
    """What decides: an option, else the gate that is declared, else the default, which is the strictest.

    Without a base nothing can be a regression: then the gate of the repository asks for everything.
    """
    gate: Mapping[str, Any] = declaration.data.get("gate", {})
    fail_on: FailOn = asked.fail_on or gate.get("fail_on") or FAIL_ON[0]
    if fail_on == "regression" and asked.base is None:
        fail_on = FAIL_ON[0]
    return Settings(
        fail_on=fail_on,
        variant=asked.variant or gate.get("variant") or "auto",
        fail_on_from=_source(asked.fail_on, gate.get("fail_on")),
        variant_from=_source(asked.variant, gate.get("variant")),
    )


def _source(option: str | None, declared: str | None) -> Source:
    if option:
        return "option"
    return "file" if declared else "default"
