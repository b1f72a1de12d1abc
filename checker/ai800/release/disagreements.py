"""Declared against observed: each disagreement is a finding with both places, and fails a run.

What is not declared cannot disagree, except for what the release calls itself.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.assessment.types import Finding
from ai800.declare.types import Place
from ai800.release.channels import RANKS
from ai800.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ai800.declare.types import Declaration
    from ai800.facts.types import Fact, Facts
    from ai800.release.artifacts import Artifact

_WEIGHTS_FROM = RANKS["gated_weights"]
_LOCAL = "licenseref-"
# Declared and counted parameters may differ by what rounding leaves; 70 against 70.55 billion is the same model.
_TOLERANCE_PER_CENT = 2


class _Disagreement(NamedTuple):
    """`pointer` is where the declaration says it, `other` where the repository says otherwise."""

    family: str
    code: str
    pointer: str
    message: str
    remedy: str
    other: Place | None = None


def disagreements(
    declaration: Declaration, facts: Facts, *, artifacts: tuple[Artifact, ...] = ()
) -> tuple[Finding, ...]:
    """All `fact:*` findings, in a fixed order; `artifacts` are those of `ai800.release.artifacts`."""
    families = (_licences, _parameters, _base_models)
    found = [*_weights(declaration, facts), *_digests(artifacts)]
    found += [each for family in families for each in family(declaration, facts)]
    return (*(_finding(declaration, each) for each in found), *_openness(declaration, facts))


def _weights(declaration: Declaration, facts: Facts) -> Iterator[_Disagreement]:
    channels = list(enumerate(declaration.data.get("channels", ())))
    giving = [(i, channel) for i, channel in channels if RANKS.get(channel.get("access", ""), -1) >= _WEIGHTS_FROM]
    stated = channels and all("access" in channel for _, channel in channels)
    if stated and not giving and facts.weights:
        yield _Disagreement(
            "weights",
            "weights_not_declared",
            "/channels",
            "no declared channel gives weights, but the repository tracks them",
            remedy="declare the channel that gives the weights, or take them out of the repository",
            other=Place(facts.weights[0].path),
        )
    if declaration.data.get("release", {}).get("status") == "released" and not (facts.weights or facts.weight_links):
        for i, channel in giving:
            if "://" not in channel.get("location", ""):
                yield _nowhere(f"/channels/{i}", channel)


def _nowhere(pointer: str, channel: Mapping[str, Any]) -> _Disagreement:
    return _Disagreement(
        "weights",
        "weights_not_found",
        f"{pointer}/access",
        f"channel {channel['id']} gives weights, but the repository has none and says nowhere where they are",
        remedy="give the address of the weights in `location`, or correct `access`",
    )


def _digests(artifacts: tuple[Artifact, ...]) -> Iterator[_Disagreement]:
    for each in artifacts:
        if each.state == "differs":
            yield _Disagreement(
                "weights",
                "weights_digest",
                f"/model/artifacts/{each.position}/sha256",
                "the declared sha256 of the weights is not that of the file in the repository",
                remedy="declare the digest of the file that is released",
                other=Place(each.file),
            )


def _licences(declaration: Declaration, facts: Facts) -> Iterator[_Disagreement]:
    declared = declaration.data.get("model", {}).get("licence", {})
    for part, found in (("weights", facts.licence_weights), ("code", facts.licence_code)):
        shown = _other_licence(part, declared, found=found) if part in declared and found else None
        if shown:
            yield _Disagreement(
                "licence",
                f"licence_{part}",
                f"/model/licence/{part}",
                f"the declared licence of the {part} is {printable(_licence(declared[part]))}, "
                f"the repository shows {printable(str(shown.value))} ({shown.how})",
                remedy="declare the licence that the repository shows, or correct the repository",
                other=_place(shown),
            )


def _other_licence(part: str, declared: Mapping[str, Any], *, found: tuple[Fact, ...]) -> Fact | None:
    """The surest fact where it differs from what is declared, or else a licence file that fits nothing declared."""
    from ai800.facts.licence import FROM_FILE

    if not _same_licence(_licence(declared[part]), found[0].value):
        return found[0]
    named = [_licence(declared[each]) for each in ("weights", "code") if each in declared]
    files = (fact for fact in found[1:] if fact.how == FROM_FILE)
    return next((fact for fact in files if not any(_same_licence(name, fact.value) for name in named)), None)


def _licence(declared: str | Mapping[str, str]) -> str:
    return declared if isinstance(declared, str) else declared["id"]


def _same_licence(declared: str, observed: str) -> bool:
    """Names of one's own making (LicenseRef-…) are local: two that differ may still be one licence."""
    local = all(licence.casefold().startswith(_LOCAL) for licence in (declared, observed))
    return local or _bare(declared) == _bare(observed)


def _bare(licence: str) -> str:
    return "".join(c for c in licence.casefold().removeprefix(_LOCAL) if c.isalnum() or c == "+")


def _parameters(declaration: Declaration, facts: Facts) -> Iterator[_Disagreement]:
    model = declaration.data.get("model", {})
    for name, found in (("total", facts.parameters_total), ("active", facts.parameters_active)):
        declared = model.get(f"parameters_{name}")
        counted = _counted(found)
        if declared is not None and counted and all(_differ(declared, fact.value) for fact in counted):
            yield _Disagreement(
                "parameters",
                f"parameters_{name}",
                f"/model/parameters_{name}",
                f"{declared:,} {name} parameters are declared, the repository shows {found[0].value:,} "
                f"({found[0].how})",
                remedy="declare the number that the files show, or correct the files",
                other=_place(found[0]),
            )


def _counted(found: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What was counted, or else what texts say: one repository may hold several sizes of a model."""
    from ai800.facts.parameters import exact

    return tuple(fact for fact in found if exact(fact)) or found


def _differ(declared: int, observed: int) -> bool:
    return abs(declared - observed) * 100 > _TOLERANCE_PER_CENT * observed


def _base_models(declaration: Declaration, facts: Facts) -> Iterator[_Disagreement]:
    if not declaration.present or "model" not in declaration.data:
        return
    declared = [base["name"] for base in declaration.data["model"].get("base_models", ())]
    known = {_short(name) for name in declared}
    for fact in facts.base_models:
        if _short(fact.value["name"]) not in known:
            said = f"the declared base models are {printable(', '.join(declared))}" if declared else "none is declared"
            yield _Disagreement(
                "base-model",
                "base_model",
                "/model/base_models",
                f"the repository names the base model {printable(fact.value['name'])} ({fact.how}), {said}",
                remedy="add it to `model.base_models`, or correct the repository",
                other=_place(fact),
            )


def _short(name: str) -> str:
    return posixpath.basename(name.strip().rstrip("/")).casefold()


def _openness(declaration: Declaration, facts: Facts) -> Iterator[Finding]:
    pointer = "/model/openness_claim"
    declared = declaration.data.get("model", {}).get("openness_claim") == "open_source"
    claims = [fact for fact in facts.openness if fact.value == "open_source"]
    if not declared and not claims:
        return
    for message, other in _against_open_source(declaration, facts):
        yield Finding(
            id="fact:openness",
            code="not_open_source",
            message=f"it calls itself open source, but {message}",
            weight="fails",
            remedy="call it open weights, or publish what open source takes: licence, code and data information",
            place=declaration.place(pointer) if declared else _place(claims[0]),
            other=other,
            basis=("ai800",),
        )


def _against_open_source(declaration: Declaration, facts: Facts) -> Iterator[tuple[str, Place | None]]:
    from ai800.facts.licence import restricted

    model = declaration.data.get("model", {})
    licence = model.get("licence", {})
    observed = facts.licence_weights
    if "weights" in licence and restricted(_licence(licence["weights"])):
        name = printable(_licence(licence["weights"]))
        yield f"its licence {name} restricts use", declaration.place("/model/licence/weights")
    elif observed and restricted(observed[0].value):
        yield f"its licence {printable(str(observed[0].value))} restricts use", _place(observed[0])
    elif "weights" not in licence and not observed:
        yield "no licence of the weights is shown", None
    if "openness_claim" in model and not _says_data(model, facts):
        yield "it says nothing about its training data", declaration.place("/model")


def _says_data(model: Mapping[str, Any], facts: Facts) -> bool:
    data = model.get("training", {}).get("data", {})
    return bool(data.get("sources") or data.get("evidence") or facts.extra.get("datasets"))


def _place(fact: Fact) -> Place:
    return Place(fact.path, fact.line)


def _finding(declaration: Declaration, said: _Disagreement) -> Finding:
    return Finding(
        id=f"fact:{said.family}",
        code=said.code,
        message=said.message,
        weight="fails",
        remedy=said.remedy,
        place=declaration.place(said.pointer),
        other=said.other,
        basis=("ai800",),
    )
