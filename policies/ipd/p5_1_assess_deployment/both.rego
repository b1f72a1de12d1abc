# METADATA
# scope: package
# title: Assess the effect of a potential deployment on the model's misuse risk.
# description: Each channel says who gets what, and what that does to each threat profile.
# schemas:
#   - input: schema.document
# custom:
#   objective: 5
#   page: 12
#   shared:
#     5.1.2:
#       ask: plain
#       decides: consistency
#       page: 12
#       never_decidable: whether an actor could obtain more than the channel gives, by theft or leak
#       findings:
#         no_malicious_access: channel {c} does not say what access a malicious actor could obtain; the channel itself gives at least {derived}
#         contradicts_derived_access: malicious_access says {malicious_access}, but the channel itself gives at least {derived}
#         no_fine_tuning: channel {c} does not say whether a malicious actor could fine-tune the model
#         contradicts_fine_tuning: fine_tuning_possible is false, but {derived} lets anyone who has it fine-tune
#         contradicts_fine_tuning_level: fine_tuning_possible is true, but malicious_access {malicious_access} is below api_finetuning
#         no_threat_profiles: no threat profile is declared, so the effect of channel {c} on none is stated
#         no_risk: the effect of channel {c} on threat profile {p} is not stated
#         not_backed: the assessment of channel {c} has no reference that resolves
#       reviews:
#         links_only: Do the addresses given show how this deployment changes what a malicious actor can do?
#       partial:
#         incomplete: access and fine-tuning are assessed, but not everything that follows from them
#     5.1.a:
#       ask: can
#       decides: consistency
#       page: 12
#       never_decidable: whether the assessed risks are the right ones
#       findings:
#         no_deployment: channel {c} has no record in deployments
#         no_threat_profiles: no threat profile is declared, so the record of channel {c} assesses none
#         no_risk: the record of channel {c} does not assess threat profile {p}
#         no_safeguards: the record of channel {c} names no safeguard, though not every risk is shown to be low
#         safeguard_channel_mismatch: safeguard {s} and channel {c} do not name each other
#         not_backed: the record of channel {c} has no reference that resolves
#       reviews:
#         links_only: Do the addresses given document access, assessed risks and safeguards for this deployment?
#       partial:
#         incomplete: the record of the channel is there, and part of what it should document
package ai800.ipd.p5_1_assess_deployment.both

import data.ai800.lib.channels
import data.ai800.lib.deployments
import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# title: Each channel has an audience and an assessed deployment
# description: Every channel states its access and audience, and has one backed record in `deployments`.
# custom:
#   ask: consider
#   decides: existence
#   page: 12
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Add `audience` to the channel and one `deployments` record for it, with `evidence`.
#   never_decidable: whether deployments that were weighed and dropped are missing from the list, and whether the audience is the real one
#   findings:
#     no_access: channel {c} does not say what access it gives
#     no_audience: channel {c} does not say who can get at the model
#     no_deployment: channel {c} has no record in deployments
#     not_backed: the assessment of channel {c} has no reference that resolves
#   reviews:
#     links_only: Do the addresses given for this channel set out which actors it reaches and what access it gives them?
#   partial:
#     no_deployment: the channel is described, but has no record in deployments
#   example: |
#     channels:
#       - id: hub
#         access: widely_available_weights
#         audience: Anyone who downloads the files
#     deployments:
#       - channel: hub
#         evidence: [docs/deployment.md#hub]
subjects["5.1.1"] := channels.ids.all

met["5.1.1"][channel.id] if {
	some c, channel in input.channels
	_reach_stated[c]
	channel.deployment.given
	evidence.backed(channel.deployment)
}

partial["5.1.1"][channel.id] contains "no_deployment" if {
	some c in deployments.missing
	_reach_stated[c]
	channel := input.channels[c]
}

_reach_stated[c] if {
	some c, channel in input.channels
	channel.access != ""
	texts.word(channel.audience.grade)
}

findings contains _finding(channel, "no_access", channel.at, "access") if {
	some channel in input.channels
	channel.access == ""
}

findings contains _finding(channel, "no_audience", channel.at, "audience") if {
	some channel in input.channels
	not texts.word(channel.audience.grade)
}

findings contains _finding(channel, "no_deployment", channel.at, "") if {
	some c in deployments.missing
	channel := input.channels[c]
}

findings contains _finding(channel, "not_backed", channel.deployment.at, "evidence") if {
	some channel in input.channels
	channel.deployment.given
	not evidence.backed(channel.deployment)
}

_finding(channel, code, at, field) := {
	"id": "5.1.1",
	"subject": channel.id,
	"code": code,
	"at": at,
	"field": field,
	"args": {"c": channel.id},
}
