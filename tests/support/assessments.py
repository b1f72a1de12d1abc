"""Assessments made by hand, for tests of what shows them: every verdict, both variants, hostile texts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ai800.assessment.gate_types import Base, Gate, Own
from ai800.assessment.types import Assessment, Finding, Judgement, Note, Override, Practice, Reason, Row
from ai800.declare.types import Place
from ai800.facts.types import Fact, Facts, WeightFile, as_data

if TYPE_CHECKING:
    from ai800.assessment.types import Ask, Variant, Verdict

FILE = "ai800.yaml"
EDITION = {
    "edition": "ipd",
    "label": "NIST AI 800-1, Initial Public Draft",
    "date": "2024-07",
    "doi": "10.6028/NIST.AI.800-1.ipd",
    "status": "Initial public draft; not final; followed by the second public draft (2pd)",
}


def place(line: int | None = 12, path: str = FILE) -> Place:
    return Place(path, line, None if line is None else 3)


def finding(row: str, code: str = "not_backed", **changes: Any) -> Finding:
    made = Finding(
        id=row,
        code=code,
        message=f"channel hub does not show {code.replace('_', ' ')}",
        weight="fails",
        remedy="Add `deployments[].decision` with `outcome`, `decided_on` and `evidence`.",
        subject="hub",
        variant="open",
        place=place(),
        basis=("nist", "ai800:words"),
    )
    return made._replace(**changes)


def judgement(verdict: Verdict, variant: Variant = "open", **changes: Any) -> Judgement:
    subject = "hub" if variant == "open" else "api"
    return Judgement(variant, verdict, ((subject, verdict),))._replace(**changes)


def row(identity: str, verdict: Verdict, ask: Ask = "plain", **changes: Any) -> Row:
    letter = identity[-1]
    made = Row(
        id=identity,
        kind="safeguard" if ":B" in identity else "documentation" if letter.isalpha() else "recommendation",
        practice=identity.rpartition(".")[0],
        ask=ask,
        page=13,
        title=f"Title of {identity}",
        text=f"The organization should do what {identity} asks, and say how it did so, for every channel and profile.",
        verdict=verdict,
        original=verdict,
        judgements=() if verdict in {"error", "not_built"} else (judgement(verdict), judgement(verdict, "closed")),
        remedy="Record what was done.",
        basis=("nist", "techfreedom:TF-29", "ai800", "ai800:words"),
    )
    return made._replace(**changes)


def practice(identity: str, *rows: Row, **changes: Any) -> Practice:
    worst = rows[0].verdict
    made = Practice(identity, f"Title of {identity}.", 13, "ipd:5", worst != "not_built", worst, rows)
    return made._replace(**changes)


def facts(**changes: Any) -> dict[str, Any]:
    seen = Facts(
        kind=Fact("hugging_face", "", None, "config.json and a model card stand at the root"),
        name=(Fact("Aurora 7B", "README.md", 1, "first heading"),),
        weights=(
            WeightFile(
                "model-00001.safetensors", "safetensors", 4_000_000_000, "0" * 64, pointer=True, sha256_from="pointer"
            ),
            WeightFile("model.gguf", "gguf", None, None, pointer=False),
        ),
        parameters_total=(
            Fact(7_241_732_096, "config.json", None, "formula of its architecture"),
            Fact(7_000_000_000, "README.md", 3, "said in the card"),
        ),
        base_models=(Fact({"name": "aurora-base", "relation": None}, "README.md", 4, "front matter"),),
        gate=(Fact("not_gated", "README.md", 5, "front matter"),),
        openness=(Fact("open_source", "README.md", 9, "said in the card"),),
        extra={"languages": (Fact(["en", "fr"], "README.md", 6, "front matter"),)},
    )
    return as_data(seen._replace(**changes))


def run(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "commit",
        "repository": "aurora",
        "commit": "1a2b3c4d5e6f" + "0" * 28,
        "ref": "HEAD",
        "shallow": False,
        "as_of": "2026-06-01",
        "variant": "auto",
        "fail_on": "review",
        "engine": "wasm 50.0.1",
        "failure": "",
        "policies": "0" * 64,
        "version": "0.1.0",
    } | changes


def release(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Aurora-7B",
        "version": "1.2",
        "developer": "Example Lab",
        "folder": "",
        "channels": [
            {"id": "hub", "access": "widely_available_weights", "variant": "open"},
            {"id": "api", "access": "api_inference", "variant": "closed"},
        ],
        "variants": ["open", "closed"],
    } | changes


def assessment(*practices: Practice, **changes: Any) -> Assessment:
    """An assessment of `practices`; `fails` and `exit_code` follow from their verdicts unless they are given."""
    rows = [each for found in practices for each in found.rows]
    gaps = {"error", "unmet", "partial", "needs_review", "alternative"}
    fails = tuple(each.id for each in rows if each.verdict == "error" or (each.ask == "plain" and each.verdict in gaps))
    fails += tuple(each.id for each in changes.get("disagreements", ()) if each.weight == "fails")
    broken = any(each.verdict == "error" for each in rows)
    made = Assessment(
        edition=dict(EDITION),
        release=release(),
        run=run(),
        practices=practices,
        disagreements=(),
        notes=(),
        facts=facts(),
        counts=dict(Counter(each.verdict for each in rows)),
        fails=fails,
        exit_code=4 if broken else 1 if fails else 0,
        not_built=tuple(each.id for each in practices if not each.built),
    )
    return made._replace(**changes)


def disagreement(**changes: Any) -> Finding:
    made = finding(
        "fact:weights",
        "fact_weights",
        message="channel hub gives no weights, but weights are tracked",
        remedy="Correct `channels[].access`, or take the weights out of the repository.",
        other=place(None, "model-00001.safetensors"),
        variant=None,
    )
    return made._replace(**changes)


def override(kind: Any = "review", **changes: Any) -> Override:
    made = Override(kind, "R. Viewer", "2026-12-31", "read the whole record", place(300), counts=True)
    return made._replace(**changes)


def _gaps() -> tuple[Row, ...]:
    unmet = judgement(
        "unmet",
        findings=(
            finding("ipd:5.3.1", "no_decision"),
            finding("ipd:5.3.1", "evidence_old", weight="advice"),
            finding("ipd:5.3.1", "evidence_shared", weight="note", place=None),
        ),
    )
    same = judgement("unmet", "closed", findings=(finding("ipd:5.3.1", "no_decision", variant="closed"),))
    advice = finding("ipd:5.3.a", weight="advice")
    partly = Reason("incomplete", "the decision stands, but not the process behind it")
    return (
        row("ipd:5.3.1", "unmet", judgements=(unmet, same)),
        row("ipd:5.3.2", "partial", judgements=(judgement("partial", reasons=(partly,)),)),
        row("ipd:5.3.a", "unmet", "can", judgements=(judgement("unmet", findings=(advice,)),)),
    )


def _questions() -> tuple[Row, ...]:
    asked = (Reason("links_only", "Do the addresses given record the decision?"),)
    stale = override(counts=False, why_not="it expired on 2026-01-01", until="2026-01-01")
    return (
        row("ipd:5.2.1", "needs_review", judgements=(judgement("needs_review", questions=asked),), overrides=(stale,)),
        row("ipd:5.2.2", "needs_review", "consider", judgements=(judgement("needs_review"),)),
        row("ipd:5.2.3", "alternative", original="unmet", overrides=(override("alternative", by="", until=None),)),
    )


def _closed() -> tuple[Row, ...]:
    because = Reason("weights_published", "the weights are published", "techfreedom:TF-31", ("ipd:B3.1",))
    gone = judgement("not_applicable", reasons=(because,))
    waiver = override("waiver", note="the audit is booked")
    return (
        row("ipd:4.1.1", "waived", original="partial", overrides=(waiver,)),
        row("ipd:4.1.2", "met", original="needs_review", overrides=(override(),), evidence=(place(40, "docs/a.md"),)),
        row("ipd:4.1.3", "not_applicable", judgements=(gone,)),
        row("ipd:4.1.4", "met"),
    )


def mixed() -> Assessment:
    """A release with both variants that shows every verdict but error, and a disagreement."""
    from tests.support import analyses

    return assessment(
        practice("ipd:1.1", row("ipd:1.1.1", "not_built"), row("ipd:1.1.a", "not_built", "can")),
        practice("ipd:4.1", *_closed()),
        practice("ipd:5.2", *_questions()),
        practice("ipd:5.3", *_gaps()),
        practice("ipd:B", row("ipd:B1.1", "met", "consider"), objective=""),
        disagreements=(disagreement(),),
        notes=(Note("lapses_soon", "evaluations: bio holds until 2026-06-20", place(88)), Note("plain", "no place")),
        marginal=analyses.analysis(),
        expires=analyses.expiries(),
    )


def passing() -> Assessment:
    rows = (row("ipd:5.3.1", "met", judgements=(judgement("met"),)), row("ipd:5.3.a", "unmet", "can"))
    only_open = release(channels=release()["channels"][:1], variants=["open"])
    return assessment(practice("ipd:5.3", *rows), release=only_open)


def undeclared() -> Assessment:
    bare = release(name=None, version=None, developer=None, channels=[], variants=["open"])
    gaps = [row("ipd:5.3.1", "unmet"), row("ipd:5.3.2", "unmet"), row("ipd:5.3.a", "unmet", "can")]
    return assessment(
        practice("ipd:1.1", row("ipd:1.1.1", "not_built")),
        practice("ipd:5.3", *[each._replace(judgements=(judgement("unmet"),)) for each in gaps]),
        practice("ipd:B", row("ipd:B1.1", "unmet", "consider"), objective=""),
        release=bare,
        run=run(kind="folder", commit=None, ref=None),
        disagreements=(disagreement(other=None, place=place(9, "README.md")),),
        declared=False,
    )


def failed() -> Assessment:
    rows = [row(f"ipd:5.3.{number}", "error") for number in range(1, 16)]
    return assessment(practice("ipd:5.3", *rows), run=run(failure="the engine ran out of fuel: report it"))


def silent() -> Assessment:
    return assessment(practice("ipd:5.3", row("ipd:5.3.1", "error"), row("ipd:5.3.2", "met")))


def nothing() -> Assessment:
    only = practice("ipd:1.1", row("ipd:1.1.1", "not_built"))
    return assessment(only, exit_code=4, only=("ipd:1.1",))


def left_open() -> Assessment:
    """`--fail-on unmet` with a question that nobody answered, and one that somebody did."""
    answered = row("ipd:5.2.3", "alternative", overrides=(override(),))
    rows = (row("ipd:5.2.1", "needs_review"), answered)
    return assessment(practice("ipd:5.2", *rows), fails=(), exit_code=0, run=run(fail_on="unmet"), only=("ipd:5.2",))


def no_worse() -> Assessment:
    """`--fail-on regression` where nothing got worse and a gap stays."""
    rows = (row("ipd:5.2.1", "unmet"), row("ipd:5.2.2", "met"))
    gate = Gate("regression", fail_on_from="file", base=Base("origin/main", "2" * 40), regressions=())
    return assessment(
        practice("ipd:5.2", *rows), fails=("ipd:5.2.1",), exit_code=0, run=run(fail_on="regression"), gate=gate
    )


def worse() -> Assessment:
    """The same where a row got worse, in a change that would waive it."""
    made = no_worse()
    own = Own("regression", "auto", 0, {"waived": 1, "met": 1}, (), ())
    return made._replace(exit_code=1, gate=made.gate._replace(regressions=("ipd:5.2.1",), own=own))


def hostile(text: str) -> Assessment:
    """An assessment whose every foreign text is `text`: names, ids, paths, messages, notes, facts."""
    from tests.support import analyses

    bad = finding("ipd:5.3.1", message=text, remedy=text, subject=text, place=place(1, text), other=place(2, text))
    said = Reason("code", text, "nist", (text,))
    judged = judgement("unmet", subjects=((text, "unmet"),), reasons=(said,), questions=(said,), findings=(bad,))
    added = override(by=text, until=text, note=text, counts=False, why_not=text)
    rows = (
        row("ipd:5.3.1", "unmet", judgements=(judged,), overrides=(added,), evidence=(place(None, text),), remedy=text),
        row("ipd:5.3.2", "needs_review", judgements=(judgement("needs_review", questions=(said,)),)),
    )
    fact = Fact(text, text, 1, text)
    channel = {"id": text, "access": "gated_weights", "variant": "open"}
    return assessment(
        practice("ipd:5.3", *rows),
        disagreements=(bad._replace(id="fact:licence"),),
        notes=(Note("note", text, place(3, text)),),
        release=release(
            name=text, version=text, developer=text, folder=text, channels=[channel, channel | {"access": None}]
        ),
        run=run(repository=text, ref=text),
        gate=Gate(base=Base(text, "2" * 40)),
        facts=facts(name=(fact,), problems=(fact,), extra={text: (fact,)}, models=(fact,)),
        marginal=analyses.hostile(text, bad),
        expires=(analyses.expiry(id=text, rests=(text, "other"), place=place(7, text)),),
    )


def large(rows: int = 400) -> Assessment:
    found = tuple(finding("ipd:5.3.1", f"code_{number}") for number in range(30))
    many = [row(f"ipd:5.3.{n}", "unmet", judgements=(judgement("unmet", findings=found),)) for n in range(1, rows + 1)]
    return assessment(practice("ipd:5.3", *many))


EVERY = {
    "mixed": mixed,
    "passing": passing,
    "undeclared": undeclared,
    "failed": failed,
    "silent": silent,
    "nothing": nothing,
    "left_open": left_open,
    "no_worse": no_worse,
    "worse": worse,
}
