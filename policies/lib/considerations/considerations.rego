# METADATA
# scope: package
# title: Considerations
# description: What was considered and decided otherwise; Python lets only rows worded as "consider" in here.
# schemas:
#   - input: schema.document
package ai800.lib.considerations

import data.ai800.lib.texts

# METADATA
# description: Rows whose consideration came to an outcome, with the reason for it. Whether it is backed is its proof.
stated contains id if {
	some id, consideration in input.considered
	texts.word(consideration.outcome)
	texts.said(consideration.because)
}
