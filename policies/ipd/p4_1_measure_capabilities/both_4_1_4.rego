package ai800.ipd.p4_1_measure_capabilities.both

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.evaluations
import data.ai800.lib.findings as found
import data.ai800.lib.measurement

# METADATA
# title: A cheap test that is not reassuring is followed up
# description: |
#   Some test is declared easier than the capability of concern and says what it indicates; where such a test is
#   inconclusive or indicates a risk, a more precise measurement of the threat profile follows.
# custom:
#   ask: consider
#   decides: computed
#   page: 10
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "Give cheap evaluations `task.harder_than_capability: false` and `conclusion`, and follow up with a precise one (bottleneck, threat simulation, uplift study) where they are not reassuring; or use `considered[]` (`ipd:4.1.4`)."
#   never_decidable: whether a precise measurement would be too expensive
#   findings:
#     no_cheap_test: no evaluation is declared easier than the capability of concern
#     no_conclusion: evaluation {e} does not say what the cheap test indicates
#     not_followed_up: cheap test {e} is inconclusive or indicates risk, and threat profile {p} has no more precise measurement
#     contradicts_threshold: evaluation {e} says that no risk is indicated, but its result {value} is unacceptable by threshold {t}
#     adverse_without_date: cheap test {e} is not reassuring for threat profile {p}, and its own dates say that it does not hold now
#   reviews:
#     links_only: Do the addresses given show what the cheap tests indicated and what followed?
#     by_label: Does the benchmark that is called direct measure the capability of concern itself, so that no cheap test stands in for it?
#     followed_by_label: Is the benchmark that is called direct a more precise measurement than the cheap test that was not reassuring?
#     adverse_without_date: Does a cheap test that was not reassuring, and is planned, expired or invalidated, still count?
#   reasons:
#     measured_directly: {text: "Every threat profile was measured directly, so no cheaper test stands in for an expensive one.", basis: ai800}
#   partial:
#     incomplete: there is a cheap test, but not all of what is asked is there
#   example: |
#     evaluations:
#       - id: quick-test
#         threat_profiles: [bio]
#         kind: benchmark
#         task: {name: biology quiz, kind: proxy, relation_to_capability: "Whoever plans this knows the answers.", harder_than_capability: false}
#         model: {name: Base, version: "2.0"}
#         performed_on: "2026-02-01"
#         result: {metric: Accuracy, value: 0.31}
#         conclusion: no_risk_indicated
#         evidence: [docs/quick-test.md]
subjects["4.1.4"] := channels.release.all

met["4.1.4"].release if {
	_cheap_told
	count(_not_followed_up) == 0
}

not_applicable["4.1.4"].release contains "measured_directly" if measurement.measured_directly

needs_review["4.1.4"].release contains "by_label" if measurement.by_label

needs_review["4.1.4"].release contains "followed_by_label" if {
	_cheap_told
	_followed_by_label
	count(_not_followed_up - evaluations.history) > 0
}

needs_review["4.1.4"].release contains "adverse_without_date" if {
	_cheap_told
	_followed_by_label
	count(_not_followed_up & evaluations.history) > 0
}

needs_review["4.1.4"].release contains "adverse_without_date" if {
	"4.1.4" in considerations.decided
	count(_not_followed_up - evaluations.history) == 0
	count(_not_followed_up) > 0
}

partial["4.1.4"].release contains "incomplete" if count(evaluations.cheap) > 0

consideration_fails["4.1.4"].release if count(_not_followed_up) > 0

consideration_fails["4.1.4"].release if count(evaluations.cheap - _concluded) > 0

_concluded contains e if {
	some e in evaluations.cheap
	input.evaluations[e].conclusion != ""
}

# Lines 1 and 2.
_cheap_told if {
	count(evaluations.cheap) > 0
	evaluations.cheap == _concluded
}

# Line 3, which reads what nothing shows to be precise, sound or not: a result that speaks of risk counts as it is.
_not_followed_up contains e if {
	some e in (evaluations.not_reassuring & evaluations.possibly_cheap)
	some p in input.evaluations[e].threat_profiles
	not p in _measured_precisely
}

_measured_precisely := evaluations.naming(evaluations.precise)

# Line 3 would hold if a benchmark that is called direct were a precise measurement.
_followed_by_label if {
	in_force := _not_followed_up - evaluations.history
	labelled := evaluations.naming(evaluations.labelled - evaluations.cheap)
	count(evaluations.naming(in_force) - (_measured_precisely | labelled)) == 0
}

findings contains found.section("4.1.4", "no_cheap_test", "evaluations") if count(evaluations.cheap) == 0

findings contains found.evaluation("4.1.4", "no_conclusion", e, "conclusion") if {
	some e in (evaluations.cheap - _concluded)
}

findings contains found.evaluation_of("4.1.4", "not_followed_up", e, p) if {
	some e in (_not_followed_up - evaluations.history)
	some p in input.evaluations[e].threat_profiles
	not p in _measured_precisely
}

findings contains found.evaluation_of("4.1.4", "adverse_without_date", e, p) if {
	some e in (_not_followed_up & evaluations.history)
	some p in input.evaluations[e].threat_profiles
	not p in _measured_precisely
}

findings contains object.union(about, {"args": object.union(about.args, said)}) if {
	some e in (evaluations.possibly_cheap - evaluations.history)
	input.evaluations[e].conclusion == "no_risk_indicated"
	some t in evaluations.reached[e]
	about := found.evaluation("4.1.4", "contradicts_threshold", e, "result.value")
	said := {"t": input.thresholds[t].id, "value": input.evaluations[e].result.value.value}
}
