"""What a reader should know that is no gap: choices of this run, who judged, what counts no more or not much longer."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from ai800.assessment.expiries import expiries
from ai800.assessment.overrides import Overrides
from ai800.assessment.types import Note
from ai800.declare.types import Place
from ai800.release.channels import judged_by
from ai800.release.grades import key
from ai800.release.values import days
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ai800.catalog import Catalog
    from ai800.declare.types import Declaration
    from ai800.facts.types import Fact
    from ai800.release.types import Release

SOON_DAYS = 30
MOST_STATEMENTS = 10
MOST_FILES = 10
# The objectives that ask for work before there is a model.
_BEFORE_THE_MODEL = ("ipd:1.", "ipd:2.", "ipd:3.")
_WORDS_OF_A_NAME = 2
_NO_NAMES = frozenset({"the", "dr", "prof", "mr", "mrs", "ms", "phd", "ltd", "inc", "llc", "gmbh"})


def notes(
    declaration: Declaration, release: Release, *, catalog: Catalog, forced: str, by: str = "--variant"
) -> tuple[Note, ...]:
    """All notes, in the order of their importance."""
    return (
        *_forced(declaration, forced, by=by),
        *_gated(declaration),
        *_closing_nothing(declaration, catalog),
        *_not_followed(declaration, release),
        *_own_reviews(declaration, release),
        *_concentrated(release),
        *_history(declaration, days(release.as_of)),
        *_before_training(declaration),
        *_released_ahead(declaration, days(release.as_of)),
        *_own_base(declaration),
        *_lapsing(declaration, release),
    )


def _forced(declaration: Declaration, forced: str, *, by: str) -> Iterator[Note]:
    for i, channel in enumerate(declaration.data.get("channels", ())):
        own = judged_by(channel)
        if forced not in {"auto", own}:
            text = f"channel {channel['id']} is judged as {forced} because {by} says so; by its access it is {own}"
            yield Note("variant_forced", text, declaration.place(f"/channels/{i}/access"))


def _gated(declaration: Declaration) -> Iterator[Note]:
    for i, channel in enumerate(declaration.data.get("channels", ())):
        if channel.get("access") == "gated_weights" and judged_by(channel) == "closed":
            text = (
                f"channel {channel['id']} gives weights behind a gate that is vetted, so the closed variant judges it"
            )
            yield Note("gated_as_closed", text, declaration.place(f"/channels/{i}/gate"))


def _closing_nothing(declaration: Declaration, catalog: Catalog) -> Iterator[Note]:
    for i, entry in enumerate(declaration.data.get("considered", ())):
        record = catalog.rows[entry["id"]]
        if record.ask != "consider":
            text = f"considered {entry['id']} closes nothing: the standard does not word it as `consider`"
            yield Note("considered_closes_nothing", text, declaration.place(f"/considered/{i}"))


def _not_followed(declaration: Declaration, release: Release) -> Iterator[Note]:
    """References that no rule may look at, and that nobody should have written."""
    for reference in release.references:
        if reference.resolution.status in {"refused", "digest_mismatch"}:
            text = f"evidence {printable(reference.resolution.shown)} does not count: {reference.resolution.detail}"
            yield Note("evidence_refused", text, declaration.place(reference.pointer))


def unread(problems: Sequence[Fact]) -> Iterator[Note]:
    """Files that could not be read or parsed: what they would have shown is not known."""
    for problem in problems[:MOST_FILES]:
        text = f"{printable(problem.path)} {printable(str(problem.value))}; what it would have shown is not known"
        yield Note("file_not_read", text, Place(problem.path, problem.line))
    if len(problems) > MOST_FILES:
        yield Note("file_not_read", f"{len(problems) - MOST_FILES} more files could not be read: `ai800 facts`")


def _lapsing(declaration: Declaration, release: Release) -> Iterator[Note]:
    for each in expiries(declaration, release):
        if not each.ended and each.days <= SOON_DAYS:
            until = "is to be looked at again on" if each.field == "review_on" else "holds until"
            yield Note("lapses_soon", f"{each.section}: {each.id} {until} {each.on}", each.place)


def _own_reviews(declaration: Declaration, release: Release) -> Iterator[Note]:
    """Reviews that count, by the very person who decided or tested."""
    overrides = Overrides(declaration, release)
    roles = _roles(declaration.data)
    for row in dict.fromkeys(entry["id"] for entry in declaration.data.get("reviews", ())):
        for review in overrides.of(row):
            role = _role_of(review.by, roles) if review.kind == "review" and review.counts else None
            if role:
                yield Note("own_review", f"{review.by} reviewed {row} and is {role}", review.place)


def _role_of(name: str, roles: Mapping[str, str]) -> str | None:
    """Marks, titles, the order of names and what one of the two adds do not make another person."""
    words = _name_words(name)
    for other, role in roles.items():
        theirs = _name_words(other)
        shorter, longer = sorted((words, theirs), key=len)
        if words == theirs or (len(shorter) >= _WORDS_OF_A_NAME and shorter <= longer):
            return role
    return None


def _name_words(name: str) -> frozenset[str]:
    words = frozenset(re.findall(r"\w+", unicodedata.normalize("NFKC", key(name))))
    return words - _NO_NAMES or words


def _roles(data: Mapping[str, Any]) -> dict[str, str]:
    """What each person named in the release data did, by the name as it is compared."""
    named = [
        *((deployment.get("decision", {}).get("decided_by"), f"who decided on channel {deployment['channel']}")
          for deployment in data.get("deployments", ())),
        *((evaluation.get("evaluator", {}).get("name"), f"the evaluator of {evaluation['id']}")
          for evaluation in data.get("evaluations", ())),
        *((team.get("team", {}).get("name"), f"the red team of {team['id']}") for team in data.get("red_teams", ())),
    ]  # fmt: skip
    return {key(name): role for name, role in reversed(named) if name}


def _concentrated(release: Release) -> Iterator[Note]:
    """Sections that are the evidence of many statements (ai800:10-statements)."""
    statements: dict[tuple[str, int | None, bool], set[str]] = {}
    for reference in release.references:
        found = reference.resolution
        if found.status == "resolved" and found.path:
            statements.setdefault((found.path, found.line, "#" in found.shown), set()).add(reference.record)
    for (path, line, headed), records in statements.items():
        if len(records) > MOST_STATEMENTS:
            what = "the section at this place" if headed else "the file at this place, named without a heading,"
            text = f"{what} is the evidence of {len(records)} statements"
            yield Note("evidence_concentrated", text, Place(path, line))


def _history(declaration: Declaration, today: int) -> Iterator[Note]:
    for section, noun in (("evaluations", "evaluation"), ("red_teams", "red team")):
        for i, record in enumerate(declaration.data.get(section, ())):
            if why := _not_current(record, today):
                text = f"{noun} {record['id']} {why}; it is history, which neither carries nor lowers a verdict"
                yield Note("history", text, declaration.place(f"/{section}/{i}"))


def _not_current(record: Mapping[str, Any], today: int) -> str:
    if "invalidated_on" in record and days(record["invalidated_on"]) <= today:
        return f"was invalidated on {record['invalidated_on']}"
    if "valid_until" in record and days(record["valid_until"]) < today:
        return f"expired on {record['valid_until']}"
    if "performed_on" in record and days(record["performed_on"]) > today:
        return f"is planned for {record['performed_on']}"
    return ""


def _before_training(declaration: Declaration) -> Iterator[Note]:
    """Days on which there was no such model yet; a mistyped year is the likely reason."""
    training = declaration.data.get("model", {}).get("training", {})
    started = training.get("started_on")
    for pointer, what, day in _of_the_model(declaration.data) if started else ():
        if day and day < started:
            text = f"{what} is dated {day}, before training began on {started}"
            yield Note("before_training", text, declaration.place(pointer))


def _of_the_model(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str | None]]:
    """Where each day stands on which the model must have been begun, what it is the day of, and the day."""
    yield "/release/released_on", "the release", data.get("release", {}).get("released_on")
    yield "/model/training/completed_on", "the end of training", data["model"]["training"].get("completed_on")
    for i, deployment in enumerate(data.get("deployments", ())):
        day = deployment.get("decision", {}).get("decided_on")
        yield f"/deployments/{i}/decision/decided_on", f"the decision on channel {deployment['channel']}", day
    for i, report in enumerate(data.get("transparency", {}).get("reports", ())):
        yield f"/transparency/reports/{i}/published_on", "a public report", report.get("published_on")
    for i, review in enumerate(data.get("reviews", ())):
        if not review["id"].startswith(_BEFORE_THE_MODEL):
            yield f"/reviews/{i}/on", f"the review of {review['id']}", review.get("on")


def _released_ahead(declaration: Declaration, today: int) -> Iterator[Note]:
    release = declaration.data.get("release", {})
    day = release.get("released_on")
    if day and release.get("status") == "released" and days(day) > today:
        text = f"the release is declared released, and dated {day}, after the day of the check"
        yield Note("released_ahead", text, declaration.place("/release/released_on"))


def _own_base(declaration: Declaration) -> Iterator[Note]:
    release = declaration.data.get("release", {})
    for i, base in enumerate(declaration.data.get("model", {}).get("base_models", ())):
        same = key(base["name"]) == key(release.get("name"))
        if same and base.get("revision") in {None, release.get("version")}:
            text = "the model names itself as the model it was made from"
            yield Note("own_base", text, declaration.place(f"/model/base_models/{i}"))
