package ai800.lib.reassessment

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.doubts
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.red_teams
import data.ai800.lib.safeguards

_finding(c, code, place, more) := {
	"code": code,
	"at": place[0],
	"field": place[1],
	"args": object.union({"c": input.channels[c].id}, more),
}

_of_safeguard(c, s, code, field) := _finding(c, code, [input.safeguards[s].at, field], {"s": input.safeguards[s].id})

# METADATA
# description: Findings that the row reports.
gaps[c] contains _finding(c, "no_safeguard", [channel.deployment.at, "safeguards"], {}) if {
	some c, channel in input.channels
	count(channel.deployment.safeguards) == 0
	not c in profiles.all_low
}

gaps[c] contains _of_safeguard(c, s, "safeguard_channel_mismatch", "channels") if {
	some c, channel in input.channels
	some s in channel.deployment.safeguards
	not s in channel.safeguards
}

gaps[c] contains finding if {
	some c, channel in input.channels
	count(channel.deployment.safeguards) == 0
	not profiles.raised[c]
	some finding in doubts.on_channel[c]
}

gaps[c] contains _of_safeguard(c, s, "not_said_whether_added", "added_in_response") if {
	some c, found in not_said
	some s in found
}

gaps[c] contains _finding(c, "denied_but_later", [safeguard.at, "added_in_response"], {"s": safeguard.id, "x": id}) if {
	some c, found in later
	some s, tests in found
	some [section, x] in tests
	safeguard := input.safeguards[s]
	id := input[section][x].id
}

gaps[c] contains _of_safeguard(c, s, "no_implementation_date", "implemented_on") if {
	some c, found in not_tried
	some s in found
	not dates.given(input.safeguards[s].implemented_on)
}

gaps[c] contains _finding(c, "no_opening_date", [channel.at, "opens_on"], {}) if {
	some c, _ in not_tried
	c in channels.no_opening_date
	channel := input.channels[c]
}

gaps[c] contains _of_safeguard(c, s, "no_red_team", "evaluated_by") if {
	some c, found in not_tried
	some s in found
	count(input.safeguards[s].evaluated_by_red_teams) == 0
}

# Why the red teams that an added safeguard names did not try it in place.
_doubted[c][s] contains r if {
	some c, found in not_tried
	some s in found
	some r in input.safeguards[s].evaluated_by_red_teams
}

gaps[c] contains _of_red_team(c, s, r, ["not_backed", "evidence"]) if {
	some c, found in _doubted
	some s, teams in found
	some r in teams
	not evidence.backed(input.red_teams[r])
}

gaps[c] contains _of_red_team(c, s, r, ["red_team_not_current", "performed_on"]) if {
	some c, found in _doubted
	some s, teams in found
	some r in (teams - red_teams.current)
}

gaps[c] contains _of_red_team(c, s, r, ["red_team_too_early", "performed_on"]) if {
	some c, found in _doubted
	some s, teams in found
	some r in teams
	dates.after(input.safeguards[s].implemented_on, input.red_teams[r].performed_on)
}

gaps[c] contains _of_red_team(c, s, r, ["red_team_late", "performed_on"]) if {
	some c, found in _doubted
	some s, teams in found
	some r in teams
	input.red_teams[r].performed_on.day > channels.day[c]
}

gaps[c] contains _of_red_team(c, s, r, ["wrong_level", "results"]) if {
	some c, found in _doubted
	some s, teams in found
	some r in teams
	not safeguards.red_teams_at_level[c][s][r]
}

_of_red_team(c, s, r, [code, field]) := _finding(c, code, [input.red_teams[r].at, field], args) if {
	args := {"s": input.safeguards[s].id, "r": input.red_teams[r].id}
}
