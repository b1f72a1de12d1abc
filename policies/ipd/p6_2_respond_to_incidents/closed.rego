# METADATA
# scope: package
# title: Maintain a process to respond to incidents of misuse, for hosted access
# description: Planned responses, and what is learned where access cannot be withdrawn.
# schemas:
#   - input: schema.document
package ai800.ipd.p6_2_respond_to_incidents.closed

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.incidents
import data.ai800.lib.texts

# METADATA
# title: Scenarios of misuse have responses
# description: Every scenario has its response, and there is evidence.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   reviews:
#     links_only: Do the addresses given hold plans for plausible novel misuse and the response to it?
subjects["6.2.2"] := channels.release.closed

met["6.2.2"].release if {
	incidents.all_answered
	evidence.backed(input.incident_response)
}

partial["6.2.2"].release contains "incomplete" if {
	count(incidents.answered) > 0
	not incidents.all_answered
}

not_applicable["6.2.2"].release contains "not_opened" if "closed" in channels.not_opened

findings contains found.section("6.2.2", "no_scenarios", "incident_response.scenarios") if {
	channels.of.closed
	count(input.incident_response.scenarios) == 0
}

findings contains found.entry("6.2.2", "no_response", [n, scenario.at], "") if {
	channels.of.closed
	some n, scenario in input.incident_response.scenarios
	not n in incidents.answered
}

findings contains found.section("6.2.2", "not_backed", "incident_response.evidence") if {
	channels.of.closed
	count(input.incident_response.scenarios) > 0
	not evidence.backed(input.incident_response)
}

# METADATA
# title: Where recipients hold the weights, misuse informs what is developed and deployed next
# description: A plan for how identified misuse informs later decisions, with evidence. Asked only where access through some channel cannot be withdrawn.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800, "ai800:words", "ai800:content"]
#   reasons:
#     access_can_be_reduced:
#       text: access through every channel judged here can be reduced or withdrawn
#       basis: nist
subjects["6.2.3"] := channels.release.closed

met["6.2.3"].release if {
	_some_hold_weights
	texts.said(input.incident_response.feeds_future_releases)
	evidence.backed(input.incident_response)
}

not_applicable["6.2.3"].release contains "not_opened" if "closed" in channels.not_opened

not_applicable["6.2.3"].release contains "access_can_be_reduced" if {
	count(_going_on) > 0
	every c in _going_on { input.channels[c].rank in {0, 1, 2, 3} }
}

_going_on := channels.of.closed - channels.stopped

_some_hold_weights if {
	some c in _going_on
	input.channels[c].rank == 4
}

findings contains found.section("6.2.3", "no_plan", "incident_response.feeds_future_releases") if {
	_some_hold_weights
	not texts.said(input.incident_response.feeds_future_releases)
}

findings contains found.section("6.2.3", "not_backed", "incident_response.evidence") if {
	_some_hold_weights
	texts.said(input.incident_response.feeds_future_releases)
	not evidence.backed(input.incident_response)
}
