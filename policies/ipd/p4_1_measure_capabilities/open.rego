# METADATA
# scope: package
# title: Measure model capabilities, for published weights
# description: |
#   What was measured is set beside what an actor has without these weights, and beside the benefits; and the weights are
#   tested as everyone gets them, with nothing but the weights to hold an actor back.
# schemas:
#   - input: schema.document
package ai800.ipd.p4_1_measure_capabilities.open

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.measurement
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# title: Every threat profile is measured, beside its alternatives and the benefits
# description: |
#   A sound evaluation of the released model, direct or by a stated proxy, for every threat profile; compared with a closed
#   model, other technology or the status quo; and a backed benefit of the release.
# custom:
#   basis: [nist, "techfreedom:TF-04", "techfreedom:TF-05", "techfreedom:TF-08", "techfreedom:TF-12", "techfreedom:TF-23", kapoor, ntia, ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     no_marginal_baseline: {basis: "techfreedom:TF-23", text: "what is measured is set beside a closed model, other technology or the status quo"}
#     no_benefits: {basis: "techfreedom:TF-23", text: the risk of publishing is read against its benefits}
#   remedy: "Add an `evaluations[]` for each threat profile with `kind`, `task.kind`, `task.relation_to_capability`, `result`, `model`, `baselines[]` and `evidence`, and a `benefits[]`."
#   findings:
#     no_marginal_baseline: no evaluation of threat profile {p} compares with a closed model, other technology or the status quo
#     no_benefits: no backed benefit stands beside the measured risks; one of transparency or science needs more than weights
#   reviews:
#     links_only: Do the addresses given show measurements from which the capabilities of concern can be inferred?
#     indirect: Do the measurements of each threat profile allow a reliable inference about the capability of concern; and if a benchmark is called direct, does it measure that capability itself?
#     insufficient: No comparison was possible for some threat profile; is the record of why enough?
#   example: |
#     evaluations:
#       - id: bio-test
#         threat_profiles: [bio]
#         kind: uplift_study
#         task: {name: uplift test, kind: direct, relation_to_capability: "It measures acquisition planning itself."}
#         model: {name: Base, version: "2.0"}
#         performed_on: "2026-02-01"
#         result: {metric: Share of steps completed, value: 0.2}
#         baselines: [{kind: closed_model, name: Closed assistant, value: 0.25}]
#         evidence: [docs/evaluation.md]
#     benefits:
#       - {id: study, category: safety_research, claim: "Researchers can study the weights directly.", beneficiaries: Safety researchers, evidence: [docs/benefits.md]}
subjects["4.1.1"] := channels.release.open

met["4.1.1"].release if {
	_measured_beside_benefits
	profiles.every_one(_compared)
	measurement.measured_directly
}

needs_review["4.1.1"].release contains "indirect" if {
	_measured_beside_benefits
	profiles.every_one(_compared | _insufficient)
	not measurement.measured_directly
}

needs_review["4.1.1"].release contains "insufficient" if {
	_measured_beside_benefits
	profiles.every_one(_compared | _insufficient)
	not profiles.every_one(_compared)
}

partial["4.1.1"].release contains "incomplete" if count(measurement.routed) > 0

# Lines 1 to 4, and 6.
_measured_beside_benefits if {
	profiles.every_one(measurement.routed)
	count(measurement.other_model) == 0
	count(_benefits) > 0
}

# Line 5, by threat profile.
_compared := evaluations.naming(evaluations.compared)

_insufficient contains p if {
	some p, _ in input.threat_profiles
	every c in channels.of.open { profiles.insufficient[c][p] }
}

_benefits contains b if {
	some b, benefit in input.benefits
	benefit.category != ""
	texts.said(benefit.claim)
	texts.word(benefit.beneficiaries)
	evidence.backed(benefit)
	not b in _needing_more_than_weights
}

# What the weights alone do not give (kapoor).
_needing_more_than_weights contains b if {
	some b, benefit in input.benefits
	benefit.category in {"transparency", "science"}
	benefit.depends_on in {"weights_only", ""}
}

findings contains finding if some finding in measurement.gaps["4.1.1"]

findings contains found.profile("4.1.1", "no_marginal_baseline", p, "") if {
	some p, _ in input.threat_profiles
	not p in _compared
}

findings contains found.section("4.1.1", "no_benefits", "benefits") if count(_benefits) == 0

# METADATA
# title: What an actor could achieve with the weights is tested as they are released
# description: |
#   For every threat profile a sound test with what the weights give: optimized, with other tools, with the gap to an
#   attacker and its uncertainty; at weights access, and with the safeguards off or attacked by fine-tuning.
# custom:
#   basis: [nist, "techfreedom:TF-27", eu_cop, ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   specific_to_openness:
#     not_tested_as_released: {basis: "nist", text: "whoever has the weights has full access, so that is what is tested"}
#     no_fine_tuning_attack: {basis: "techfreedom:TF-27", text: whoever has the weights can fine-tune the safeguards away}
#   remedy: "For each threat profile add an `evaluations[]` at weights access with `elicitation` (`techniques[]`, `gap_to_attacker`) and `combined_with[]`, of a `variant` without its safeguards, or with a `fine_tuning_attack`."
#   findings:
#     not_tested_as_released: threat profile {p} was not measured at weights access, which this release gives to everyone
#   reviews:
#     links_only: Do the addresses given show what an actor could do with the weights of this model?
#     no_attack: Nobody tried to fine-tune safeguards away; are there really none in these weights?
#   example: |
#     evaluations:
#       - id: bio-test
#         threat_profiles: [bio]
#         model: {name: Base, version: "2.0"}
#         access: widely_available_weights
#         performed_on: "2026-02-01"
#         result: {metric: Share of steps completed, value: 0.2}
#         elicitation: {techniques: [Best of ten sampling], gap_to_attacker: "An attacker could spend ten times more."}
#         fine_tuning_attack: {performed: true, method: Low-rank adaptation, safeguard_retention: 0.2}
#         combined_with: [Web search tool]
#         uncertainty: {level: low}
#         evidence: [docs/evaluation.md]
subjects["4.1.6"] := channels.release.open

met["4.1.6"].release if {
	_tested_as_released
	profiles.every_one(_attacked)
	_little_uncertainty
}

needs_review["4.1.6"].release contains "high_uncertainty" if {
	_tested_as_released
	_attack_settled
	not _little_uncertainty
}

needs_review["4.1.6"].release contains "no_attack" if {
	_tested_as_released
	_attack_settled
	not profiles.every_one(_attacked)
}

partial["4.1.6"].release contains "incomplete" if count(measurement.told) > 0

partial["4.1.6"].release contains "incomplete" if measurement.partly_told

# Lines 1 to 7.
_tested_as_released if {
	measurement.all_told
	profiles.every_one(_at_weights_access)
}

_at_weights_access := evaluations.naming({e |
	some e in evaluations.sound
	access.rank[input.evaluations[e].access] >= 4
})

# Line 8: what safeguards hide is there for whoever holds the weights.
_attacked := evaluations.naming(evaluations.unguarded | _attacks)

_attacks contains e if {
	some e, rank in evaluations.attack
	rank >= 4
	texts.word(input.evaluations[e].fine_tuning_attack.method)
	texts.word(input.evaluations[e].fine_tuning_attack.safeguard_retention)
}

_attack_settled if profiles.every_one(_attacked)

_attack_settled if count(_in_weights) == 0

# Safeguards that an attack on the weights could remove.
_in_weights contains s if {
	some c in channels.of.open
	some s in input.channels[c].recorded_safeguards
	input.safeguards[s].kind in {"ipd:B1.2", "ipd:B1.3", "ipd:B3.4"}
}

_little_uncertainty if {
	profiles.every_one(evaluations.naming(measurement.with_little_uncertainty))
}

findings contains finding if some finding in measurement.gaps["4.1.6"]

findings contains found.profile("4.1.6", "not_tested_as_released", p, "") if {
	some p, _ in input.threat_profiles
	not p in _at_weights_access
}

findings contains found.profile("4.1.6", "no_fine_tuning_attack", p, "") if {
	some p, _ in input.threat_profiles
	not p in _attacked
}

findings contains object.union(finding, {"id": id, "subject": "release"}) if {
	some id in {"4.1.1", "4.1.6"}
	some finding in doubts.other_name
}
