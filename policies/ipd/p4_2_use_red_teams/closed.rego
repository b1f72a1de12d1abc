# METADATA
# scope: package
# title: Use red teams, for hosted access
# description: A red team does not misuse the model at the access an actor gets, and each level up to the weights is tried.
# schemas:
#   - input: schema.document
package ai800.ipd.p4_2_use_red_teams.closed

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.findings as found
import data.ai800.lib.profiles
import data.ai800.lib.red_teams

# METADATA
# title: A red team is unable to misuse the model at the access an actor gets
# description: |
#   A tried red team for every threat profile, with its setting, expertise and person-days, failed at the access an actor
#   gets, and none succeeded there with safeguards on. Whether it was well resourced a person judges.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   findings:
#     not_shown: no result shows that threat profile {p} could not be misused at the access an actor gets
#     red_team_succeeded: red team {r} misused the model at {access}, with safeguards on as far as it says
#     adverse_without_date: red team {r} misused the model with safeguards on, and its own dates say that this does not hold now
#     success_answered: red team {r} misused the model, and a later one with no less access did not
#   notes: [success_answered]
#   reviews:
#     links_only: Do the addresses given show an adequately resourced red team that failed in a realistic setting?
#     resources: Was the red team adequately resourced, its task well chosen (4.1.1, 4.1.3, 4.1.4) and the setting realistic?
#     success_answered: One red team succeeded, and a later one with no less access did not; which of the two stands?
subjects["4.2.1"] := channels.release.closed

needs_review["4.2.1"].release contains "resources" if _withstood

needs_review["4.2.1"].release contains "success_answered" if {
	_withstood
	count(_answered) > 0
}

needs_review["4.2.1"].release contains "adverse_without_date" if {
	_withstood
	count(_out_of_force) > 0
}

partial["4.2.1"].release contains "incomplete" if {
	red_teams.told
	count(red_teams.held.closed) > 0
	count(_succeeded) == 0
}

partial["4.2.1"].release contains "incomplete" if {
	profiles.every_one(red_teams.held.closed)
	count(_succeeded) == 0
}

# Lines 1 to 7.
_withstood if {
	red_teams.told
	profiles.every_one(red_teams.held.closed)
	count(_succeeded) == 0
}

# Line 7: a success counts as it is, whether or not anything backs it. What it does not say of its access and its
# safeguards is taken as what an actor gets.
_against[r] contains n if {
	some r, places in red_teams.misused
	some n in places
	result := input.red_teams[r].results[n]
	result.safeguards_on != false
	not n in object.get(_beyond_reach, r, set())
}

_beyond_reach[r] contains n if {
	some r, record in input.red_teams
	some n, result in record.results
	access.rank[result.access] > red_teams.reach.closed
}

_out_of_force[r] := places if {
	some r, places in _against
	r in red_teams.history
}

_answered[r] contains n if {
	some r, places in _against
	not r in red_teams.history
	some n in places
	count(input.red_teams[r].threat_profiles) > 0
	every p in input.red_teams[r].threat_profiles { profiles.answered[p][r][n] }
}

_succeeded[r] contains n if {
	some r, places in _against
	not r in red_teams.history
	some n in places
	not n in object.get(_answered, r, set())
}

findings contains finding if some finding in red_teams.gaps.closed

findings contains found.profile("4.2.1", "not_shown", p, "") if {
	some p in (red_teams.at_reach.closed - object.get(red_teams.held, "closed", set()))
}

findings contains object.union(_result(r, n), {"code": "red_team_succeeded", "args": said}) if {
	some r, places in _succeeded
	some n in places
	said := {"r": input.red_teams[r].id, "access": input.red_teams[r].results[n].access}
}

findings contains object.union(_result(r, n), {"code": "success_answered"}) if {
	some r, places in _answered
	some n in places
}

findings contains object.union(_result(r, n), {"code": "adverse_without_date"}) if {
	some r, places in _out_of_force
	some n in places
}

_result(r, n) := object.union(found.red_team("4.2.1", "", r, ""), {"at": input.red_teams[r].results[n].at})

# METADATA
# title: Each level of access up to the weights is determined
# description: |
#   For each level that the channels give or an actor could get, and for the weights, a result tells whether a red team
#   succeeds: one at that level, a failure with more access, or a success with less.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   findings:
#     level_not_tried: no result tells whether a red team succeeds at {access}
subjects["4.2.8"] := channels.release.closed

met["4.2.8"].release if {
	_levels_determined
	4 in _determined
	count(red_teams.in_conflict) == 0
}

needs_review["4.2.8"].release contains "results_conflict" if {
	_levels_determined
	4 in _determined
	count(red_teams.in_conflict) > 0
}

partial["4.2.8"].release contains "incomplete" if _levels_determined

partial["4.2.8"].release contains "incomplete" if {
	some level in _levels
	_rank(level) in _determined
}

# Lines 1 and 2.
_levels_determined if {
	count(red_teams.tried) > 0
	count(_silent) == 0
	every level in _levels { _rank(level) in _determined }
}

# Channels that do not say what they give.
_silent contains c if {
	some c in channels.of.closed
	input.channels[c].rank < 0
}

_levels contains level if {
	some c in channels.of.closed
	some level in [input.channels[c].access, input.channels[c].deployment.malicious_access]
	access.rank[level] >= 1
}

# Weights are weights (ai800): 5 and 6 count as 4.
_rank(level) := min([access.rank[level], 4])

_determined contains rank if {
	some rank in numbers.range(1, 4)
	some r in red_teams.tried
	some n in red_teams.results[r]
	result := input.red_teams[r].results[n]
	_tells(result.outcome, _rank(result.access), rank)
}

_tells(_, at, rank) if at == rank

_tells("not_misused", at, rank) if at > rank

_tells("misused", at, rank) if at < rank

findings contains found.section("4.2.8", "no_red_team", "red_teams") if count(red_teams.tried) == 0

findings contains object.union(found.section("4.2.8", "level_not_tried", "red_teams"), {"args": {"access": level}}) if {
	count(red_teams.tried) > 0
	some level in _levels
	not _rank(level) in _determined
}

findings contains found.section("4.2.8", "weights_level_not_tried", "red_teams") if {
	count(red_teams.tried) > 0
	not 4 in _determined
}
