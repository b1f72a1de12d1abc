# METADATA
# scope: package
# title: Implement safeguards proportionate to the model's misuse risk, for published weights
# description: The marginal rating decides which threat profiles ask for a safeguard; only one that holds once the weights are out counts, and it is tested there.
# schemas:
#   - input: schema.document
# custom:
#   objective: 5
#   page: 12
package ai800.ipd.p5_2_implement_safeguards.open

import data.ai800.lib.channels
import data.ai800.lib.effectiveness
import data.ai800.lib.mitigations
import data.ai800.lib.profiles
import data.ai800.lib.reassessment
import data.ai800.lib.safeguard_list
import data.ai800.lib.texts

# METADATA
# title: Raised marginal risks have safeguards that hold once the weights are public
# description: Each threat profile with a marginal rating of moderate, high or undetermined has a described, backed safeguard that was in place when the channel opened and that published weights leave standing, with what it costs the benefits of openness. A lower rating is backed and borne out.
# custom:
#   basis: [nist, "techfreedom:TF-09", "techfreedom:TF-10", "techfreedom:TF-17", "techfreedom:TF-30", "techfreedom:TF-04", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   specific_to_openness:
#     no_rating: {basis: "techfreedom:TF-09", text: the marginal rating decides for published weights; elsewhere the absolute one does}
#     rating_not_backed: {basis: "techfreedom:TF-09", text: "the marginal rating decides for published weights, so it is the one that has to be backed"}
#     not_credited_on_weights: {basis: "techfreedom:TF-30", text: only a safeguard that stays in the weights counts once they are out}
#     unmitigated: {basis: "techfreedom:TF-30", text: only a safeguard that stays in the weights counts once they are out}
#     only_other_kind: {basis: "ai800", text: a safeguard of no listed kind is not known to stay in the weights until a test shows it}
#     no_benefit_impact: {basis: "techfreedom:TF-17", text: a mitigation for published weights says what it costs in benefits}
#   remedy: Add a `safeguards` record with `mitigates`, `channels`, `implemented_on`, `benefit_impact` and `evidence` for each threat profile whose marginal risk is moderate or higher, and name it in `deployments[].safeguards`; use one that stays in the weights (`ipd:B1.1`, `ipd:B1.2`, `ipd:B1.3`), a staged opening, or one with a test at weights level.
#   findings:
#     not_credited_on_weights: "safeguard {s} ({kind}) does not hold once the weights are public, or nothing shows that it does; record it on hosted channels only"
#     no_benefit_impact: safeguard {s} does not say what it costs the benefits of openness
#     only_other_kind: threat profile {p} rests on safeguard {s} outside Appendix B, which only a person can judge
#   reviews:
#     links_only: Do the addresses given show that the safeguard is in place, and the ratings as stated?
#     only_other_kind: Is the safeguard on published weights a real protection against the threat profile it is said to mitigate?
#     undetermined: The marginal risk is undetermined and watched. Can it go without a safeguard until it is known?
#   partial:
#     incomplete: the safeguards are in place, but do not say what they cost the benefits of openness
#   example: |
#     safeguards:
#       - id: hardening
#         kind: ipd:B1.3
#         description: Tamper-resistant training of the refusals.
#         channels: [hub]
#         mitigates: [bio]
#         implemented_on: 2025-12-15
#         benefit_impact: Fine-tuning for biology needs more data.
#         evidence: [docs/safeguards.md#hardening]
#     deployments:
#       - channel: hub
#         risks:
#           - {threat_profile: bio, marginal: moderate}
#         safeguards: [hardening]
#     threat_profiles:
#       - {id: bio, marginal: {rating: moderate, evidence: [docs/marginal.md]}}
subjects["5.2.1"] := channels.ids.open

met["5.2.1"][input.channels[c].id] if {
	some c in _stands
	not _questions[c]
	not profiles.doubtful[c]
	not mitigations.not_backed[c]
}

# Lines 1 to 4 and 6 of 5.2.1; the proof of line 4 is asked where it makes the difference.
_stands contains c if {
	some c in channels.of.open
	c in profiles.all_rated
	c in mitigations.settled
	not _unexcused[c]
	not _no_benefit_impact[c]
}

# Raised threat profiles without a safeguard, except those that are undetermined and watched while none stands against them.
_unexcused[c] contains p if {
	some c in channels.of.open
	some p in mitigations.without[c]
	not _excused[c][p]
}

_excused[c] contains p if {
	some c in channels.of.open
	some p in (mitigations.without[c] & profiles.insufficient[c])
	not mitigations.by[c][p]
}

_no_benefit_impact[c] contains s if {
	some c in channels.of.open
	some s in mitigations.relied_on[c]
	not texts.said(input.safeguards[s].benefit_impact)
}

_rests_on_other[c][p] := standing if {
	some c in channels.of.open
	some p, standing in mitigations.in_place[c]
	every s in standing { input.safeguards[s].kind == "other" }
}

_questions[c] contains "undetermined" if some c, _ in _excused

_questions[c] contains "only_other_kind" if some c, _ in _rests_on_other

needs_review["5.2.1"][input.channels[c].id] contains question if {
	some c in _stands
	not mitigations.not_backed[c]
	some question in _questions[c]
}

partial["5.2.1"][input.channels[c].id] contains "incomplete" if {
	some c, _ in _no_benefit_impact
	c in profiles.all_rated
	not _unexcused[c]
}

partial["5.2.1"][input.channels[c].id] contains "not_in_time" if {
	some c, found in _unexcused
	c in profiles.all_rated
	count(found - object.get(mitigations.late, c, set())) == 0
}

not_applicable["5.2.1"][input.channels[c].id] contains "deployment_stopped" if {
	some c in (channels.of.open & channels.stopped)
}

# METADATA
# title: Safeguards were shown to work on the weights before they were relied on
# description: Each safeguard that counts against a raised threat profile has a sound evaluation or tried red team about it, done with it in place and before the channel opened, with the weights in hand after an attempt to remove it. Its result stays within a threshold that was set before.
# custom:
#   basis: [nist, "techfreedom:TF-09", "techfreedom:TF-30", "techfreedom:TF-04", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   specific_to_openness:
#     no_rating: {basis: "techfreedom:TF-09", text: the marginal rating decides for published weights; elsewhere the absolute one does}
#     rating_not_backed: {basis: "techfreedom:TF-09", text: "the marginal rating decides for published weights, so it is the one that has to be backed"}
#     not_credited_on_weights: {basis: "techfreedom:TF-30", text: only a safeguard that stays in the weights counts once they are out}
#     wrong_level: {basis: "techfreedom:TF-30", text: a test shows that a safeguard holds when it attacks the weights}
#   findings:
#     not_credited_on_weights: "safeguard {s} ({kind}) cannot be relied on once the weights are public, or nothing shows that it can"
#   reviews:
#     links_only: Do the addresses given show that the safeguard still works after an attempt to remove it from the weights?
#     effect: Does the recorded result, obtained after an attempt to remove the safeguard from the weights, show that it still works well enough to be relied on?
#     crossed: A test of the safeguard crosses the metric. Does the remaining safeguard still carry the claim that rests on it?
#     undetermined: The marginal risk is undetermined and watched. Is no safeguard relied on until it is known?
#   reasons:
#     no_reliance: {text: "every threat profile has a backed marginal rating below moderate, so no safeguard is relied on", basis: "techfreedom:TF-09"}
#   example: |
#     thresholds:
#       - {id: bio-limit, threat_profile: bio, metric: {benchmark: uplift test, operator: ">", value: 0.5}, declared_on: 2025-05-02}
#     evaluations:
#       - id: attack
#         threat_profiles: [bio]
#         task: {name: uplift test}
#         model: {name: Base, version: "2.0"}
#         variant: fine_tuned_adversarial
#         access: widely_available_weights
#         performed_on: 2026-02-01
#         fine_tuning_attack: {performed: true, method: Low-rank adaptation on harmful data}
#         result: {metric: share of steps completed, value: 0.2}
#         threshold: bio-limit
#         evidence: [docs/attack.md#results]
#     safeguards:
#       - {id: hardening, kind: ipd:B1.3, channels: [hub], mitigates: [bio], implemented_on: 2025-12-15, evaluated_by: [attack]}
#     threat_profiles:
#       - {id: bio, marginal: {rating: moderate, evidence: [docs/marginal.md]}}
#     deployments:
#       - {channel: hub, risks: [{threat_profile: bio, marginal: moderate}], safeguards: [hardening]}
subjects["5.2.2"] := channels.ids.open

met["5.2.2"][input.channels[c].id] if {
	some c in (channels.of.open & effectiveness.shown)
	not effectiveness.not_held[c]
	not effectiveness.broken[c]
	not effectiveness.crossing[c]
}

needs_review["5.2.2"][input.channels[c].id] contains "effect" if {
	some c in (channels.of.open & effectiveness.shown)
	c in effectiveness.not_convincing
}

needs_review["5.2.2"][input.channels[c].id] contains "crossed" if {
	some c in (channels.of.open & effectiveness.shown)
	effectiveness.crossing[c]
}

needs_review["5.2.2"][input.channels[c].id] contains "undetermined" if {
	some c in (channels.of.open & effectiveness.undetermined)
}

partial["5.2.2"][input.channels[c].id] contains "incomplete" if {
	some c in (channels.of.open & effectiveness.partly_shown)
}

not_applicable["5.2.2"][input.channels[c].id] contains reason if {
	some reason, found in effectiveness.reasons
	some c in (channels.of.open & found)
}

# METADATA
# title: Risk was assessed again with the safeguards in place that were added because of it
# description: Every safeguard says whether it was added in response to an identified risk; each that was has a red team with the weights in hand, done with it in place and before the channel opened.
# custom:
#   specific_to_openness:
#     no_safeguard: {basis: "techfreedom:TF-09", text: "the marginal rating decides for published weights, so it is the one that has to be backed"}
#   reasons:
#     no_reliance: {text: every threat profile has a backed marginal rating below moderate and no safeguard is recorded, basis: "techfreedom:TF-09"}
subjects["5.2.3"] := channels.ids.open

met["5.2.3"][input.channels[c].id] if some c in (channels.of.open & reassessment.repeated)

needs_review["5.2.3"][input.channels[c].id] contains "denied_but_later" if {
	some c in (channels.of.open & reassessment.in_question)
}

partial["5.2.3"][input.channels[c].id] contains "incomplete" if some c in (channels.of.open & reassessment.begun)

not_applicable["5.2.3"][input.channels[c].id] contains reason if {
	some reason, found in reassessment.reasons
	some c in (channels.of.open & found)
}

# METADATA
# title: The safeguards that are in place are listed
# description: Every safeguard says its kind, what it does, on which channels and since when, and is backed.
# custom:
#   specific_to_openness:
#     no_safeguards: {basis: "techfreedom:TF-09", text: "the marginal rating decides for published weights, so it is the one that has to be backed"}
#   reasons:
#     no_safeguard_needed: {text: every threat profile has a backed marginal rating below moderate and no safeguard is recorded, basis: "techfreedom:TF-09"}
subjects["5.2.a"] := channels.release.open

met["5.2.a"].release if safeguard_list.complete

partial["5.2.a"].release contains "incomplete" if some _ in safeguard_list.listed

not_applicable["5.2.a"].release contains "no_safeguard_needed" if "open" in safeguard_list.none_needed

# METADATA
# title: The results of testing the safeguards are summarised
# description: Every safeguard names a current evaluation or red team with a result, and each is backed.
# custom:
#   specific_to_openness:
#     no_safeguards: {basis: "techfreedom:TF-09", text: "the marginal rating decides for published weights, so it is the one that has to be backed"}
#   reasons:
#     no_safeguard_needed: {text: every threat profile has a backed marginal rating below moderate and no safeguard is recorded, basis: "techfreedom:TF-09"}
subjects["5.2.b"] := channels.release.open

met["5.2.b"].release if safeguard_list.summarised

partial["5.2.b"].release contains "incomplete" if some _ in safeguard_list.tested

not_applicable["5.2.b"].release contains "no_safeguard_needed" if "open" in safeguard_list.none_needed
