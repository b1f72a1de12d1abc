"""The marginal risk section and what expires next, for a terminal: a few lines, and more with -v."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ai800.reports import marginal_words as said
from ai800.reports import words
from ai800.reports.expiry_words import TITLE, coming, ended, sentence
from ai800.reports.marginal_view import marginal_view, shown
from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ai800.assessment.types import Assessment, Expiry
    from ai800.reports.layout import Page
    from ai800.reports.marginal_view import AppliesView, BenefitView, ChannelView, MarginalView, ProfileView, Stated

_MOST = 6
_MOST_DATES = 4


def marginal_lines(assessment: Assessment, page: Page, *, verbosity: int) -> list[str]:
    """Steps and baselines by threat profile, the row of the table by channel, and benefits."""
    if not shown(assessment):
        return []
    found = marginal_view(assessment)
    most = len(found.profiles) if verbosity > 0 else _MOST
    lines = page.bold(said.TITLE) + _about(found, assessment, page=page, verbosity=verbosity)
    if not found.profiles:
        return lines + page.wrap(said.NO_PROFILES, "  ")
    for profile in found.profiles[:most]:
        lines += _profile(profile, page, verbosity=verbosity)
    lines += _more(found.profiles[most:], "threat profile", page=page, indent="  ")
    for channel in found.channels:
        lines += _channel(channel, page, most=most, verbosity=verbosity)
    return lines + _benefits(found.benefits, page, verbosity=verbosity)


def _about(found: MarginalView, assessment: Assessment, *, page: Page, verbosity: int) -> list[str]:
    only_closed = assessment.release["variants"] == ["closed"]
    brief = (said.SHORT, said.CLOSED) if only_closed else (said.SHORT,)
    return [line for each in (found.about if verbosity > 0 else brief) for line in page.wrap(each, "  ")]


def _profile(found: ProfileView, page: Page, *, verbosity: int) -> list[str]:
    compared = [each for each in found.baselines if each.state != "absent"]
    kinds = [each.kind if each.state == "complete" else f"{each.kind} ({each.state})" for each in compared]
    parts = [f"{found.id}: marginal risk {found.rated}"]
    parts += [f"steps: {_summary(found.steps, verbosity)}"] if found.steps else []
    parts.append(f"compared with: {', '.join(kinds) or 'nothing'}")
    lines = page.wrap(f"{'; '.join(parts)}{words.at(_where(found.where))}", "  ", hanging="    ")
    for baseline in compared if verbosity > 0 else ():
        names = "; ".join(f"{each.name} ({each.why})" for each in baseline.named)
        lines += page.wrap(f"{baseline.kind}: {names}", "    ", hanging="      ")
    for lack in found.lacks if verbosity > 0 else ():
        lines += page.wrap(f"{lack.id}: {lack.message}{words.at(lack.where)}", "    - ", hanging="      ")
    return lines


def _summary(steps: Sequence[Stated], verbosity: int) -> str:
    """How many are in which state, and which are not complete."""
    number = Counter(step.state for step in steps)
    counts = ", ".join(f"{number[state]} {state}" for state in said.STATES if number[state])
    open_steps = [step for step in steps if step.state != "complete"]
    if not open_steps:
        return f"all {len(steps)} complete"
    if verbosity <= 0 and number["absent"] == len(steps):
        return counts
    names: dict[str, list[str]] = {}
    for step in open_steps:
        names.setdefault(step.why, []).append(step.name)
    return f"{counts} ({'; '.join(_listed(named, why) for why, named in names.items())})"


def _listed(names: list[str], why: str) -> str:
    return f"{', '.join(names)}: {why}"


def _channel(found: ChannelView, page: Page, *, most: int, verbosity: int) -> list[str]:
    note = f"; {found.note}" if found.note else ""
    lines = page.wrap(f"channel {found.id}, ipd:5.3.1 by the policies: {found.verdict}{note}", "  ", hanging="    ")
    for each in found.profiles[:most]:
        lines += _applies(each, page, verbosity=verbosity)
    lines += _more(found.profiles[most:], "threat profile", page=page, indent="    ")
    for lack in found.lacks if verbosity > 0 else ():
        lines += page.wrap(f"{lack.message}{words.at(lack.where)}", "    - ", hanging="      ")
    if found.lacks and verbosity <= 0:
        them = "it" if len(found.lacks) == 1 else "them"
        beside = f"and {plural(len(found.lacks), 'finding')} at ipd:5.3.1 beside them (-v shows {them})"
        lines += page.wrap(beside, "    ")
    return lines


def _applies(found: AppliesView, page: Page, *, verbosity: int) -> list[str]:
    lacking = [f"{each.name} ({each.state}: {each.why})" for each in found.asked if each.state != "complete"]
    asked = f"; {found.row}" if verbosity > 0 or not found.asked else ""
    state = (
        f"; not complete: {'; '.join(lacking)}" if lacking else "; all that is asked is there" if found.asked else ""
    )
    lines = page.wrap(f"{found.id} {found.rated}{asked}{state}", "    ", hanging="      ")
    for lack in found.lacks if verbosity > 0 else ():
        lines += page.wrap(f"{lack.message}{words.at(lack.where)}", "      - ", hanging="        ")
    return lines


def _benefits(found: Sequence[BenefitView], page: Page, *, verbosity: int) -> list[str]:
    if not found:
        return page.wrap(said.NO_BENEFITS, "  ")
    most = len(found) if verbosity > 0 else _MOST
    lines: list[str] = []
    for each in found[:most]:
        why = f" ({each.why})" if each.why else ""
        caveat = f"; caveat: {each.caveat}" if each.caveat and (verbosity > 0 or each.state != "complete") else ""
        text = f"benefit {each.id}, {each.category}: {each.state}{why}; {each.weighed}{caveat}"
        lines += page.wrap(text, "  ", hanging="    ")
    return lines + _more(found[most:], "benefit", page=page, indent="  ")


def expiry_lines(assessment: Assessment, page: Page, *, verbosity: int) -> list[str]:
    """What ended, and what ends next: the first few of both."""
    found = assessment.expires
    lines = page.bold(TITLE) if found else []
    for each in (ended(found), coming(found)):
        first = len(each) if verbosity > 0 else _MOST_DATES
        lines += [line for one in each[:first] for line in _expiry(one, page)]
        lines += _more(each[first:], "date", page=page, indent="  ")
    return lines


def _expiry(found: Expiry, page: Page) -> list[str]:
    return page.wrap(sentence(found), "  - ", hanging="    ")


def _more(left: Sequence[object], noun: str, *, page: Page, indent: str) -> list[str]:
    return page.wrap(f"and {plural(len(left), f'more {noun}')} (-v shows them)", indent) if left else []


def _where(where: str) -> tuple[str, ...]:
    return (where,) if where else ()
