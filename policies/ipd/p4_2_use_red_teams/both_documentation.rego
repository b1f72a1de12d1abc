package ai800.ipd.p4_2_use_red_teams.both

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.findings as found
import data.ai800.lib.red_teams
import data.ai800.lib.texts

# METADATA
# title: The goal of each red team is described
# description: Every red team states its goal, and is backed.
# custom:
#   ask: can
#   decides: existence
#   page: 12
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Describe `red_teams[].goal` and add `evidence`."
#   findings:
#     no_red_team: no red team exercise is documented as performed and still valid
#     no_goal: red team {r} has no described goal
#     not_backed: red team {r} points to no document that can be read
#   reviews:
#     links_only: Do the addresses given describe the goal?
#   partial:
#     incomplete: some red teams have a backed goal, and others do not
#   example: |
#     red_teams:
#       - id: red
#         goal: "Get step by step help with the task."
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
subjects["4.2.a"] := channels.release.all

met["4.2.a"].release if {
	count(red_teams.current) > 0
	red_teams.current == _with_goal & _backed
}

partial["4.2.a"].release contains "incomplete" if count(_with_goal & _backed) > 0

findings contains found.red_team("4.2.a", "no_goal", r, "goal") if some r in (red_teams.current - _with_goal)

# METADATA
# title: The team, its resources and timelines are described
# description: Every red team describes its composition and expertise and states its person-days, and is backed.
# custom:
#   ask: can
#   decides: existence
#   page: 12
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Describe `red_teams[].team` with `composition`, `expertise` and `person_days`, and date it with `performed_on`."
#   never_decidable: whether the description is complete
#   findings:
#     no_red_team: no red team exercise is documented as performed and still valid
#     no_team: red team {r} does not describe its composition and expertise
#     no_resources: red team {r} does not state its person-days
#     not_backed: red team {r} points to no document that can be read
#   reviews:
#     links_only: Do the addresses given describe the team, its resources and timelines?
#   partial:
#     incomplete: red teams are described, but not all of what is asked is there
#   example: |
#     red_teams:
#       - id: red
#         team: {composition: "Four testers and two biologists.", expertise: "Biology, security and jailbreaking skills.", person_days: 30}
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
subjects["4.2.b"] := channels.release.all

met["4.2.b"].release if {
	_teams_told
	red_teams.current == _with_person_days
}

partial["4.2.b"].release contains "incomplete" if _teams_told

partial["4.2.b"].release contains "incomplete" if count((_with_team & _with_person_days) & _backed) > 0

# Lines 1, 2 and 4.
_teams_told if {
	count(red_teams.current) > 0
	red_teams.current == _with_team & _backed
}

_with_team contains r if {
	some r in _with_expertise
	texts.said(input.red_teams[r].team.composition)
}

_with_person_days contains r if {
	some r in red_teams.current
	input.red_teams[r].team.person_days.value > 0
}

findings contains found.red_team("4.2.b", "no_team", r, "team") if some r in (red_teams.current - _with_team)

findings contains found.red_team("4.2.b", "no_resources", r, "team.person_days") if {
	some r in (red_teams.current - _with_person_days)
}

# METADATA
# title: Results are given at varying levels of access
# description: |
#   Every red team gives results with access and outcome, and is backed; together they cover two levels of access, unless
#   the release gives nothing but weights and the weights were tried.
# custom:
#   ask: can
#   decides: existence
#   page: 12
#   basis: [nist, ai800, "ai800:content"]
#   remedy: "List `red_teams[].results[]` with `access` and `outcome` at several levels of access."
#   never_decidable: whether results were left out
#   findings:
#     no_red_team: no red team exercise is documented as performed and still valid
#     no_results: red team {r} gives no result, or one without access or outcome
#     one_level_only: all results are at one level of access
#     not_backed: red team {r} points to no document that can be read
#   reviews:
#     links_only: Do the addresses given give results at varying levels of access?
#   partial:
#     incomplete: results are given, but not by every red team, or at one level of access only
#   example: |
#     red_teams:
#       - id: red
#         results:
#           - {access: api_inference, safeguards_on: true, outcome: not_misused}
#           - {access: gated_weights, safeguards_on: false, outcome: misused}
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
subjects["4.2.c"] := channels.release.all

met["4.2.c"].release if {
	count(red_teams.current) > 0
	red_teams.current == _with_results & _backed
	_levels_vary
}

partial["4.2.c"].release contains "incomplete" if count(_with_results & _backed) > 0

_with_results contains r if {
	some r, places in red_teams.results
	count(places) == count(input.red_teams[r].results)
}

# Weights are weights (ai800): 4, 5 and 6 are one level.
_levels contains min([access.rank[result.access], 4]) if {
	some r in red_teams.current
	some result in input.red_teams[r].results
}

_levels_vary if count(_levels) > 1

_levels_vary if {
	_levels == {4}
	every channel in input.channels { channel.rank >= 4 }
}

findings contains found.red_team("4.2.c", "no_results", r, "results") if some r in (red_teams.current - _with_results)

findings contains found.section("4.2.c", "one_level_only", "red_teams") if {
	count(_levels) == 1
	not _levels_vary
}

# METADATA
# title: The strategies of each red team are summarized
# description: Every red team summarizes the strategies it pursued, and is backed.
# custom:
#   ask: can
#   decides: existence
#   page: 12
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Summarize `red_teams[].strategies` and add `evidence`."
#   never_decidable: whether the summary is complete; NIST does not ask for details that would help an attacker
#   findings:
#     no_red_team: no red team exercise is documented as performed and still valid
#     no_strategies: red team {r} does not summarize the strategies it pursued
#     not_backed: red team {r} points to no document that can be read
#   reviews:
#     links_only: Do the addresses given summarize the strategies?
#   partial:
#     incomplete: some red teams summarize their strategies, and others do not
#   example: |
#     red_teams:
#       - id: red
#         strategies: "Fine-tuning, prefix attacks and many-shot prompts."
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
subjects["4.2.d"] := channels.release.all

met["4.2.d"].release if {
	count(red_teams.current) > 0
	red_teams.current == _with_strategies & _backed
}

partial["4.2.d"].release contains "incomplete" if count(_with_strategies & _backed) > 0

_with_strategies contains r if {
	some r in red_teams.current
	texts.said(input.red_teams[r].strategies)
}

findings contains found.red_team("4.2.d", "no_strategies", r, "strategies") if {
	some r in (red_teams.current - _with_strategies)
}
