# METADATA
# scope: package
# title: Measure model capabilities relevant to assessing misuse risk.
# description: What was measured, how far it stands for the capability of concern, and how it was done.
# schemas:
#   - input: schema.document
# custom:
#   objective: 4
#   page: 9
#   shared:
#     4.1.1:
#       ask: plain
#       decides: consistency
#       page: 10
#       never_decidable: whether the measurement is accurate, the proxy reliable and the numbers true
#       findings:
#         no_profiles: no threat profile says which capability to measure
#         not_measured: no current, backed evaluation measures threat profile {p}
#         no_route: evaluation {e} does not say whether its task is direct or a proxy, or how it relates to the capability of concern
#         other_model: evaluation {e} measured a model whose name, version or digest is not that of the model released here
#       partial:
#         incomplete: some threat profiles were measured, but not all of what is asked is there
#     4.1.6:
#       ask: plain
#       decides: computed
#       page: 10
#       never_decidable: whether the systems were reasonably optimized and whether the stated gap is the real one
#       findings:
#         no_profiles: no threat profile says what an actor would try
#         not_at_weights: no evaluation shows what the actor of threat profile {p} could do with the weights
#         not_optimized: evaluation {e} names no technique that brought out the model's best performance
#         no_tools: evaluation {e} combines the model with no other tool
#         no_gap: evaluation {e} says nothing of the gap between its effort and an attacker's
#         no_uncertainty: evaluation {e} does not say how uncertain that gap leaves its result
#         no_fine_tuning_attack: no evaluation of threat profile {p} has the safeguards off or tries to fine-tune them away at the access this release gives
#       reviews:
#         high_uncertainty: Is the gap between the effort of testing and that of an attacker accounted for, given its high uncertainty?
#       partial:
#         incomplete: what an actor could do with the weights was tested, but not all of what is asked is there
package ai800.ipd.p4_1_measure_capabilities.both

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.doubts
import data.ai800.lib.evaluations
import data.ai800.lib.findings as found
import data.ai800.lib.measurement
import data.ai800.lib.texts

# METADATA
# title: A comparison with a proxy model is complete, and followed up
# description: |
#   Some evaluation compares the model with a named version of another one, over two evaluations or more, with that
#   model's risk assessment and a conclusion; where it is not reassuring, each threat profile is measured separately.
# custom:
#   ask: consider
#   decides: consistency
#   page: 10
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "Complete `evaluations[].proxy_model` and `conclusion`, and measure separately where the comparison is not reassuring; or record in `considered[]` (`ipd:4.1.2`) that no proxy model was used and why."
#   never_decidable: whether the models are similar across a broad range
#   findings:
#     no_proxy_model: no evaluation compares the model with an existing one of known risk
#     no_comparison: evaluation {e} names no evaluations that make the models comparable
#     proxy_risk_unknown: evaluation {e} does not point to the proxy model's own risk assessment
#     no_conclusion: evaluation {e} does not say how the comparison came out
#     not_evaluated_separately: the comparison in {e} is inconclusive or indicates risk, and threat profile {p} is not measured separately
#     narrow_comparison: evaluation {e} compares the models on a single evaluation
#     adverse_without_date: the comparison in {e} is not reassuring for threat profile {p}, and its own dates say that it does not hold now
#   reviews:
#     links_only: Do the addresses given show that the models are similar across a broad range of evaluations?
#     only_proxy: Is the model similar enough to the proxy model for its results to stand for the threat profiles that nothing else measured?
#     by_label: No proxy model was used; does the benchmark that is called direct measure the capability of concern itself?
#     adverse_without_date: Does a comparison that was not reassuring, and is planned, expired or invalidated, still count?
#   reasons:
#     measured_directly: {text: "Every threat profile was measured directly and no proxy model was used: 4.1.1 asks for the one or the other.", basis: nist}
#   partial:
#     incomplete: the models are compared with a conclusion, but not all of what is asked is there
#   example: |
#     evaluations:
#       - id: compared
#         threat_profiles: [bio]
#         kind: relative
#         task: {name: troubleshooting test, kind: proxy, relation_to_capability: "It asks for the same laboratory skills."}
#         model: {name: Base, version: "2.0"}
#         performed_on: "2026-02-01"
#         result: {metric: Accuracy, value: 0.31}
#         proxy_model:
#           name: Earlier Base
#           version: "1.0"
#           comparability_evaluations: [troubleshooting test, planning test]
#           own_risk_assessment: "docs/earlier-risk.md"
#         conclusion: no_risk_indicated
#         evidence: [docs/comparison.md]
subjects["4.1.2"] := channels.release.all

met["4.1.2"].release if {
	_comparison_stands
	count(_only_proxy) == 0
	count(_unfollowed) == 0
}

not_applicable["4.1.2"].release contains "measured_directly" if {
	measurement.measured_directly
	count(_with_proxy_model) == 0
}

needs_review["4.1.2"].release contains "only_proxy" if {
	_comparison_stands
	count(_only_proxy) > 0
}

needs_review["4.1.2"].release contains "by_label" if {
	measurement.by_label
	count(_with_proxy_model) == 0
}

needs_review["4.1.2"].release contains "adverse_without_date" if {
	_comparison_stands
	count(_unfollowed) > 0
}

needs_review["4.1.2"].release contains "adverse_without_date" if {
	"4.1.2" in considerations.decided
	_all_followed
	count(_unfollowed) > 0
}

partial["4.1.2"].release contains "incomplete" if _comparison_told

consideration_fails["4.1.2"].release if count(_unfollowed) > 0

consideration_fails["4.1.2"].release if count(_compared - _with_conclusion) > 0

_with_proxy_model := evaluations.read & evaluations.with_proxy_model

_separate := evaluations.naming(evaluations.sound - evaluations.with_proxy_model)

# Line 1: a sound comparison with a named version.
_compared contains e if {
	some e in evaluations.sound
	texts.word(input.evaluations[e].proxy_model.name)
	texts.word(input.evaluations[e].proxy_model.version)
}

_with_comparison contains e if {
	some e in _compared
	texts.all_words(input.evaluations[e].proxy_model.comparability_evaluations)
}

_with_proxy_risk contains e if {
	some e in _compared
	texts.word(input.evaluations[e].proxy_model.own_risk_assessment)
}

_with_conclusion contains e if {
	some e in _compared
	input.evaluations[e].conclusion != ""
}

_broad contains e if {
	some e in _with_comparison
	count(input.evaluations[e].proxy_model.comparability_evaluations) > 1
}

# Lines 1, 2 and 4.
_comparison_told if {
	count(_compared) > 0
	_compared == _with_comparison
	_compared == _with_conclusion
}

# Lines 1 to 6.
_comparison_stands if {
	_comparison_told
	_compared == _with_proxy_risk
	_compared == _broad
	_all_followed
}

# Line 5. What its own dates take out of force is not history either: a person judges it.
_all_followed if count(_unfollowed - evaluations.history) == 0

_unfollowed contains e if {
	some e in (evaluations.not_reassuring & evaluations.with_proxy_model)
	some p in input.evaluations[e].threat_profiles
	not p in _separate
}

_only_proxy := evaluations.naming(_compared) - _separate

findings contains found.section("4.1.2", "no_proxy_model", "evaluations") if count(_compared) == 0

findings contains found.evaluation("4.1.2", "no_comparison", e, "proxy_model.comparability_evaluations") if {
	some e in (_compared - _with_comparison)
}

findings contains found.evaluation("4.1.2", "proxy_risk_unknown", e, "proxy_model.own_risk_assessment") if {
	some e in (_compared - _with_proxy_risk)
}

findings contains found.evaluation("4.1.2", "no_conclusion", e, "conclusion") if {
	some e in (_compared - _with_conclusion)
}

findings contains found.evaluation("4.1.2", "narrow_comparison", e, "proxy_model.comparability_evaluations") if {
	some e in (_with_comparison - _broad)
}

findings contains found.evaluation_of("4.1.2", "not_evaluated_separately", e, p) if {
	some e in (_unfollowed - evaluations.history)
	some p in input.evaluations[e].threat_profiles
	not p in _separate
}

findings contains found.evaluation_of("4.1.2", "adverse_without_date", e, p) if {
	some e in (_unfollowed & evaluations.history)
	some p in input.evaluations[e].threat_profiles
	not p in _separate
}

_reading := {"4.1.2", "4.1.3", "4.1.4", "4.1.5", "4.1.7", "4.1.a", "4.1.b", "4.1.c", "4.1.d"}

findings contains object.union(finding, {"id": id, "subject": "release"}) if {
	some id in _reading
	some finding in doubts.other_name
}
