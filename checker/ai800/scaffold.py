"""The first ai800.yaml of a release: filled with what was observed, and with nothing that closes a gap.

Every text that a person has to write is a TODO, which counts as a placeholder wherever it stands; what only a person
can know (how a channel opens, when, to whom) is a comment until somebody writes it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ai800.text import plural, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ai800.facts.types import Fact, Facts

HEAD = """\
# What this release states about misuse risk, for NIST AI 800-1 (a voluntary draft).
# Written by `ai800 init` from what the repository shows. Nothing in it counts as evidence yet:
# replace each TODO, take the # from what applies, and name evidence as `path#heading`.
# `ai800 explain ID` says what each recommendation looks for.
# An editor completes and checks this file once `ai800 schema -o ai800.schema.json` has written the schema beside it
# and the first line here is `# yaml-language-server: $schema=ai800.schema.json`.
ai800: 1
"""

_LATER = """
# Threat profiles, with what was assessed of each (objective 1):
# threat_profiles:
#   - id: bio
#     domain: cbrn                      # cbrn, cyber, csam, ncii, deception, other
#     capability_of_concern: TODO
#     actor: {kind: TODO, resources: TODO, motivation: TODO}
#     tasks: [{task: TODO, model_relevance: TODO}]
#     evidence: [docs/safety/threats.md#profiles]

# The decision on each channel (objective 5):
# deployments:
#   - channel: main
#     malicious_access: widely_available_weights
#     fine_tuning_possible: true
#     risks: [{threat_profile: bio, residual: low, marginal: low}]
#     decision:
#       {outcome: proceed, decided_on: "2026-01-31", decided_by: TODO, basis: TODO, evidence: [docs/decision.md]}
#     evidence: [docs/deployment.md]

# Further sections: threat_profile_process, benefits, thresholds, roadmap, capability_estimates, security, evaluations,
# red_teams, safeguards, monitoring, incident_response, internal_reporting, disclosure, bounty, transparency,
# accountability, incident_reporting; and what a person adds: considered, alternatives, reviews.
"""


def first_release_file(facts: Facts, *, full: bool = False) -> str:
    """The text of an ai800.yaml for a repository that shows `facts`; valid under the release schema.

    `full` adds every other field of the vocabulary as a comment.
    """
    if full:
        from ai800.catalog import load_catalog
        from ai800.scaffold_full import full_release_file

        return full_release_file(facts, load_catalog())
    return "".join([HEAD, *observed_sections(facts).values(), _LATER])


def observed_sections(facts: Facts) -> dict[str, str]:
    """The text of each section that is begun for a repository that shows `facts`; empty where nothing is known."""
    return {
        "release": "".join(_release(facts)),
        "model": "".join(_model(facts)),
        "channels": "".join(_channels(facts)),
    }


def _release(facts: Facts) -> Iterator[str]:
    name = str(facts.name[0].value) if facts.name else "TODO: name of the release"
    yield "\nrelease:\n"
    yield _line("name", name, comment=_found(facts.name), indent=2)
    yield _line("developer", "TODO: who releases it", comment="", indent=2)
    yield '  # version: "1.0"\n'
    yield "  # status: released                  # planned or released\n"
    yield '  # released_on: "2026-01-31"\n'


def _model(facts: Facts) -> Iterator[str]:
    lines = [*_counts(facts), *_bases(facts), *_licences(facts), *_artifacts(facts)]
    yield from ["\nmodel:\n", *lines] if lines else []


def _counts(facts: Facts) -> Iterator[str]:
    total = facts.parameters_total[:1]
    active = (*_beside(total, facts.parameters_active), *facts.parameters_active)[:1]
    for name, found in (("total", total), ("active", active)):
        if found:
            yield _line(f"parameters_{name}", found[0].value, comment=_found(found), indent=2)
    sizes = {fact.value for fact in facts.parameters_total if _listed_in(fact) == _listed_in(*total)}
    if len(sizes) > 1:
        yield f"  # the largest of {len(sizes)} sizes that are listed there\n"


def _beside(total: tuple[Fact, ...], active: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What is said of the same model as `total`: of several, each has its own line."""
    return tuple(fact for fact in active for each in total if (fact.path, fact.line) == (each.path, each.line))


def _listed_in(*found: Fact) -> tuple[str, str] | None:
    """The file and the table or text in it: the way a fact was found, without the name of its row."""
    return (found[0].path, found[0].how.partition(",")[0]) if found else None


def _bases(facts: Facts) -> Iterator[str]:
    if facts.base_models:
        yield "  base_models:\n"
    for fact in facts.base_models:
        yield _line("- name", fact.value["name"], comment=_found((fact,)), indent=4)
        if fact.value.get("relation"):
            yield _line("relation", fact.value["relation"], comment="", indent=6)


def _licences(facts: Facts) -> Iterator[str]:
    parts = [(part, found) for part, found in _licence_facts(facts) if found]
    if parts:
        yield "  licence:\n"
    for part, found in parts:
        yield _line(part, found[0].value, comment=_found(found), indent=4)
        others = {fact.value: fact for fact in reversed(found) if fact.value != found[0].value}
        for value in sorted(others):
            yield f"    # also {printable(str(value))} ({_found((others[value],))})\n"


def _licence_facts(facts: Facts) -> tuple[tuple[str, tuple[Fact, ...]], ...]:
    return ("weights", facts.licence_weights), ("code", facts.licence_code)


def _artifacts(facts: Facts) -> Iterator[str]:
    released = [weights for weights in facts.weights if weights.form != "index"]
    known = [weights for weights in released if weights.sha256]
    if known:
        yield "  artifacts:\n"
    for weights in known:
        yield f"    - {{path: {_scalar(weights.path)}, sha256: {json.dumps(weights.sha256)}}}\n"
    if len(known) < len(released):
        left = plural(len(released) - len(known), "file")
        yield f"  # {left} of weights not digested: `ai800 facts --digest-weights` shows the digests\n"


def _channels(facts: Facts) -> Iterator[str]:
    seen = (*facts.weight_links, *facts.gate)
    yield "\n# Every way someone gets at the model; `access` decides which variant judges it:\n"
    yield "# internal_only, hosted_interface, api_inference, api_finetuning, gated_weights,\n"
    yield "# widely_available_weights, fully_open.\n"
    yield "channels:\n  - id: main\n"
    if facts.weights or facts.weight_links:
        yield "    # access: widely_available_weights  # the repository holds weights, or says where they are\n"
    else:
        yield "    # access: api_inference\n"
    yield _line("audience", "TODO: who can use it", comment="", indent=4)
    yield '    # opens_on: "2026-01-31"\n    # hosted_by: developer               # developer or third_party\n'
    for fact in seen:
        yield f"    # seen: {printable(str(fact.value))} ({printable(fact.path)}; {printable(fact.how)})\n"


def _line(name: str, value: Any, *, comment: str, indent: int) -> str:
    said = f"  # {comment}" if comment else ""
    return f"{' ' * indent}{name}: {_scalar(value)}{said}\n"


def _scalar(value: Any) -> str:
    """A value as YAML: JSON's strings are YAML's, once what is invisible in them is written out."""
    return str(value) if isinstance(value, int) else json.dumps(printable(str(value)), ensure_ascii=False)


def _found(facts: tuple[Fact, ...]) -> str:
    if not facts:
        return ""
    place = facts[0].path if facts[0].line is None else f"{facts[0].path}:{facts[0].line}"
    return f"observed: {printable(place)}" if place else "observed"
