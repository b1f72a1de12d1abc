# METADATA
# scope: package
# title: Response to incidents
# description: Scenarios with a response, and channels that say how a version ends. Sets hold places in their lists.
# schemas:
#   - input: schema.document
package ai800.lib.incidents

import data.ai800.lib.channels
import data.ai800.lib.texts

# METADATA
# description: Scenarios that say what happens, and how it is answered.
answered contains n if {
	some n, entry in input.incident_response.scenarios
	texts.said(entry.scenario)
	texts.said(entry.response)
}

# METADATA
# description: There are scenarios, and each of them is answered.
all_answered if {
	count(answered) > 0
	count(answered) == count(input.incident_response.scenarios)
}

# METADATA
# description: Open channels, stopped ones aside, that do not say how a version is deprecated (techfreedom:TF-32).
without_deprecation contains c if {
	some c in (channels.of.open - channels.stopped)
	not texts.said(input.channels[c].deployment.deprecation)
}
