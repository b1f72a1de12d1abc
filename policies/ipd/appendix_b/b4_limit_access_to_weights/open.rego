# METADATA
# scope: package
# title: Ensure the level of access to the weights is appropriate, for published weights
# description: Publishing is a decision like withholding, asked to be weighed, dated, and taken in the knowledge that it cannot be undone.
# schemas:
#   - input: schema.document
package ai800.ipd.b4_limit_access_to_weights.open

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: Publishing the weights was decided on and weighed
# description: A backed decision that weighs publishing against withholding, acknowledges that it cannot be undone, and was taken before the channel opened.
# custom:
#   basis: [nist, "techfreedom:TF-32", "techfreedom:TF-33", "ai800:words", "ai800:content"]
#   specific_to_openness:
#     irreversibility_not_acknowledged: {basis: "techfreedom:TF-32", text: "published weights cannot be recalled, and the decision says so"}
#     decided_late: {basis: "techfreedom:TF-32", text: after publication there is nothing left to decide; withholding can be decided on any day}
#   findings:
#     irreversibility_not_acknowledged: it is not acknowledged that published weights cannot be rolled back
#     decided_late: the decision on the weights is not dated on or before the opening of channel {c}
#   reviews:
#     links_only: Do the addresses given weigh publishing against withholding the weights, with the benefits of access and the impossibility of recall?
subjects["B4.1"] := channels.ids.open

met["B4.1"][input.channels[c].id] if {
	some c in _weighed_in_time
	evidence.backed(input.channels[c].deployment.weights_access)
}

partial["B4.1"][input.channels[c].id] contains "incomplete" if {
	some c in _decided
	not c in _weighed_in_time
}

_decided contains c if {
	some c in channels.of.open
	texts.word(input.channels[c].deployment.weights_access.decision)
}

_weighed_in_time contains c if {
	some c in _decided
	deployment := input.channels[c].deployment
	texts.said(deployment.weights_access.weighing)
	deployment.irreversibility_acknowledged == true
	channels.before(deployment.decision.decided_on, c)
}

findings contains found.channel("B4.1", "absent", c, "") if {
	some c in (channels.of.open - _decided)
	not "B4.1" in considerations.stated
}

findings contains found.deployment("B4.1", "not_weighed", c, "weights_access.weighing") if {
	some c in _decided
	deployment := input.channels[c].deployment
	not texts.said(deployment.weights_access.weighing)
}

findings contains found.deployment("B4.1", "irreversibility_not_acknowledged", c, "irreversibility_acknowledged") if {
	some c in _decided
	deployment := input.channels[c].deployment
	deployment.irreversibility_acknowledged != true
}

findings contains found.deployment("B4.1", "decided_late", c, "decision.decided_on") if {
	some c in _decided
	deployment := input.channels[c].deployment
	not channels.before(deployment.decision.decided_on, c)
}

findings contains found.deployment("B4.1", "not_backed", c, "weights_access.evidence") if {
	some c in _decided
	deployment := input.channels[c].deployment
	not evidence.backed(deployment.weights_access)
}

# METADATA
# title: A decision on fine-tuning by API is not asked of published weights
# description: Whoever holds the weights fine-tunes without an API; what that does is judged elsewhere.
# custom:
#   basis: [nist, "techfreedom:TF-34", ai800]
#   reasons:
#     weights_published:
#       text: whoever holds the weights fine-tunes without an API; the effect is judged at ipd:5.1.2 and the removal of safeguards at ipd:5.2.2
#       basis: "techfreedom:TF-34"
#       alternatives: ["5.1.2", "5.2.2", "B1.3"]
#     weights_not_published_yet:
#       text: this channel is to give the weights away and is not shown to be open yet; once it is, the safeguard cannot be had on it
#       basis: ai800
#       alternatives: ["5.1.2", "5.2.2", "B1.3"]
subjects["B4.2"] := channels.ids.open

not_applicable["B4.2"][input.channels[c].id] contains reason if some c, reason in channels.given_away
