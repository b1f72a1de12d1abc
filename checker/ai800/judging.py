"""From what was read to an assessment: the policies are asked, and the run is described."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ai800.errors import EngineError
from ai800.options import settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.assessment.types import Assessment, Note, Variant
    from ai800.options import Asked, Settings
    from ai800.reading import Reading

_UNCOMMITTED = (
    "there is an ai800.yaml in the folder that is not in what was read: commit it, or `git add` it and use --staged"
)
_BY = {"option": "--variant", "file": ".ai800/gate.yaml", "default": ""}
_NO_BASE = "the gate asks what got worse, and there is nothing to compare with: without --base every gap counts"


def judge_reading(reading: Reading, asked: Asked) -> Assessment:
    """The assessment of what was read; an engine that fails is an assessment with errors."""
    from ai800.engines.engine import open_engine

    failure, answers, name = "", None, f"{asked.engine} (failed)"
    try:
        with open_engine(asked.engine, opa_url=asked.opa_url) as engine:
            name = f"{engine.name} {engine.version}"
            answers = engine.evaluate(reading.release.document)
    except EngineError as error:
        failure = f"{error.sentence}: {error.remedy}"
    return _assessed(reading, answers, asked=asked, engine=name, failure=failure)


def _assessed(
    reading: Reading, answers: Mapping[str, Any] | None, *, asked: Asked, engine: str, failure: str
) -> Assessment:
    from ai800.assessment.assess import Question, Surroundings, assess
    from ai800.assessment.gate_types import Gate
    from ai800.facts.types import as_data

    chosen = settings(asked, reading.declaration)
    question = Question(
        catalog=reading.catalog,
        declaration=reading.declaration,
        release=reading.release,
        answers=answers,
        variants=_variants(reading, chosen),
        only=tuple(asked.only),
        fail_on=chosen.fail_on,
    )
    around = Surroundings(
        release=_release(reading, chosen),
        run=_run(reading, chosen) | {"as_of": asked.as_of, "engine": engine, "failure": failure},
        facts=as_data(reading.facts),
        fingerprint=reading.fingerprint,
        disagreements=reading.disagreements,
        notes=_notes(reading, chosen),
    )
    return assess(question, around)._replace(gate=Gate(*chosen))


def _variants(reading: Reading, chosen: Settings) -> tuple[Variant, ...]:
    """The variants that judge; where no channel is declared, the one asked for or that what is observed points to."""
    if reading.release.variants:
        return reading.release.variants
    if chosen.variant != "auto":
        return (chosen.variant,)
    return ("open",) if reading.facts.weights or reading.facts.weight_links else ("closed",)


def _release(reading: Reading, chosen: Settings) -> dict[str, Any]:
    declared = reading.declaration.data.get("release", {})
    channels = reading.declaration.data.get("channels", ())
    judged = reading.release.document["channels"]
    return {
        "name": declared.get("name"),
        "version": declared.get("version"),
        "developer": declared.get("developer"),
        "folder": reading.folder,
        "channels": [
            {"id": channel["id"], "access": channel.get("access"), "variant": joined["variant"]}
            for channel, joined in zip(channels, judged, strict=True)
        ],
        "variants": list(_variants(reading, chosen)),
    }


def _run(reading: Reading, chosen: Settings) -> dict[str, Any]:
    from ai800 import __version__

    return {
        "kind": reading.origin.kind,
        "repository": reading.origin.name,
        "commit": reading.origin.commit,
        "ref": reading.origin.ref,
        "shallow": reading.origin.shallow,
        "variant": chosen.variant,
        "fail_on": chosen.fail_on,
        "policies": reading.catalog.digest,
        "version": __version__,
    }


def _notes(reading: Reading, chosen: Settings) -> tuple[Note, ...]:
    from ai800.assessment.notes import notes, unread
    from ai800.assessment.types import Note
    from ai800.release.artifacts import artifact_notes
    from ai800.release.missing import NOT_ENTERED, NOT_IN_CLONE, listed, told

    found = notes(
        reading.declaration,
        reading.release,
        catalog=reading.catalog,
        forced=chosen.variant,
        by=_BY[chosen.variant_from],
    )
    if reading.declaration.present:
        found += (*artifact_notes(reading.declaration, reading.artifacts), *unread(reading.facts.problems))
    if reading.not_entered:
        found = (Note(NOT_ENTERED, f"other repositories, which are not entered: {listed(reading.not_entered)}"), *found)
    if reading.missing:
        found = (Note(NOT_IN_CLONE, f"{told(reading.missing)}; what stands there counts as absent"), *found)
    declared = reading.declaration.data.get("gate", {}).get("fail_on")
    if chosen.fail_on_from == "file" and chosen.fail_on != declared:
        found = (Note("no_base", _NO_BASE, reading.declaration.place("/gate/fail_on")), *found)
    return (Note("not_committed", _UNCOMMITTED), *found) if reading.uncommitted else found
