# METADATA
# scope: package
# title: Ensure the level of access to the model's weights is appropriate.
# description: Decisions on who gets the weights, who may fine-tune, and who inside the organization reaches them.
# schemas:
#   - input: schema.document
# custom:
#   page: 19
#   shared:
#     B4.1:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: "Add `deployments[].weights_access` with `decision`, `weighing` and `evidence` (for published weights also `irreversibility_acknowledged: true`)."
#       never_decidable: whether the level of access is appropriate
#       notes: [absent]
#       findings:
#         absent: "channel {c}: no decision on access to the weights is recorded"
#         not_weighed: the decision on the weights is not weighed against the benefits of access
#         not_backed: the decision on the weights has no reference that resolves
#       example: |
#         deployments:
#           - channel: hub
#             weights_access:
#               decision: Publish the weights
#               weighing: Research on safety needs the weights; the marginal risk is low, and no recall is possible.
#               evidence: [docs/safety/decision.md#weights]
#             irreversibility_acknowledged: true
#             decision: {outcome: proceed, decided_on: "2026-02-20"}
#     B4.2:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: Add `deployments[].fine_tuning_api` with `decision`, `because` and `evidence`, and an evaluation with `fine_tuning_attack` at that access.
#       never_decidable: whether offering fine-tuning is appropriate
#       notes: [absent]
#       example: |
#         deployments:
#           - channel: tuning
#             fine_tuning_api:
#               decision: Offered to vetted customers
#               because: Data is screened before training and the result is tested.
#               evidence: [docs/safety/fine-tuning.md#decision]
#         evaluations:
#           - id: fine-tuning-attack
#             access: api_finetuning
#             fine_tuning_attack: {performed: true, safeguard_retention: 0.9}
package ai800.ipd.b4_limit_access_to_weights.both

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: Access to the weights inside the organization is limited
# description: Limits on who reaches the weights inside the organization are stated and backed; once weights are public there is nothing left of them to limit.
# custom:
#   ask: consider
#   decides: existence
#   page: 19
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content"]
#   remedy: Describe `deployments[].internal_access.limits` with `evidence`.
#   never_decidable: whether the limits are kept
#   notes: [absent]
#   findings:
#     absent: "channel {c}: limits on internal access to the weights are neither recorded nor considered"
#     not_backed: the internal limits have no reference that resolves
#   reviews:
#     links_only: Do the addresses given show how access to the weights is limited inside the organization, as long as they are not published?
#   reasons:
#     weights_published:
#       text: the weights are public; limiting access inside the organization protects nothing of this artefact (unreleased checkpoints stay under objective 3)
#       basis: "techfreedom:TF-20"
#       alternatives: ["3.3.4"]
#   example: |
#     deployments:
#       - channel: api
#         internal_access:
#           limits: Ten named engineers, each access approved by a second person and logged.
#           evidence: [docs/safety/weights.md#internal-access]
subjects["B4.3"] := channels.ids.all

met["B4.3"][input.channels[c].id] if {
	some c in _limits_stated
	evidence.backed(input.channels[c].deployment.internal_access)
}

not_applicable["B4.3"][channel.id] contains "weights_published" if {
	channels.weights_published
	some channel in input.channels
}

_limits_stated contains c if {
	some c, channel in input.channels
	texts.said(channel.deployment.internal_access.limits)
}

findings contains found.channel("B4.3", "absent", c, "") if {
	some c, _ in input.channels
	not c in _limits_stated
	not channels.weights_published
	not "B4.3" in considerations.stated
}

findings contains found.deployment("B4.3", "not_backed", c, "internal_access.evidence") if {
	some c in _limits_stated
	not evidence.backed(input.channels[c].deployment.internal_access)
}
