"""Runs the case tables on OPA: `python -m tools.cases [PRACTICE...]`, with `--write` only writes build/cases.json.

The documents are built by the checker itself, so a case tests the vocabulary, the document and the policies at once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tools.case_data import Case, cases, document, tables
from tools.vocabulary import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

OPA = ROOT / ".tools" / "bin" / "opa"
OUT = Path(os.environ.get("AI800_CASES_OUT", ROOT / "build" / "cases.json"))
WORST_FIRST = ("unmet", "partial", "needs_review", "met", "not_applicable")
NOTES = frozenset({"absent", "not_credited"})
_QUERY = "data.ai800.main_test.answers"


def selected(practices: Iterable[str]) -> list[Case]:
    wanted = set(practices)
    return [case for path in tables() for case in cases(path) if not wanted or case.practice in wanted]


def prepared(case: Case) -> dict[str, Any]:
    """A case as the tests in Rego read it."""
    seen = document(case.data)
    subjects = [c["id"] for c in seen["channels"] if c["variant"] == case.variant and case.subject in {None, c["id"]}]
    return {
        "document": seen,
        "id": case.id,
        "variant": case.variant,
        "subjects": [*subjects, "release"],
        "verdict": case.verdict,
        "findings": sorted(case.findings),
    }


def outcome(answers: Mapping[str, Any], case: Mapping[str, Any]) -> tuple[str, set[str], set[str]]:
    """The verdict, the reasons and the finding codes that `answers` hold for a case."""
    found: list[Mapping[str, Any]] = []
    codes: set[str] = set()
    for practice in answers.values():
        for variant in ("both", case["variant"]):
            answer = practice.get(variant, {"verdicts": {}, "findings": []})
            found += [v for s, v in answer["verdicts"].get(case["id"], {}).items() if s in case["subjects"]]
            codes |= {
                f["code"] for f in answer["findings"] if f["id"] == case["id"] and f["subject"] in case["subjects"]
            }
    if not found:
        return "unmet", set(), codes
    worst = min((v["verdict"] for v in found), key=WORST_FIRST.index)
    return worst, {code for v in found if v["verdict"] == worst for code in v["because"]}, codes


def faults(case: Case, answers: Mapping[str, Any], *, prepared_case: Mapping[str, Any]) -> list[str]:
    verdict, because, codes = outcome(answers, prepared_case)
    said = []
    if verdict != case.verdict:
        said.append(f"is {verdict}, not {case.verdict}")
    if case.because is not None and because != case.because:
        said.append(f"because {sorted(because)}, not {sorted(case.because)}")
    if codes != case.findings:
        said.append(f"findings {sorted(codes)}, not {sorted(case.findings)}")
    return said


def write(chosen: Iterable[Case]) -> dict[str, dict[str, Any]]:
    ready = {f"{case.practice} {case.name}": prepared(case) for case in chosen}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"cases": ready}), encoding="utf-8")
    return ready


def answers_of_opa(folders: Iterable[Path]) -> dict[str, Any]:
    """What OPA answers to the cases written last, by name; only the practices in `folders` are loaded."""
    command = [OPA, "eval", "-f", "raw", "-d", OUT, *(f"-d{ROOT}/policies/{part}" for part in ("lib", "main"))]
    command += [f"-d{folder}" for folder in sorted(set(folders))]
    command += ["--ignore", "*.yaml", _QUERY]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 (our own OPA)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def main(arguments: list[str]) -> None:
    chosen = selected(argument for argument in arguments if not argument.startswith("-"))
    ready = write(chosen)
    if "--write" in arguments:
        return
    answers = answers_of_opa(case.file.parent for case in chosen)
    failed = 0
    for case in chosen:
        name = f"{case.practice} {case.name}"
        for said in faults(case, answers[name], prepared_case=ready[name]):
            failed += 1
            print(f"{case.file.relative_to(ROOT)}: {name!r} {said}")
    print(f"{len(chosen)} cases, {failed} differences")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
