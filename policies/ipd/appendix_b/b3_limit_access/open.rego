# METADATA
# scope: package
# title: Limit access to the model's capabilities, for published weights
# description: Limits of access cannot be had once anyone can hold the weights, and a record that claims one contradicts itself; only what is in the weights counts.
# schemas:
#   - input: schema.document
package ai800.ipd.b3_limit_access.open

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.items

# METADATA
# title: A limit to lower-risk contexts and users is not asked of published weights
# description: Anyone can hold published weights. A safeguard recorded as such a limit for an open channel is a contradiction; a clause in a licence is no limit of access.
# custom:
#   basis: [nist, "techfreedom:TF-10", "techfreedom:TF-31", ai800]
#   specific_to_openness:
#     contradicts_openness: {basis: "techfreedom:TF-31", text: nobody can limit who uses weights that are public}
#   findings:
#     contradicts_openness: safeguard {s} limits contexts or users, which open channel {c} cannot do (a licence clause is not a limit of access)
#   reasons:
#     weights_published:
#       text: contexts and users cannot be limited once anyone can hold the weights; put limits into the weights, and tell downstream what to do
#       basis: "techfreedom:TF-31"
#       alternatives: ["B1.1", "B1.2", "B1.3", "7.1.4"]
#     weights_not_published_yet:
#       text: this channel is to give the weights away and is not shown to be open yet; once it is, the safeguard cannot be had on it
#       basis: ai800
#       alternatives: ["B1.1", "B1.2", "B1.3", "7.1.4"]
subjects["B3.2"] := channels.ids.open

not_applicable["B3.2"][input.channels[c].id] contains reason if some c, reason in channels.given_away

# METADATA
# title: Taking the model back is not asked of published weights
# description: Published weights cannot be rolled back or withdrawn. A roll-back that is claimed for an open channel is a contradiction.
# custom:
#   basis: [nist, "techfreedom:TF-10", "techfreedom:TF-32", ai800]
#   specific_to_openness:
#     contradicts_irreversibility: {basis: "techfreedom:TF-32", text: "published weights cannot be recalled, whatever is declared"}
#   findings:
#     contradicts_irreversibility: channel {c} claims a roll-back, but published weights cannot be taken back; describe deprecation instead
#   reasons:
#     weights_published:
#       text: published weights cannot be rolled back or withdrawn; describe deprecation and advisories, and how misuse informs later releases
#       basis: "techfreedom:TF-32"
#       alternatives: ["6.2.2", "6.2.3", "6.4.1"]
#     weights_not_published_yet:
#       text: this channel is to give the weights away and is not shown to be open yet; once it is, the safeguard cannot be had on it
#       basis: ai800
#       alternatives: ["6.2.2", "6.2.3", "6.4.1"]
#   example: |
#     deployments:
#       - channel: hub
#         rollback: {possible: false, how: Published weights cannot be recalled.}
#         deprecation: The model card will say when support ends.
subjects["B3.3"] := channels.ids.open

not_applicable["B3.3"][input.channels[c].id] contains reason if some c, reason in channels.given_away

findings contains found.deployment("B3.3", "contradicts_irreversibility", c, "rollback.possible") if {
	some c in channels.of.open
	input.channels[c].deployment.rollback.possible == true
}

findings contains object.union(finding, {"code": "contradicts_irreversibility"}) if {
	some c in channels.of.open
	some finding in items.misplaced.contradicts_openness["B3.3"][c]
}

# METADATA
# title: A limit on capabilities or features is in the weights
# description: A limit that is recorded, in place and backed, with a test of the weights after an attempt to remove it.
# custom:
#   basis: [nist, "techfreedom:TF-30", "ai800:words", "ai800:content"]
#   findings:
#     not_in_weights: nothing shows that limit {s} is in the weights, so it counts on hosted channels only
#   reviews:
#     links_only: Do the addresses given show that the limit is in the weights and survives attempts to remove it?
subjects["B3.4"] := channels.ids.open

met["B3.4"][input.channels[c].id] if {
	some c in channels.of.open
	some s in items.tested["B3.4"][c]
	evidence.backed(input.safeguards[s])
}

partial["B3.4"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.open
	items.recorded["B3.4"][c]
	not items.tested["B3.4"][c]
}

findings contains finding if {
	some c in channels.of.open
	some finding in items.gaps["B3.4"][c]
}

findings contains object.union(finding, {"code": "not_in_weights"}) if {
	some c in channels.of.open
	some finding in items.not_tested["B3.4"][c]
}

# METADATA
# title: Restriction to developers and evaluators is not asked of published weights
# description: It would mean not publishing, which is decided and judged elsewhere. A safeguard recorded as such a restriction for an open channel is a contradiction.
# custom:
#   basis: [nist, "techfreedom:TF-10", ai800]
#   specific_to_openness:
#     contradicts_openness: {basis: "techfreedom:TF-10", text: nobody can limit who uses weights that are public}
#   findings:
#     contradicts_openness: safeguard {s} restricts the model to its developers, but channel {c} publishes it
#   reasons:
#     weights_published:
#       text: restricting the model to its developers means not publishing it; the decision and its weighing are judged at ipd:B4.1 and ipd:5.3.1
#       basis: "techfreedom:TF-10"
#       alternatives: ["B4.1", "5.3.1", "B5.1"]
#     weights_not_published_yet:
#       text: this channel is to give the weights away and is not shown to be open yet; once it is, the safeguard cannot be had on it
#       basis: ai800
#       alternatives: ["B4.1", "5.3.1", "B5.1"]
subjects["B3.5"] := channels.ids.open

not_applicable["B3.5"][input.channels[c].id] contains reason if some c, reason in channels.given_away

findings contains finding if {
	some c in channels.of.open
	some id in {"B3.2", "B3.5"}
	some finding in items.misplaced.contradicts_openness[id][c]
}
