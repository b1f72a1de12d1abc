# METADATA
# scope: package
# title: Theft of the model
# description: |
#   What objective 3 turns on: whether there is anything left to steal, and whether misuse risk hangs on keeping it.
# schemas:
#   - input: schema.document
package ai800.lib.theft

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# description: |
#   The weights are out, and no other model is declared to rely on secrecy (techfreedom:TF-20; eu_cop for 3.2). Only from
#   publication on: until then there is something to steal.
nothing_left if {
	channels.weights_published
	not _confidential
}

_confidential if input.security.relies_on_confidentiality == true

# METADATA
# description: |
#   Managing misuse risk is declared not to rely on secrecy, with a reason, and every threat profile is rated low and
#   backed. Objective 3 asks to prevent theft where that is necessary: a person judges whether it is.
moot if {
	input.security.relies_on_confidentiality == false
	texts.said(input.security.proportionality)
	evidence.backed(input.security)
	profiles.every_one(profiles.low_risk.closed)
}
