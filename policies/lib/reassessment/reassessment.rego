# METADATA
# scope: package
# title: Reassessment
# description: |
#   Whether risk was assessed again with the safeguards in place that were added because of it (5.2.3). Keys are places in
#   input.channels (c) and input.safeguards (s); findings come without id and subject, which the row adds.
# schemas:
#   - input: schema.document
package ai800.lib.reassessment

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evaluations
import data.ai800.lib.profiles
import data.ai800.lib.red_teams
import data.ai800.lib.safeguards

# METADATA
# description: Safeguards on the channel that were added because of an identified risk.
added[c] contains s if {
	some c, channel in input.channels
	some s in channel.safeguards
	input.safeguards[s].added_in_response == true
}

# METADATA
# description: Safeguards on the channel of which it is not said whether they were.
not_said[c] contains s if {
	some c, channel in input.channels
	some s in channel.safeguards
	not input.safeguards[s].added_in_response in {true, false}
}

_denied[c] contains s if {
	some c, channel in input.channels
	some s in channel.safeguards
	input.safeguards[s].added_in_response == false
}

# METADATA
# description: |
#   Safeguards that are said not to be such, with the tests of a threat profile they mitigate that they came after, or
#   that no date puts after them: leaving a date out must not help.
later[c][s] contains [section, x] if {
	some c, found in _denied
	some s in found
	some p in input.safeguards[s].mitigates
	some [section, x] in _tests[p]
	not dates.not_after(input.safeguards[s].implemented_on, input[section][x].performed_on)
}

# By threat profile, since several safeguards mitigate one.
_tests[p] contains ["evaluations", e] if {
	some p, profile in input.threat_profiles
	some e in profile.evaluations
	_took_place.evaluations[e]
}

_tests[p] contains ["red_teams", r] if {
	some p, profile in input.threat_profiles
	some r in profile.red_teams
	_took_place.red_teams[r]
}

# What has neither a date nor a result is only planned.
_took_place[section] contains x if {
	some section in ["evaluations", "red_teams"]
	some x, record in input[section]
	dates.given(record.performed_on)
}

_took_place[section] contains x if {
	section := "evaluations"
	some x, record in input.evaluations
	record.result.given
}

_took_place[section] contains x if {
	section := "red_teams"
	some x, record in input.red_teams
	count(record.results) > 0
}

# METADATA
# description: Added safeguards that no red team tried in place, in time and at the level of the channel.
not_tried[c] contains s if {
	some c, found in added
	some s in found
	not safeguards.shown_by_red_teams[c][s]
}

# METADATA
# description: Of those, the ones that nothing was done with after they were in place.
untouched[c] contains s if {
	some c, found in not_tried
	some s in found
	not _red_team_after[s]
	not _evaluation_in_time[c][s]
}

_red_team_after contains s if {
	some s, safeguard in input.safeguards
	some r in safeguard.evaluated_by_red_teams
	red_teams.current[r]
	dates.not_after(safeguard.implemented_on, input.red_teams[r].performed_on)
}

_evaluation_in_time[c] contains s if {
	some c, found in added
	some s in found
	some e in input.safeguards[s].evaluated_by_evaluations
	evaluations.read[e]
	dates.not_after(input.safeguards[s].implemented_on, input.evaluations[e].performed_on)
	channels.before(input.evaluations[e].performed_on, c)
}

# METADATA
# description: Every safeguard on the channel is accounted for; some was added, and each that was, was tried in place.
repeated contains c if {
	some c, _ in added
	not not_tried[c]
	not not_said[c]
	not later[c]
}

# METADATA
# description: The safeguards on the channel leave one question, whether one that came later was added after all.
in_question contains c if {
	some c, _ in later
	not not_tried[c]
	not not_said[c]
}

# METADATA
# description: Something was done with every added safeguard in place.
begun contains c if {
	some c, _ in added
	not untouched[c]
}

# METADATA
# description: Channels by the reason why the row does not apply to them.
reasons.deployment_stopped := channels.stopped

reasons.no_safeguard_declared contains c if {
	some c, channel in input.channels
	profiles.raised[c]
	count(channel.safeguards) == 0
	not c in channels.stopped
}

reasons.no_added_safeguard contains c if {
	some c, _ in _denied
	not added[c]
	not not_said[c]
	not later[c]
}

reasons.no_reliance contains c if {
	some c in profiles.all_low
	count(input.channels[c].deployment.safeguards) == 0
	not profiles.doubtful[c]
}
