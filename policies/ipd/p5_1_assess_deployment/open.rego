# METADATA
# scope: package
# title: Assess the effect of a potential deployment, for published weights
# description: What publishing adds compared with closed access is stated for each threat profile.
# schemas:
#   - input: schema.document
# custom:
#   objective: 5
#   page: 12
package ai800.ipd.p5_1_assess_deployment.open

import data.ai800.lib.channels
import data.ai800.lib.deployments
import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# title: The marginal effect of publishing is assessed
# description: What a malicious actor could get, that they could fine-tune it, the marginal risk of each threat profile, and what publishing adds.
# custom:
#   basis: [nist, "techfreedom:TF-25", "techfreedom:TF-26", "techfreedom:TF-27", ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     contradicts_derived_access: {basis: "techfreedom:TF-27", text: "public weights give everybody nearly full access, whatever is declared"}
#     contradicts_fine_tuning: {basis: "techfreedom:TF-27", text: "public weights can be fine-tuned, whatever is declared"}
#     no_delta: {basis: "techfreedom:TF-25", text: the effect of publishing is what it adds to a closed deployment}
#     no_risk: {basis: "techfreedom:TF-25", text: the marginal rating decides for published weights; elsewhere the absolute one does}
#   remedy: Add `malicious_access`, `fine_tuning_possible`, `delta_versus_closed` and one `risks` entry with `marginal` per threat profile to the channel's `deployments` record.
#   findings:
#     no_delta: channel {c} does not say what publishing adds compared with closed access
#   example: |
#     deployments:
#       - channel: hub
#         malicious_access: widely_available_weights
#         fine_tuning_possible: true
#         delta_versus_closed: Publishing adds local use and fine-tuning without review.
#         risks:
#           - {threat_profile: bio, marginal: low}
#         evidence: [docs/deployment.md#hub]
subjects["5.1.2"] := channels.ids.open

met["5.1.2"][channel.id] if {
	some c in _assessed
	channel := input.channels[c]
	texts.said(channel.deployment.delta_versus_closed)
	evidence.backed(channel.deployment)
}

_assessed contains c if {
	some c in (channels.of.open & deployments.access_assessed)
	c in deployments.effects_stated
}

partial["5.1.2"][input.channels[c].id] contains "incomplete" if {
	some c in (channels.of.open & deployments.access_assessed)
	not c in deployments.effects_stated
}

partial["5.1.2"][input.channels[c].id] contains "incomplete" if {
	some c in (channels.of.open & deployments.access_assessed)
	not texts.said(input.channels[c].deployment.delta_versus_closed)
}

findings contains _report("5.1.2", c, finding) if {
	some c in channels.of.open
	some found in [deployments.access_gaps, deployments.effect_gaps, deployments.proof_gaps]
	some finding in found[c]
}

findings contains _report("5.1.2", c, _in_record(c, "no_delta", "delta_versus_closed")) if {
	some c in channels.of.open
	input.channels[c].deployment.given
	not texts.said(input.channels[c].deployment.delta_versus_closed)
}

_report(id, c, finding) := object.union(finding, {"id": id, "subject": input.channels[c].id})

_in_record(c, code, field) := {
	"code": code,
	"at": input.channels[c].deployment.at,
	"field": field,
	"args": {"c": input.channels[c].id},
}

# METADATA
# title: Access, marginal risks, safeguards and benefits of each deployment are documented
# description: The backed record of each channel assesses the marginal risk of every threat profile, names its safeguards (or every marginal risk is low, backed and borne out) and a benefit of publishing.
# custom:
#   basis: [nist, "techfreedom:TF-25", ai800, "ai800:content", "ai800:moderate"]
#   specific_to_openness:
#     no_risk: {basis: "techfreedom:TF-25", text: the marginal rating decides for published weights; elsewhere the absolute one does}
#     no_benefits: {basis: "techfreedom:TF-25", text: the risk of publishing is read against its benefits}
#     no_safeguards: {basis: "techfreedom:TF-25", text: "the marginal rating decides for published weights, so it is the one that has to be backed"}
#   remedy: Complete the channel's `deployments` record with `risks`, `safeguards`, `benefits` and `evidence`.
#   findings:
#     no_benefits: the record of channel {c} names no benefit of publishing
#   example: |
#     deployments:
#       - channel: hub
#         risks:
#           - {threat_profile: bio, marginal: low}
#         safeguards: [hardening]
#         benefits: [study]
#         evidence: [docs/deployment.md#hub]
#     safeguards:
#       - {id: hardening, kind: ipd:B1.3, description: Tamper-resistant training of the refusals., channels: [hub], evidence: [docs/safeguards.md]}
#     benefits:
#       - {id: study, category: safety_research, claim: Researchers can study the weights directly., evidence: [docs/benefits.md]}
subjects["5.1.a"] := channels.ids.open

met["5.1.a"][channel.id] if {
	some c in (channels.of.open & deployments.effects_stated)
	c in deployments.safeguards_settled
	channel := input.channels[c]
	count(channel.deployment.benefits) > 0
	evidence.backed(channel.deployment)
}

partial["5.1.a"][input.channels[c].id] contains "incomplete" if {
	some c in (channels.of.open & (deployments.effects_stated | deployments.safeguards_settled))
}

findings contains _report("5.1.a", c, finding) if {
	some c in channels.of.open
	some found in [deployments.effect_gaps, deployments.safeguard_gaps, deployments.proof_gaps]
	some finding in found[c]
}

findings contains _report("5.1.a", c, _in_record(c, "no_benefits", "benefits")) if {
	some c in channels.of.open
	input.channels[c].deployment.given
	count(input.channels[c].deployment.benefits) == 0
}

findings contains _report("5.1.a", c, finding) if {
	some c in (channels.of.open & deployments.missing)
	finding := {"code": "no_deployment", "at": input.channels[c].at, "field": "", "args": {"c": input.channels[c].id}}
}
