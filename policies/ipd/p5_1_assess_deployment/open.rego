# METADATA
# scope: package
# title: Assess the effect of a potential deployment, for published weights
# description: What publishing adds compared with closed access is stated for each threat profile.
# schemas:
#   - input: schema.document
package ai800.ipd.p5_1_assess_deployment.open

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# title: The marginal effect of publishing is assessed
# description: What a malicious actor could get, that they could fine-tune it, the marginal risk of each threat profile, and what publishing adds.
# custom:
#   basis: [nist, "techfreedom:TF-25", "techfreedom:TF-26", "techfreedom:TF-27", ai800, "ai800:words", "ai800:content"]
#   remedy: Add `malicious_access`, `fine_tuning_possible`, `delta_versus_closed` and one `risks` entry with `marginal` per threat profile to the channel's `deployments` record.
#   findings:
#     no_delta: channel {c} does not say what publishing adds compared with closed access
#   reviews:
#     links_only: Do the addresses given show how this deployment changes what a malicious actor can do?
#   partial:
#     incomplete: access and fine-tuning are stated, but not the rest
subjects["5.1.2"] := channels.ids.open

met["5.1.2"][channel.id] if {
	some c in _actor_access
	channel := input.channels[c]
	_all_marginal[c]
	texts.said(channel.deployment.delta_versus_closed)
	evidence.backed(channel.deployment)
}

partial["5.1.2"][input.channels[c].id] contains "incomplete" if {
	some c in _actor_access
	not _all_marginal[c]
}

partial["5.1.2"][input.channels[c].id] contains "incomplete" if {
	some c in _actor_access
	not texts.said(input.channels[c].deployment.delta_versus_closed)
}

# Lines 1 to 3: what an actor could get is stated, and not less than what the channel gives.
_actor_access contains c if {
	some c in channels.of.open
	channel := input.channels[c]
	channel.deployment.given
	_rank(channel.deployment.malicious_access) >= _derived(channel)
	channel.deployment.fine_tuning_possible == true
}

# Weights are weights: 6 counts as 5, and an open channel gives at least 5 (ai800).
_derived(channel) := 5 if channel.rank >= 0

_rank(level) := min([access.rank[level], 5])

_all_marginal[c] if {
	profiles.exist
	some c in channels.of.open
	every risk in input.channels[c].risks { risk.marginal != "" }
}
