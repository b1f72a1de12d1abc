# METADATA
# scope: package
# title: Use red teams to assess whether threat actors could bypass model and system safeguards and misuse any capabilities of concern.
# description: Who tried to misuse the model, with what goal, means and access, and what came of it.
# schemas:
#   - input: schema.document
# custom:
#   objective: 4
#   page: 11
#   shared:
#     4.2.1:
#       ask: plain
#       decides: judgement
#       page: 11
#       never_decidable: whether the team was adequately resourced and its failure means that actors would fail
#       remedy: "Add `red_teams[]` for each threat profile with `threat_profiles[]`, `team`, `realistic_deployment` and `results[]` at the access an actor gets."
#       findings:
#         no_red_team: no current, backed red team exercise is declared
#         profile_not_tried: no red team tried threat profile {p}
#         not_realistic: red team {r} does not say how its setting matches a real deployment
#         resources_unknown: red team {r} does not state its expertise and person-days
#         not_tried_at_reach: no red team tried threat profile {p} at {access}, the access an actor gets
#       reviews:
#         adverse_without_date: Does the success of a red team that is planned, expired or invalidated still count?
#       partial:
#         incomplete: threat profiles were tried at the access an actor gets, but not all of what is asked is there
#       example: |
#         red_teams:
#           - id: red
#             threat_profiles: [bio]
#             team: {expertise: "Biology, security and jailbreaking skills.", person_days: 30}
#             results: [{access: widely_available_weights, safeguards_on: true, outcome: not_misused}]
#             realistic_deployment: "The team used the model as it is offered."
#             performed_on: "2026-02-10"
#             evidence: [docs/red-team.md]
#     4.2.8:
#       ask: consider
#       decides: computed
#       page: 11
#       never_decidable: whether more effort would have succeeded at a lower level
#       remedy: "Give `red_teams[].results[]` an `access` for each level an actor might have, up to the weights, with `outcome` and `safeguards_on`; or record in `considered[]` (`ipd:4.2.8`) why a level was left out."
#       findings:
#         no_red_team: no current, backed red team exercise is declared
#         weights_level_not_tried: no result tells whether a red team succeeds with the code and parameters
#       reviews:
#         links_only: Do the addresses given show at which levels of access the red team succeeds?
#         results_conflict: A red team succeeded, and failed with more access; which result stands, and what is the minimum level of access?
#       partial:
#         incomplete: some levels of access were tried, and others were not
#       example: |
#         red_teams:
#           - id: red
#             results:
#               - {access: api_inference, safeguards_on: true, outcome: not_misused}
#               - {access: gated_weights, safeguards_on: false, outcome: misused}
#             performed_on: "2026-02-10"
#             evidence: [docs/red-team.md]
package ai800.ipd.p4_2_use_red_teams.both

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.red_teams
import data.ai800.lib.texts

# METADATA
# title: The goal is set in advance, with incentives and ability
# description: Every red team states its goal, set no later than its first day, what it had from reaching it, and what it knows, and is backed.
# custom:
#   ask: plain
#   decides: consistency
#   page: 11
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Give each `red_teams[]` a `goal`, a `goal_set_on` no later than `performed_on`, `incentives` and `team.expertise`."
#   never_decidable: whether the incentives worked and the goal was not changed on the way
#   findings:
#     no_red_team: no red team exercise is declared as performed and still valid
#     no_goal: red team {r} has no stated goal
#     goal_not_set_in_advance: the goal of red team {r} was set on {goal_set_on}, after it began on {performed_on}
#     no_goal_date: red team {r} does not say when its goal was set
#     no_incentives: red team {r} states no incentive or accountability for reaching its goal
#     no_expertise: red team {r} does not say which ability it was selected for
#     not_backed: red team {r} rests on nothing that can be read
#   reviews:
#     links_only: Do the addresses given fix the goal, the incentives and the selection in advance?
#   partial:
#     incomplete: goals were set in advance, but not all of what is asked is there
#   example: |
#     red_teams:
#       - id: red
#         goal: "Get step by step help with the task."
#         goal_set_on: "2026-01-01"
#         incentives: "A bonus for every success."
#         team: {expertise: "Biology, security and jailbreaking skills."}
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
subjects["4.2.2"] := channels.release.all

met["4.2.2"].release if {
	_goals_set_in_advance
	red_teams.current == _with_incentives & _with_expertise
}

partial["4.2.2"].release contains "incomplete" if _goals_set_in_advance

partial["4.2.2"].release contains "incomplete" if {
	count((((_with_goal & _in_advance) & _with_incentives) & _with_expertise) & _backed) > 0
}

# Lines 1 to 3, and 6.
_goals_set_in_advance if {
	count(red_teams.current) > 0
	red_teams.current == (_with_goal & _in_advance) & _backed
}

_with_goal contains r if {
	some r in red_teams.current
	texts.said(input.red_teams[r].goal)
}

_in_advance contains r if {
	some r in red_teams.current
	dates.not_after(input.red_teams[r].goal_set_on, input.red_teams[r].performed_on)
}

_with_incentives contains r if {
	some r in red_teams.current
	texts.said(input.red_teams[r].incentives)
}

_with_expertise contains r if {
	some r in red_teams.current
	texts.said(input.red_teams[r].team.expertise)
}

_backed contains r if {
	some r in red_teams.current
	evidence.backed(input.red_teams[r])
}

# Every row below asks for a current red team, and most for one that is backed.
findings contains found.section(id, "no_red_team", "red_teams") if {
	some id, _ in subjects
	count(red_teams.current) == 0
}

findings contains found.red_team(id, "not_backed", r, "evidence") if {
	some id, _ in subjects
	id != "4.2.3"
	some r in (red_teams.current - _backed)
}

findings contains found.red_team("4.2.2", "no_goal", r, "goal") if some r in (red_teams.current - _with_goal)

findings contains object.union(found.red_team("4.2.2", "goal_not_set_in_advance", r, "goal_set_on"), {"args": said}) if {
	some r in (red_teams.current - _in_advance)
	record := input.red_teams[r]
	dates.given(record.goal_set_on)
	said := {"r": record.id, "goal_set_on": record.goal_set_on, "performed_on": record.performed_on}
}

findings contains found.red_team("4.2.2", "no_goal_date", r, "goal_set_on") if {
	some r in red_teams.current
	not dates.given(input.red_teams[r].goal_set_on)
}

findings contains found.red_team("4.2.2", "no_incentives", r, "incentives") if {
	some r in (red_teams.current - _with_incentives)
}

findings contains found.red_team("4.2.2", "no_expertise", r, "team.expertise") if {
	some r in (red_teams.current - _with_expertise)
}
