# METADATA
# scope: package
# title: Considerations
# description: What was considered and decided otherwise; Python lets only rows worded as "consider" in here.
# schemas:
#   - input: schema.document
package ai800.lib.considerations

import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# description: Rows whose consideration came to an outcome, with the reason for it. Whether it is backed is its proof.
stated contains id if {
	some id, consideration in input.considered
	texts.word(consideration.outcome)
	texts.said(consideration.because)
}

# METADATA
# description: Those that are backed as well, so that they close a row, or give a reason for one not to apply.
decided contains id if {
	some id in stated
	evidence.backed(input.considered[id])
}
