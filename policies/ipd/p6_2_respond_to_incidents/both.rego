# METADATA
# scope: package
# title: Maintain a process to respond to incidents of model misuse.
# description: Who responds, to what, how, and what is learned; on published weights a response cannot rest on taking the model back.
# schemas:
#   - input: schema.document
# custom:
#   objective: 6
#   page: 14
#   shared:
#     6.2.2:
#       ask: plain
#       decides: existence
#       page: 14
#       remedy: List `incident_response.scenarios` with `response` and `evidence`, and for published weights describe `deployments[].deprecation` (advisory, listing withdrawn, safer version).
#       never_decidable: whether the scenarios are plausible and novel, and the responses workable
#       findings:
#         no_scenarios: no misuse scenario is planned for
#         no_response: scenario {n} does not say what happens and how it is answered
#         not_backed: the scenarios have no reference that resolves
#       reasons:
#         not_opened: &not_opened
#           text: "no channel judged here is open or to be opened now: there is no access whose misuse could be answered"
#           basis: ai800
#       example: |
#         incident_response:
#           scenarios:
#             - scenario: A fine-tune for fraud spreads on a hub.
#               response: Ask the hub to withdraw it and publish an advisory.
#           evidence: [docs/safety/incidents.md#scenarios]
#         deployments:
#           - channel: hub
#             deprecation: The card warns of the version and names the safer one.
#     6.2.3:
#       ask: plain
#       decides: existence
#       page: 14
#       remedy: Describe in `incident_response.feeds_future_releases` how identified misuse informs later decisions, with `evidence`.
#       never_decidable: whether the plan will be followed
#       findings:
#         no_plan: access cannot be withdrawn and nothing says how misuse will inform later releases
#         not_backed: the plan has no reference that resolves
#       reviews:
#         links_only: Do the addresses given show how identified misuse will change later development and deployment decisions?
#       reasons:
#         not_opened: *not_opened
#       example: |
#         incident_response:
#           feeds_future_releases: Every incident is reviewed before the next release is decided on.
#           evidence: [docs/safety/incidents.md#lessons]
package ai800.ipd.p6_2_respond_to_incidents.both

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.incidents
import data.ai800.lib.texts

# METADATA
# title: Someone is responsible for responding to misuse
# description: A role or a body that responds is named, with evidence. Not asked while no channel is open or to be opened.
# custom:
#   ask: plain
#   decides: existence
#   page: 14
#   basis: [nist, ai800, "ai800:content"]
#   remedy: Name the role in `incident_response.responsible` and point `evidence` at the document that says so.
#   never_decidable: whether the responsibility is clear to those who hold it
#   findings:
#     no_responsible: nobody is named as responsible for responding to misuse
#     not_backed: the incident response has no reference that resolves
#   reviews:
#     links_only: Do the addresses given say who in the organization responds to misuse?
#   reasons:
#     not_opened:
#       text: "no channel is open or to be opened now: there is no access whose misuse could be answered"
#       basis: ai800
#   example: |
#     incident_response:
#       responsible: The incident team of the lab, on call at all hours
#       evidence: [docs/safety/incidents.md#roles]
subjects["6.2.1"] := channels.release.all

met["6.2.1"].release if {
	texts.word(input.incident_response.responsible)
	evidence.backed(input.incident_response)
}

not_applicable["6.2.1"].release contains "not_opened" if "all" in channels.not_opened

findings contains found.section("6.2.1", "no_responsible", "incident_response.responsible") if {
	not texts.word(input.incident_response.responsible)
}

findings contains found.section("6.2.1", "not_backed", "incident_response.evidence") if {
	input.incident_response.given
	not evidence.backed(input.incident_response)
}

# METADATA
# title: Responses were practised
# description: A drill of a stated scenario has been held, with evidence.
# custom:
#   ask: consider
#   decides: existence
#   page: 14
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: Record `incident_response.drills` with `on` and `scenario`, or the consideration under `considered` as ipd:6.2.4.
#   never_decidable: whether the drill was realistic
#   findings:
#     no_drill: no drill was held and nothing says why not
#     drill_not_held: drill {n} has not been held yet, or has no date
#     no_scenario: drill {n} does not say what was practised
#     not_backed: the drills have no reference that resolves
#   reviews:
#     links_only: Do the addresses given show that a time-sensitive, safety-critical scenario was practised?
#   reasons:
#     not_opened:
#       text: "no channel is open or to be opened now: there is no access whose misuse could be answered"
#       basis: ai800
#   partial:
#     not_held: a drill is planned with its scenario, and has not been held
#   example: |
#     incident_response:
#       drills:
#         - {"on": "2026-04-01", scenario: A fine-tune for fraud appeared overnight.}
#       evidence: [docs/safety/incidents.md#drills]
subjects["6.2.4"] := channels.release.all

met["6.2.4"].release if {
	some drill in input.incident_response.drills
	dates.happened(drill.on)
	texts.said(drill.scenario)
	evidence.backed(input.incident_response)
}

partial["6.2.4"].release contains "not_held" if {
	some drill in input.incident_response.drills
	texts.said(drill.scenario)
	not dates.happened(drill.on)
}

not_applicable["6.2.4"].release contains "not_opened" if "all" in channels.not_opened

findings contains found.section("6.2.4", "no_drill", "incident_response.drills") if {
	count(input.incident_response.drills) == 0
	not "6.2.4" in considerations.stated
}

findings contains found.entry("6.2.4", "drill_not_held", [n, drill.at], "on") if {
	some n, drill in input.incident_response.drills
	not dates.happened(drill.on)
}

findings contains found.entry("6.2.4", "no_scenario", [n, drill.at], "scenario") if {
	some n, drill in input.incident_response.drills
	not texts.said(drill.scenario)
}

findings contains found.section("6.2.4", "not_backed", "incident_response.evidence") if {
	count(input.incident_response.drills) > 0
	not evidence.backed(input.incident_response)
}

# METADATA
# title: The response process and its roles are summarised
# description: Who responds, and a scenario with its response, with evidence.
# custom:
#   ask: can
#   decides: existence
#   page: 15
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: Point `incident_response.evidence` at a document that summarises process, roles and responsibilities.
#   findings:
#     no_roles: the summary names no role
#     no_process: the summary describes no response
#     not_backed: the summary has no reference that resolves
#   reviews:
#     links_only: Do the addresses given summarise the response process with its roles and responsibilities?
#   reasons:
#     not_opened:
#       text: "no channel is open or to be opened now: there is no access whose misuse could be answered"
#       basis: ai800
#   example: |
#     incident_response:
#       responsible: The incident team of the lab, on call at all hours
#       scenarios:
#         - scenario: A fine-tune for fraud spreads on a hub.
#           response: Ask the hub to withdraw it and publish an advisory.
#       evidence: [docs/safety/incidents.md#summary]
subjects["6.2.a"] := channels.release.all

met["6.2.a"].release if {
	texts.word(input.incident_response.responsible)
	count(incidents.answered) > 0
	evidence.backed(input.incident_response)
}

partial["6.2.a"].release contains "incomplete" if {
	texts.word(input.incident_response.responsible)
	count(incidents.answered) == 0
}

partial["6.2.a"].release contains "incomplete" if {
	count(incidents.answered) > 0
	not texts.word(input.incident_response.responsible)
}

not_applicable["6.2.a"].release contains "not_opened" if "all" in channels.not_opened

findings contains found.section("6.2.a", "no_roles", "incident_response.responsible") if {
	not texts.word(input.incident_response.responsible)
}

findings contains found.section("6.2.a", "no_process", "incident_response.scenarios") if {
	count(incidents.answered) == 0
}

findings contains found.section("6.2.a", "not_backed", "incident_response.evidence") if {
	input.incident_response.given
	not evidence.backed(input.incident_response)
}
