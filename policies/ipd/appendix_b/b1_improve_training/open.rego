# METADATA
# scope: package
# title: Improve the model's training, for published weights
# description: What training put into the weights is asked to hold against those who hold them.
# schemas:
#   - input: schema.document
package ai800.ipd.b1_improve_training.open

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.items
import data.ai800.lib.texts

# METADATA
# title: Training data is filtered
# description: A filter that is recorded, in place and backed, with a test of the weights after removal of other safeguards, or of a helpful-only variant; and the training data section says how it was done.
# custom:
#   basis: [nist, "techfreedom:TF-30", "ai800:words", "ai800:content"]
#   specific_to_openness:
#     not_tested: {basis: "techfreedom:TF-30", text: a test shows what is left in the weights when it attacks them}
subjects["B1.1"] := channels.ids.open

met["B1.1"][input.channels[c].id] if {
	some c in channels.of.open
	texts.said(input.model.training.data.filtering)
	some s in items.tested["B1.1"][c]
	evidence.backed(input.safeguards[s])
}

partial["B1.1"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.open
	items.recorded["B1.1"][c]
	not items.tested["B1.1"][c]
}

partial["B1.1"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.open
	items.recorded["B1.1"][c]
	not texts.said(input.model.training.data.filtering)
}

findings contains finding if {
	some c in channels.of.open
	some s in items.recorded["B1.1"][c]
	not texts.said(input.model.training.data.filtering)
	finding := {
		"id": "B1.1",
		"subject": input.channels[c].id,
		"code": "filtering_not_described",
		"at": input.model.training.data.at,
		"field": "filtering",
		"args": {"s": input.safeguards[s].id},
	}
}

# METADATA
# title: Training works against harmful output
# description: Such training is recorded, in place and backed, and a fine-tuning attack on the weights measured what is left of it.
# custom:
#   basis: [nist, "techfreedom:TF-30", eu_cop, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     not_attacked: {basis: "techfreedom:TF-30", text: "whoever has the weights can fine-tune, so a safeguard is tested against that"}
#   findings:
#     not_attacked: "{s} can be removed by fine-tuning, and no attack on the weights measured what is left"
#   reviews:
#     links_only: Do the addresses given show which training lowers harmful output and what is left of it after fine-tuning?
subjects["B1.2"] := channels.ids.open

met["B1.2"][input.channels[c].id] if {
	some c in channels.of.open
	some s in items.attacked["B1.2"][c]
	evidence.backed(input.safeguards[s])
}

partial["B1.2"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.open
	items.recorded["B1.2"][c]
	not items.attacked["B1.2"][c]
}

# METADATA
# title: Training makes removal by fine-tuning harder
# description: Such training is recorded, in place and backed, and a fine-tuning attack on the weights measured it.
# custom:
#   basis: [nist, "techfreedom:TF-30", "ai800:words", "ai800:content"]
#   specific_to_openness:
#     not_attacked: {basis: "techfreedom:TF-30", text: "whoever has the weights can fine-tune, so a safeguard is tested against that"}
subjects["B1.3"] := channels.ids.open

met["B1.3"][input.channels[c].id] if {
	some c in channels.of.open
	some s in items.attacked["B1.3"][c]
	evidence.backed(input.safeguards[s])
}

partial["B1.3"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.open
	items.recorded["B1.3"][c]
	not items.attacked["B1.3"][c]
}

findings contains finding if {
	some c in channels.of.open
	some id in {"B1.1", "B1.2", "B1.3"}
	some finding in items.gaps[id][c]
}

findings contains finding if {
	some c in channels.of.open
	some finding in items.not_tested["B1.1"][c]
}

findings contains finding if {
	some c in channels.of.open
	some id in {"B1.2", "B1.3"}
	some finding in items.not_attacked[id][c]
}
