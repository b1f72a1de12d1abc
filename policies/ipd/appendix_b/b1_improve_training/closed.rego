# METADATA
# scope: package
# title: Improve the model's training, for hosted access
# description: What training put into the model is tested at the access the channel gives.
# schemas:
#   - input: schema.document
package ai800.ipd.b1_improve_training.closed

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.items
import data.ai800.lib.texts

# METADATA
# title: Training data is filtered
# description: A filter that is recorded, in place and backed, with a test at the access the channel gives; and the training data section says how it was done.
# custom:
#   basis: [nist, "ai800:words", "ai800:content"]
subjects["B1.1"] := channels.ids.closed

met["B1.1"][input.channels[c].id] if {
	some c in channels.of.closed
	texts.said(input.model.training.data.filtering)
	some s in items.tested["B1.1"][c]
	evidence.backed(input.safeguards[s])
}

partial["B1.1"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	items.recorded["B1.1"][c]
	not items.tested["B1.1"][c]
}

partial["B1.1"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	items.recorded["B1.1"][c]
	not texts.said(input.model.training.data.filtering)
}

findings contains finding if {
	some c in channels.of.closed
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
# description: Such training is recorded, in place and backed, with a test at the access the channel gives.
# custom:
#   basis: [nist, "ai800:words", "ai800:content"]
#   findings:
#     not_tested: nothing tested at the level of channel {c} shows that {s} works
#   reviews:
#     links_only: Do the addresses given show which training lowers harmful output?
subjects["B1.2"] := channels.ids.closed

met["B1.2"][input.channels[c].id] if {
	some c in channels.of.closed
	some s in items.tested["B1.2"][c]
	evidence.backed(input.safeguards[s])
}

partial["B1.2"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	items.recorded["B1.2"][c]
	not items.tested["B1.2"][c]
}

# METADATA
# title: Training makes removal by fine-tuning harder
# description: Such training is recorded, in place and backed, and a fine-tuning attack, through an API at least, measured it.
# custom:
#   basis: [nist, "ai800:words", "ai800:content"]
subjects["B1.3"] := channels.ids.closed

met["B1.3"][input.channels[c].id] if {
	some c in channels.of.closed
	some s in items.attacked["B1.3"][c]
	evidence.backed(input.safeguards[s])
}

partial["B1.3"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	items.recorded["B1.3"][c]
	not items.attacked["B1.3"][c]
}

findings contains finding if {
	some c in channels.of.closed
	some id in {"B1.1", "B1.2", "B1.3"}
	some finding in items.gaps[id][c]
}

findings contains finding if {
	some c in channels.of.closed
	some id in {"B1.1", "B1.2"}
	some finding in items.not_tested[id][c]
}

findings contains finding if {
	some c in channels.of.closed
	some finding in items.not_attacked["B1.3"][c]
}
