# METADATA
# scope: package
# title: Maintain a process to respond to incidents of misuse, for published weights
# description: Responses that do not need the model back, and what is learned for the next release.
# schemas:
#   - input: schema.document
package ai800.ipd.p6_2_respond_to_incidents.open

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.incidents
import data.ai800.lib.texts

# METADATA
# title: Scenarios of misuse have responses that need no recall
# description: Every scenario has its response, every published channel says how a version is deprecated, and there is evidence.
# custom:
#   basis: [nist, "techfreedom:TF-32", ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     no_deprecation: {basis: "techfreedom:TF-32", text: weights that are out cannot be rolled back; ending support takes that place}
#   findings:
#     no_deprecation: channel {c} cannot be rolled back and does not say how a version is deprecated and holders are told
#   reviews:
#     links_only: Do the addresses given hold plans for plausible misuse of the published model and responses that do not need its recall?
subjects["6.2.2"] := channels.release.open

met["6.2.2"].release if {
	incidents.all_answered
	count(incidents.without_deprecation) == 0
	evidence.backed(input.incident_response)
}

partial["6.2.2"].release contains "incomplete" if {
	count(incidents.answered) > 0
	not incidents.all_answered
}

partial["6.2.2"].release contains "incomplete" if {
	count(incidents.answered) > 0
	count(incidents.without_deprecation) > 0
}

not_applicable["6.2.2"].release contains "not_opened" if "open" in channels.not_opened

findings contains found.section("6.2.2", "no_scenarios", "incident_response.scenarios") if {
	channels.of.open
	count(input.incident_response.scenarios) == 0
}

findings contains found.entry("6.2.2", "no_response", [n, scenario.at], "") if {
	channels.of.open
	some n, scenario in input.incident_response.scenarios
	not n in incidents.answered
}

findings contains object.union(finding, {"subject": "release"}) if {
	some c in incidents.without_deprecation
	finding := found.deployment("6.2.2", "no_deprecation", c, "deprecation")
}

findings contains found.section("6.2.2", "not_backed", "incident_response.evidence") if {
	channels.of.open
	count(input.incident_response.scenarios) > 0
	not evidence.backed(input.incident_response)
}

# METADATA
# title: Misuse informs what is developed and deployed next
# description: A plan for how identified misuse informs later decisions, with evidence, since published weights cannot be withdrawn.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     no_plan: {basis: "nist", text: the draft asks it where access cannot be reduced}
#     not_backed: {basis: "nist", text: the draft asks it where access cannot be reduced}
subjects["6.2.3"] := channels.release.open

met["6.2.3"].release if {
	texts.said(input.incident_response.feeds_future_releases)
	evidence.backed(input.incident_response)
}

not_applicable["6.2.3"].release contains "not_opened" if "open" in channels.not_opened

findings contains found.section("6.2.3", "no_plan", "incident_response.feeds_future_releases") if {
	channels.of.open
	not texts.said(input.incident_response.feeds_future_releases)
}

findings contains found.section("6.2.3", "not_backed", "incident_response.evidence") if {
	channels.of.open
	texts.said(input.incident_response.feeds_future_releases)
	not evidence.backed(input.incident_response)
}
