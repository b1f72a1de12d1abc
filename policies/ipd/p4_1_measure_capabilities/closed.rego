# METADATA
# scope: package
# title: Measure model capabilities, for hosted access
# description: The capabilities of concern are measured, and what an actor could do with the weights is tested without giving them away.
# schemas:
#   - input: schema.document
package ai800.ipd.p4_1_measure_capabilities.closed

import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.evaluations
import data.ai800.lib.findings as found
import data.ai800.lib.measurement
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# title: Every threat profile is measured
# description: A sound evaluation of the released model, direct or by a stated proxy, for every threat profile.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "Add an `evaluations[]` for each threat profile with `kind`, `task.kind`, `task.relation_to_capability`, `result`, `model` and `evidence`."
#   reviews:
#     links_only: Do the addresses given show measurements from which the capabilities of concern can be inferred?
#     indirect: Do the proxy measurements allow a sufficiently reliable inference about the capability of concern; and if a benchmark is called direct, does it measure that capability itself?
#   example: |
#     evaluations:
#       - id: bio-test
#         threat_profiles: [bio]
#         kind: threat_simulation
#         task: {name: planning test, kind: direct, relation_to_capability: "It measures acquisition planning itself."}
#         model: {name: Base, version: "2.0"}
#         performed_on: "2026-02-01"
#         result: {metric: Share of steps completed, value: 0.2}
#         evidence: [docs/evaluation.md]
subjects["4.1.1"] := channels.release.closed

met["4.1.1"].release if {
	_measured
	measurement.measured_directly
}

needs_review["4.1.1"].release contains "indirect" if {
	_measured
	not measurement.measured_directly
}

partial["4.1.1"].release contains "incomplete" if count(measurement.routed) > 0

# Lines 1 to 4.
_measured if {
	profiles.every_one(measurement.routed)
	count(measurement.other_model) == 0
}

findings contains finding if some finding in measurement.gaps["4.1.1"]

# METADATA
# title: What an actor could achieve with the weights is tested
# description: |
#   For every threat profile a sound test with what the weights give: optimized, with other tools, with the gap to an
#   attacker and its uncertainty; and where fine-tuning is offered, an attack through it.
# custom:
#   basis: [nist, "techfreedom:TF-27", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "For each threat profile add an `evaluations[]` at weights access, or of a `variant` without its safeguards, with `elicitation` (`techniques[]`, `gap_to_attacker`) and `combined_with[]`; where fine-tuning is offered, a `fine_tuning_attack`."
#   reviews:
#     links_only: Do the addresses given show what an actor could do with the weights of this model?
#   example: |
#     evaluations:
#       - id: bio-test
#         threat_profiles: [bio]
#         model: {name: Base, version: "2.0"}
#         variant: helpful_only
#         performed_on: "2026-02-01"
#         result: {metric: Share of steps completed, value: 0.2}
#         elicitation: {techniques: [Best of ten sampling], gap_to_attacker: "An attacker could spend ten times more."}
#         combined_with: [Web search tool]
#         uncertainty: {level: low}
#         evidence: [docs/evaluation.md]
subjects["4.1.6"] := channels.release.closed

met["4.1.6"].release if {
	_tested
	_little_uncertainty
}

needs_review["4.1.6"].release contains "high_uncertainty" if {
	_tested
	not _little_uncertainty
}

partial["4.1.6"].release contains "incomplete" if count(measurement.told) > 0

partial["4.1.6"].release contains "incomplete" if measurement.partly_told

# Lines 1 to 7.
_tested if {
	measurement.all_told
	_fine_tuning_tested
}

_fine_tuning_tested if count(_fine_tuned) == 0

_fine_tuning_tested if profiles.every_one(_attacked)

_fine_tuned contains c if {
	some c in channels.of.closed
	input.channels[c].access == "api_finetuning"
}

_fine_tuned contains c if {
	some c in channels.of.closed
	input.channels[c].deployment.fine_tuning_possible == true
}

_attacked := evaluations.naming({e |
	some e, rank in evaluations.attack
	rank >= 3
	texts.word(input.evaluations[e].fine_tuning_attack.method)
})

_little_uncertainty if {
	profiles.every_one(evaluations.naming(measurement.with_little_uncertainty))
}

findings contains finding if some finding in measurement.gaps["4.1.6"]

findings contains found.profile("4.1.6", "no_fine_tuning_attack", p, "") if {
	count(_fine_tuned) > 0
	some p, _ in input.threat_profiles
	not p in _attacked
}

findings contains object.union(finding, {"id": id, "subject": "release"}) if {
	some id in {"4.1.1", "4.1.6"}
	some finding in doubts.other_name
}
