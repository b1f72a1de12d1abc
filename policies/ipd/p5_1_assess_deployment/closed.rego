# METADATA
# scope: package
# title: Assess the effect of a potential deployment, for hosted access
# description: What the channel lets an actor do, and the residual risk on it, is stated for each threat profile.
# schemas:
#   - input: schema.document
# custom:
#   objective: 5
#   page: 12
package ai800.ipd.p5_1_assess_deployment.closed

import data.ai800.lib.channels
import data.ai800.lib.deployments
import data.ai800.lib.evidence

# METADATA
# title: The effect of the channel on misuse risk is assessed
# description: What a malicious actor could get through the channel, whether they could fine-tune it, and the residual risk of each threat profile.
# custom:
#   basis: [nist, "techfreedom:TF-26", ai800, "ai800:content"]
#   remedy: Add `malicious_access`, `fine_tuning_possible` and one `risks` entry with `residual` per threat profile to the channel's `deployments` record.
#   example: |
#     deployments:
#       - channel: api
#         malicious_access: api_inference
#         fine_tuning_possible: false
#         risks:
#           - {threat_profile: bio, residual: low}
#         evidence: [docs/deployment.md#api]
subjects["5.1.2"] := channels.ids.closed

met["5.1.2"][channel.id] if {
	some c in (channels.of.closed & deployments.access_assessed)
	c in deployments.effects_stated
	channel := input.channels[c]
	evidence.backed(channel.deployment)
}

partial["5.1.2"][input.channels[c].id] contains "incomplete" if {
	some c in (channels.of.closed & deployments.access_assessed)
	not c in deployments.effects_stated
}

findings contains _report("5.1.2", c, finding) if {
	some c in channels.of.closed
	some found in [deployments.access_gaps, deployments.effect_gaps, deployments.proof_gaps]
	some finding in found[c]
}

_report(id, c, finding) := object.union(finding, {"id": id, "subject": input.channels[c].id})

# METADATA
# title: Access, risks and safeguards of each deployment are documented
# description: The backed record of each channel that says its access assesses the residual risk of every threat profile and names its safeguards (or every risk is low, backed and borne out).
# custom:
#   basis: [nist, ai800, "ai800:content", "ai800:moderate"]
#   remedy: Complete the channel's `deployments` record with `risks`, `safeguards` and `evidence`.
#   example: |
#     deployments:
#       - channel: api
#         risks:
#           - {threat_profile: bio, residual: low}
#         safeguards: [classifier]
#         evidence: [docs/deployment.md#api]
#     safeguards:
#       - {id: classifier, kind: ipd:B2.1, description: A classifier flags harmful requests., channels: [api], evidence: [docs/safeguards.md]}
subjects["5.1.a"] := channels.ids.closed

met["5.1.a"][channel.id] if {
	some c in _documented
	c in deployments.effects_stated
	c in deployments.safeguards_settled
	channel := input.channels[c]
	evidence.backed(channel.deployment)
}

partial["5.1.a"][input.channels[c].id] contains "incomplete" if {
	some c in _documented
	c in (deployments.effects_stated | deployments.safeguards_settled)
}

_documented contains c if {
	some c in channels.of.closed
	channel := input.channels[c]
	channel.access != ""
	channel.deployment.given
}

findings contains _report("5.1.a", c, finding) if {
	some c in channels.of.closed
	some found in [deployments.effect_gaps, deployments.safeguard_gaps, deployments.proof_gaps]
	some finding in found[c]
}

findings contains _report("5.1.a", c, finding) if {
	some c in (channels.of.closed & deployments.missing)
	finding := {"code": "no_deployment", "at": input.channels[c].at, "field": "", "args": {"c": input.channels[c].id}}
}
