# METADATA
# scope: package
# title: Implement safeguards proportionate to the model's misuse risk, for hosted access
# description: The absolute rating and the residual risk on the channel decide which threat profiles ask for a safeguard; every kind counts, and it is tested at the access that the channel gives.
# schemas:
#   - input: schema.document
# custom:
#   objective: 5
#   page: 12
package ai800.ipd.p5_2_implement_safeguards.closed

import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.effectiveness
import data.ai800.lib.mitigations
import data.ai800.lib.profiles
import data.ai800.lib.reassessment
import data.ai800.lib.safeguard_list

# METADATA
# title: Raised risks have safeguards on the channel
# description: Each threat profile rated moderate or higher, or with such a residual risk on the channel, has a described, backed safeguard there that was in place when the channel opened. A lower rating is backed and borne out.
# custom:
#   basis: [nist, "techfreedom:TF-09", "techfreedom:TF-30", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: Add a `safeguards` record with `mitigates`, `channels`, `implemented_on` and `evidence` for each threat profile rated moderate or higher, and name it in `deployments[].safeguards`.
#   reviews:
#     links_only: Do the addresses given show that the safeguard is in place, and the ratings as stated?
#   example: |
#     safeguards:
#       - id: classifier
#         kind: ipd:B2.1
#         description: A classifier flags harmful requests.
#         channels: [api]
#         mitigates: [bio]
#         implemented_on: 2025-12-15
#         evidence: [docs/safeguards.md#classifier]
#     deployments:
#       - channel: api
#         risks:
#           - {threat_profile: bio, residual: low}
#         safeguards: [classifier]
#     threat_profiles:
#       - {id: bio, risk: {rating: moderate, evidence: [docs/risk.md]}}
subjects["5.2.1"] := channels.ids.closed

met["5.2.1"][input.channels[c].id] if {
	some c in (channels.of.closed & profiles.all_rated)
	c in mitigations.settled
	not mitigations.without[c]
	not mitigations.not_backed[c]
	not profiles.doubtful[c]
}

partial["5.2.1"][input.channels[c].id] contains "not_in_time" if {
	some c in (channels.of.closed & profiles.all_rated)
	without := mitigations.without[c]
	count(without - object.get(mitigations.late, c, set())) == 0
}

not_applicable["5.2.1"][input.channels[c].id] contains "deployment_stopped" if {
	some c in (channels.of.closed & channels.stopped)
}

findings contains _report("5.2.1", c, finding) if {
	some c in channels.of.closed
	some found in [mitigations.rating_gaps, mitigations.gaps, doubts.on_channel]
	some finding in found[c]
}

_report(id, c, finding) := object.union(finding, {"id": id, "subject": input.channels[c].id})

# METADATA
# title: Safeguards were shown to work before they were relied on
# description: Each safeguard against a raised threat profile has a sound evaluation or tried red team about it, done with it in place, before the channel opened and at the access it gives. Its result stays within a threshold that was set before, and nothing that the safeguard names crosses one.
# custom:
#   basis: [nist, "techfreedom:TF-09", "techfreedom:TF-30", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   reviews:
#     links_only: Do the addresses given show that the safeguard works?
#     adverse_without_date: A test that the safeguard names crosses the metric, and by its own dates no longer counts. Why does it not speak against the safeguard?
#   reasons:
#     no_reliance: {text: "every threat profile has a backed rating below moderate, so no safeguard is relied on", basis: "techfreedom:TF-30"}
#   example: |
#     thresholds:
#       - {id: bio-limit, threat_profile: bio, metric: {benchmark: uplift test, operator: ">", value: 0.5}, declared_on: 2025-05-02}
#     evaluations:
#       - id: behind-classifier
#         threat_profiles: [bio]
#         task: {name: uplift test}
#         model: {name: Base, version: "2.0"}
#         variant: released
#         access: api_inference
#         performed_on: 2026-02-01
#         result: {metric: share of steps completed, value: 0.2}
#         threshold: bio-limit
#         evidence: [docs/classifier.md#results]
#     safeguards:
#       - {id: classifier, kind: ipd:B2.1, channels: [api], mitigates: [bio], implemented_on: 2025-12-15, evaluated_by: [behind-classifier]}
#     threat_profiles:
#       - {id: bio, risk: {rating: moderate, evidence: [docs/risk.md]}}
#     deployments:
#       - {channel: api, risks: [{threat_profile: bio, residual: low}], safeguards: [classifier]}
subjects["5.2.2"] := channels.ids.closed

met["5.2.2"][input.channels[c].id] if {
	some c in (channels.of.closed & effectiveness.shown)
	not effectiveness.crossing[c]
	not c in effectiveness.not_convincing
}

needs_review["5.2.2"][input.channels[c].id] contains "effect" if {
	some c in (channels.of.closed & effectiveness.shown)
	not effectiveness.crossing_still[c]
	c in effectiveness.not_convincing
}

needs_review["5.2.2"][input.channels[c].id] contains "adverse_without_date" if {
	some c in (channels.of.closed & effectiveness.shown)
	not effectiveness.crossing_still[c]
	effectiveness.crossing[c]
}

partial["5.2.2"][input.channels[c].id] contains "incomplete" if {
	some c in (channels.of.closed & effectiveness.partly_shown)
	not effectiveness.crossing_still[c]
}

not_applicable["5.2.2"][input.channels[c].id] contains reason if {
	some reason, found in effectiveness.reasons
	some c in (channels.of.closed & found)
}

findings contains _report("5.2.2", c, finding) if {
	some c in channels.of.closed
	some finding in effectiveness.gaps[c]
}

# METADATA
# title: Risk was assessed again with the safeguards in place that were added because of it
# description: Every safeguard says whether it was added in response to an identified risk; each that was has a red team at the access of the channel, done with it in place and before the channel opened.
# custom:
#   reasons:
#     no_reliance: {text: every threat profile has a backed rating below moderate and no safeguard is recorded, basis: "techfreedom:TF-30"}
subjects["5.2.3"] := channels.ids.closed

met["5.2.3"][input.channels[c].id] if some c in (channels.of.closed & reassessment.repeated)

needs_review["5.2.3"][input.channels[c].id] contains "denied_but_later" if {
	some c in (channels.of.closed & reassessment.in_question)
}

partial["5.2.3"][input.channels[c].id] contains "incomplete" if some c in (channels.of.closed & reassessment.begun)

not_applicable["5.2.3"][input.channels[c].id] contains reason if {
	some reason, found in reassessment.reasons
	some c in (channels.of.closed & found)
}

findings contains _report("5.2.3", c, finding) if {
	some c in channels.of.closed
	some finding in reassessment.gaps[c]
}

# METADATA
# title: The safeguards that are in place are listed
# description: Every safeguard says its kind, what it does, on which channels and since when, and is backed.
# custom:
#   reasons:
#     no_safeguard_needed: {text: every threat profile has a backed rating below moderate and no safeguard is recorded, basis: "techfreedom:TF-30"}
subjects["5.2.a"] := channels.release.closed

met["5.2.a"].release if safeguard_list.complete

partial["5.2.a"].release contains "incomplete" if some _ in safeguard_list.listed

not_applicable["5.2.a"].release contains "no_safeguard_needed" if "closed" in safeguard_list.none_needed

# METADATA
# title: The results of testing the safeguards are summarised
# description: Every safeguard names a current evaluation or red team with a result, and each is backed.
# custom:
#   reasons:
#     no_safeguard_needed: {text: every threat profile has a backed rating below moderate and no safeguard is recorded, basis: "techfreedom:TF-30"}
subjects["5.2.b"] := channels.release.closed

met["5.2.b"].release if safeguard_list.summarised

partial["5.2.b"].release contains "incomplete" if some _ in safeguard_list.tested

not_applicable["5.2.b"].release contains "no_safeguard_needed" if "closed" in safeguard_list.none_needed

findings contains object.union(finding, {"id": id, "subject": "release"}) if {
	some id, found in {"5.2.a": safeguard_list.gaps, "5.2.b": safeguard_list.result_gaps}
	some finding in (found | object.get(safeguard_list.empty, "closed", set()))
}
