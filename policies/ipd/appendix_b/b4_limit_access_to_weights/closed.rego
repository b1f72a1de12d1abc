# METADATA
# scope: package
# title: Ensure the level of access to the weights is appropriate, for hosted access
# description: Withholding is a decision too, asked to be weighed against the benefits forgone, and where it is relied on the weights are asked to be protected.
# schemas:
#   - input: schema.document
package ai800.ipd.b4_limit_access_to_weights.closed

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.doubts
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.items
import data.ai800.lib.texts

# METADATA
# title: Withholding the weights was decided on and weighed
# description: A backed decision that weighs withholding against the benefits of access; where it is recorded as a safeguard, theft was assessed and the weights are protected.
# custom:
#   basis: [nist, "techfreedom:TF-33", "techfreedom:TF-37", "ai800:words", "ai800:content"]
#   findings:
#     reliance_without_theft_protection: withholding the weights is relied on, but no theft assessment and no measure that protects weights is shown
#   reviews:
#     links_only: Do the addresses given say why the weights are withheld, weighed against the benefits of access?
subjects["B4.1"] := channels.ids.closed

met["B4.1"][input.channels[c].id] if {
	some c in (_decided - _unprotected)
	weights := input.channels[c].deployment.weights_access
	texts.said(weights.weighing)
	evidence.backed(weights)
}

partial["B4.1"][input.channels[c].id] contains "incomplete" if {
	some c in (_decided - _unprotected)
	not texts.said(input.channels[c].deployment.weights_access.weighing)
}

_decided contains c if {
	some c in channels.of.closed
	texts.word(input.channels[c].deployment.weights_access.decision)
}

# Withheld weights protect only as long as they are not stolen (nist note 48, techfreedom:TF-37).
_unprotected contains c if {
	some c in _relies_on_secrecy
	not _protected
}

_relies_on_secrecy contains c if {
	some c in channels.of.closed
	some id in {"B4.1", "B4.3"}
	items.recorded[id][c]
}

_relies_on_secrecy contains c if {
	some c in channels.of.closed
	some s in input.channels[c].deployment.safeguards
	input.safeguards[s].kind in {"ipd:B4.1", "ipd:B4.3"}
}

_protected if {
	some measure in input.security.measures
	"weights" in measure.protects
	_rests_on_something(measure)
	some assessment in input.security.theft_assessments
	_rests_on_something(assessment)
}

_rests_on_something(record) if evidence.backed(record)

_rests_on_something(_) if evidence.backed(input.security)

findings contains found.channel("B4.1", "absent", c, "") if {
	some c in (channels.of.closed - _decided)
	not "B4.1" in considerations.stated
}

findings contains found.deployment("B4.1", "not_weighed", c, "weights_access.weighing") if {
	some c in _decided
	deployment := input.channels[c].deployment
	not texts.said(deployment.weights_access.weighing)
}

findings contains found.deployment("B4.1", "not_backed", c, "weights_access.evidence") if {
	some c in _decided
	deployment := input.channels[c].deployment
	not evidence.backed(deployment.weights_access)
}

findings contains object.union(finding, {"at": "", "field": "security"}) if {
	some c in _unprotected
	finding := found.channel("B4.1", "reliance_without_theft_protection", c, "")
}

# METADATA
# title: Fine-tuning by API was decided on and tried for misuse
# description: A backed decision with its reason, and an evaluation that tried to misuse fine-tuning at that access. Not asked of a channel that offers none.
# custom:
#   basis: [nist, "techfreedom:TF-27", ai800, "ai800:words", "ai800:content"]
#   findings:
#     absent: "channel {c} offers fine-tuning and no decision on it is recorded"
#     no_reason: the decision on fine-tuning gives no reason
#     abuse_not_evaluated: channel {c} offers fine-tuning and no evaluation tried to misuse it
#     not_backed: the decision on fine-tuning has no reference that resolves
#   reviews:
#     links_only: Do the addresses given say why fine-tuning by API is appropriate for this model?
#   reasons:
#     no_fine_tuning_api:
#       text: the channel offers no fine-tuning
#       basis: nist
#     recipient_runs_model:
#       text: vetted recipients hold the weights and fine-tune without an API
#       basis: ai800
#       alternatives: ["5.1.2", "B1.3"]
subjects["B4.2"] := channels.ids.closed

met["B4.2"][input.channels[c].id] if {
	some c in _reasoned
	_abuse_evaluated
	evidence.backed(input.channels[c].deployment.fine_tuning_api)
}

partial["B4.2"][input.channels[c].id] contains "incomplete" if {
	some c in _reasoned
	not _abuse_evaluated
}

not_applicable["B4.2"][input.channels[c].id] contains "no_fine_tuning_api" if {
	some c in channels.of.closed
	input.channels[c].rank in {0, 1, 2}
}

not_applicable["B4.2"][input.channels[c].id] contains "recipient_runs_model" if {
	some c in channels.of.closed
	input.channels[c].access == "gated_weights"
}

_offered contains c if {
	some c in channels.of.closed
	input.channels[c].access == "api_finetuning"
}

_reasoned contains c if {
	some c in _offered
	texts.word(input.channels[c].deployment.fine_tuning_api.decision)
	texts.said(input.channels[c].deployment.fine_tuning_api.because)
}

_abuse_evaluated if {
	some e in evaluations.sound
	not evaluations.other_model[e]
	_tries_fine_tuning[e]
}

_tries_fine_tuning contains e if {
	some e, rank in evaluations.attack
	rank >= 3
}

_tries_fine_tuning contains e if {
	some e, record in input.evaluations
	record.variant == "fine_tuned_adversarial"
	access.rank[record.access] >= 3
}

findings contains found.channel("B4.2", "absent", c, "") if {
	some c in _offered
	channel := input.channels[c]
	not texts.word(channel.deployment.fine_tuning_api.decision)
	not "B4.2" in considerations.stated
}

findings contains found.deployment("B4.2", "no_reason", c, "fine_tuning_api.because") if {
	some c in (_offered - _reasoned)
	deployment := input.channels[c].deployment
	texts.word(deployment.fine_tuning_api.decision)
}

findings contains found.deployment("B4.2", "abuse_not_evaluated", c, "fine_tuning_api") if {
	some c in _offered
	not _abuse_evaluated
}

findings contains object.union(doubts.other_name[e], {"id": "B4.2", "subject": input.channels[c].id}) if {
	some c in _offered
	not _abuse_evaluated
	some e, _ in input.evaluations
}

findings contains found.deployment("B4.2", "not_backed", c, "fine_tuning_api.evidence") if {
	some c in _offered
	tuning := input.channels[c].deployment.fine_tuning_api
	texts.word(tuning.decision)
	not evidence.backed(tuning)
}
