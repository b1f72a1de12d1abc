# METADATA
# scope: package
# title: Detect and block attempted misuse, for published weights
# description: Whoever holds the weights runs the model without anything around it, so none of this is asked.
# schemas:
#   - input: schema.document
package ai800.ipd.b2_detect_and_block.open

import data.ai800.lib.channels
import data.ai800.lib.items

# METADATA
# title: Detection of misuse is not asked of published weights
# description: Infrastructure around the model can be left out by whoever holds it; what is recorded for it counts on hosted channels only.
# custom:
#   basis: [nist, "techfreedom:TF-37", ai800]
#   findings:
#     not_credited: safeguard {s} is recorded for open channel {c}; it counts on hosted channels only
#   reasons:
#     weights_published:
#       text: whoever holds the weights runs the model without this infrastructure; offer the classifier as an optional tool in the downstream steps and watch the ecosystem
#       basis: "techfreedom:TF-37"
#       alternatives: ["7.1.4", "6.1.6", "B1.1", "B1.2", "B1.3"]
#     weights_not_published_yet:
#       text: this channel is to give the weights away and is not shown to be open yet; once it is, the safeguard cannot be had on it
#       basis: ai800
#       alternatives: ["7.1.4", "6.1.6", "B1.1", "B1.2", "B1.3"]
subjects["B2.1"] := channels.ids.open

not_applicable["B2.1"][input.channels[c].id] contains reason if some c, reason in channels.given_away

# METADATA
# title: Blocking of misuse is not asked of published weights
# description: There is no query to block and no account to limit; what is recorded for it counts on hosted channels only.
# custom:
#   basis: [nist, "techfreedom:TF-37", ai800]
#   findings:
#     not_credited: safeguard {s} is recorded for open channel {c}; it counts on hosted channels only
#   reasons:
#     weights_published:
#       text: there is no query to block and no account to limit on published weights; ask hosts to act on distributions meant for misuse and put limits into the weights
#       basis: "techfreedom:TF-37"
#       alternatives: ["6.1.4", "B1.2", "B1.3"]
#     weights_not_published_yet:
#       text: this channel is to give the weights away and is not shown to be open yet; once it is, the safeguard cannot be had on it
#       basis: ai800
#       alternatives: ["6.1.4", "B1.2", "B1.3"]
subjects["B2.2"] := channels.ids.open

not_applicable["B2.2"][input.channels[c].id] contains reason if some c, reason in channels.given_away

findings contains finding if {
	some c in channels.of.open
	some id in {"B2.1", "B2.2"}
	some finding in items.misplaced.not_credited[id][c]
}
