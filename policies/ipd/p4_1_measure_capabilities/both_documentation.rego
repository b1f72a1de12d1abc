package ai800.ipd.p4_1_measure_capabilities.both

import data.ai800.lib.channels
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# title: Each threat profile has a task and a sample of its data
# description: Every threat profile is named by a backed evaluation with the name of its task, and each of those shows a readable sample.
# custom:
#   ask: can
#   decides: existence
#   page: 10
#   basis: [nist, "ai800:content"]
#   remedy: "Name `evaluations[].task.name` for each threat profile and point `task.sample` at a representative subset of the data."
#   never_decidable: whether the subset is representative; a sample too dangerous to publish goes by an alternative or a review
#   findings:
#     no_profiles: no threat profile is declared
#     no_task: no backed evaluation task is listed for threat profile {p}
#     no_sample: evaluation {e} shows no readable sample of its data
#   reviews:
#     links_only: Do the addresses given hold the tasks and a representative subset of the evaluation data?
#   partial:
#     incomplete: tasks are listed, but not for every threat profile with a readable sample
#   example: |
#     evaluations:
#       - id: bio-test
#         threat_profiles: [bio]
#         task: {name: acquisition planning test, sample: docs/sample.md}
#         performed_on: "2026-02-01"
#         evidence: [docs/evaluation.md]
subjects["4.1.a"] := channels.release.all

met["4.1.a"].release if {
	profiles.every_one(_profiles_listed)
	_listed == _sampled
}

partial["4.1.a"].release contains "incomplete" if profiles.every_one(_profiles_listed)

partial["4.1.a"].release contains "incomplete" if {
	count(_profiles_listed - evaluations.naming(_listed - _sampled)) > 0
}

# Line 2: those that name a threat profile, with a task, and are backed.
_listed contains e if {
	some e in _backed
	texts.word(input.evaluations[e].task.name.grade)
	count(input.evaluations[e].threat_profiles) > 0
}

_profiles_listed := evaluations.naming(_listed)

_sampled contains e if {
	some e in _listed
	evidence.resolved(input.evaluations[e].task.sample)
}

findings contains found.section("4.1.a", "no_profiles", "threat_profiles") if count(input.threat_profiles) == 0

findings contains found.profile("4.1.a", "no_task", p, "") if {
	some p, _ in input.threat_profiles
	not p in _profiles_listed
}

findings contains found.evaluation("4.1.a", "no_sample", e, "task.sample") if some e in (_listed - _sampled)

# METADATA
# title: The method of each evaluation is described, with a log
# description: Every evaluation states its method, is backed, and points at a machine-readable log; without a log a person judges the description.
# custom:
#   ask: can
#   decides: existence
#   page: 10
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "State `evaluations[].method`, add `evidence`, and point `log` at a machine-readable evaluation log."
#   never_decidable: whether the evaluation can be reproduced
#   findings:
#     no_evaluations: no evaluation is declared as performed and still valid
#     no_method: evaluation {e} has no description of its method
#     not_backed: the method of {e} points to no document that can be read
#   reviews:
#     links_only: Do the addresses given describe each method in enough detail to reproduce it?
#     no_log: Is each method without a readable log described in enough detail to reproduce it?
#   partial:
#     incomplete: some evaluations have a backed method, and others do not
#   example: |
#     evaluations:
#       - id: bio-test
#         performed_on: "2026-02-01"
#         method: "Randomised trial with two arms of fifty people."
#         log: docs/bio-test-log.json
#         evidence: [docs/evaluation.md]
subjects["4.1.b"] := channels.release.all

met["4.1.b"].release if {
	_methods_described
	evaluations.read == _logged
}

needs_review["4.1.b"].release contains "no_log" if {
	_methods_described
	evaluations.read != _logged
}

partial["4.1.b"].release contains "incomplete" if count(_with_method & _backed) > 0

# Lines 1 to 3.
_methods_described if {
	count(evaluations.read) > 0
	evaluations.read == _with_method & _backed
}

_with_method contains e if {
	some e in evaluations.read
	texts.said(input.evaluations[e].method)
}

_logged contains e if {
	some e in evaluations.read
	evidence.resolved(input.evaluations[e].log)
}

findings contains found.section("4.1.b", "no_evaluations", "evaluations") if count(evaluations.read) == 0

findings contains found.evaluation("4.1.b", "no_method", e, "method") if some e in (evaluations.read - _with_method)

findings contains found.evaluation("4.1.b", "not_backed", e, "evidence") if some e in (evaluations.read - _backed)

# METADATA
# title: Tasks and capabilities of concern are related to each other
# description: Every evaluation says how its task relates to the capability of concern, and whether it is harder, and is backed.
# custom:
#   ask: can
#   decides: existence
#   page: 10
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "State `evaluations[].task.relation_to_capability` and declare `task.harder_than_capability` as true or false."
#   never_decidable: whether the analysis is right
#   findings:
#     no_evaluations: no evaluation is declared as performed and still valid
#     no_relation: evaluation {e} does not say how its task relates to the capability of concern
#     difficulty_not_declared: evaluation {e} does not say whether its task is harder than the capability of concern
#     not_backed: the analysis of {e} points to no document that can be read
#   reviews:
#     links_only: Do the addresses given analyse how the tasks relate to the capabilities of concern?
#   partial:
#     incomplete: how tasks relate to capabilities is analysed, but not fully for every evaluation
#   example: |
#     evaluations:
#       - id: bio-test
#         task: {relation_to_capability: "It measures acquisition planning itself.", harder_than_capability: false}
#         performed_on: "2026-02-01"
#         evidence: [docs/evaluation.md]
subjects["4.1.c"] := channels.release.all

met["4.1.c"].release if {
	_relations_told
	evaluations.read == _with_difficulty
}

partial["4.1.c"].release contains "incomplete" if _relations_told

partial["4.1.c"].release contains "incomplete" if count((_with_relation & _with_difficulty) & _backed) > 0

# Lines 1, 2 and 4.
_relations_told if {
	count(evaluations.read) > 0
	evaluations.read == _with_relation & _backed
}

findings contains found.section("4.1.c", "no_evaluations", "evaluations") if count(evaluations.read) == 0

findings contains found.evaluation("4.1.c", "no_relation", e, "task.relation_to_capability") if {
	some e in (evaluations.read - _with_relation)
}

findings contains found.evaluation("4.1.c", "difficulty_not_declared", e, "task.harder_than_capability") if {
	some e in (evaluations.read - _with_difficulty)
}

findings contains found.evaluation("4.1.c", "not_backed", e, "evidence") if some e in (evaluations.read - _backed)
