# METADATA
# scope: package
# title: Effectiveness
# description: |
#   Whether safeguards that are relied on were shown to work (5.2.2). Keys are places in input.channels (c),
#   input.safeguards (s) and input.threat_profiles (p); what is missing stands in gaps.rego.
# schemas:
#   - input: schema.document
package ai800.lib.effectiveness

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evaluations
import data.ai800.lib.mitigations
import data.ai800.lib.profiles
import data.ai800.lib.red_teams
import data.ai800.lib.safeguards
import data.ai800.lib.texts

# METADATA
# description: Channels whose threat profiles are rated, and where what stands against the raised ones counts there.
relying contains c if {
	some c, _ in mitigations.by
	c in profiles.all_rated
	not mitigations.discredited[c]
}

# METADATA
# description: Raised threat profiles for which a safeguard has to be shown to work.
asked[c][s] contains p if {
	some c, found in mitigations.counting
	some p, standing in found
	some s in standing
}

# METADATA
# description: Evaluations that show what the safeguard does for the threat profile.
evaluations_for[c][s][p] contains e if {
	some c, found in asked
	some s, wanted in found
	some e in safeguards.shown_by_evaluations[c][s]
	some p in input.evaluations[e].threat_profiles
	p in wanted
}

# METADATA
# description: Red teams that show what the safeguard does for the threat profile.
red_teams_for[c][s][p] contains r if {
	some c, found in asked
	some s, wanted in found
	some r in safeguards.shown_by_red_teams[c][s]
	some p in input.red_teams[r].threat_profiles
	p in wanted
}

# METADATA
# description: Threat profiles for which nothing shows what the safeguard does.
not_shown[c][s] contains p if {
	some c, found in asked
	some s, wanted in found
	some p in wanted
	not evaluations_for[c][s][p]
	not red_teams_for[c][s][p]
}

# METADATA
# description: |
#   Threat profiles with whose metric an evaluation is compared: the threshold it names, of the benchmark it measured,
#   declared no later than it was done.
measured[e] contains p if {
	some e, record in input.evaluations
	threshold := input.thresholds[record.threshold]
	threshold.metric.operator != ""
	is_number(threshold.metric.value.value)
	texts.word(record.task.name.grade)
	threshold.metric.benchmark.key == record.task.name.key
	dates.not_after(threshold.declared_on, record.performed_on)
	p := threshold.threat_profile
}

# METADATA
# description: Threat profiles for which the safeguard was shown to hold.
held[c][s] contains p if {
	some c, found in evaluations_for
	some s, by_profile in found
	some p, tests in by_profile
	some e in (tests - evaluations.crossed)
	p in measured[e]
}

held[c][s] contains p if {
	some c, found in red_teams_for
	some s, by_profile in found
	some p, tests in by_profile
	count(tests - object.get(broken, c, set())) > 0
}

# METADATA
# description: Threat profiles for which the safeguard was not shown to hold.
not_held[c][s] contains p if {
	some c, found in asked
	some s, wanted in found
	some p in wanted
	not held[c][s][p]
}

# METADATA
# description: |
#   Evaluations that a safeguard names and whose result is unacceptable. What speaks against it counts whatever its state.
crossing[c] contains e if {
	some c, found in asked
	some s, _ in found
	some e in input.safeguards[s].evaluated_by_evaluations
	evaluations.crossed[e]
}

# METADATA
# description: Those of them that are not set aside by dates of their own. Leaving a date out does not set them aside.
crossing_still[c] contains e if {
	some c, found in crossing
	some e in (found - evaluations.history)
}

# METADATA
# description: |
#   Red teams that misused the model within reach of the channel, of which it is not said that the safeguards were off:
#   those that a safeguard names, and those about its threat profiles that it does not provably come after.
broken[c] contains r if {
	some c, found in asked
	some s, _ in found
	some r in input.safeguards[s].evaluated_by_red_teams
	r in _successful_on[c]
}

broken[c] contains r if {
	some c, found in asked
	some s, wanted in found
	some p in wanted
	some r in input.threat_profiles[p].red_teams
	r in _successful_on[c]
	not dates.after(input.safeguards[s].implemented_on, input.red_teams[r].performed_on)
}

_successful_on[c] contains r if {
	some c, _ in asked
	some r, found in red_teams.misused
	some n in found
	result := input.red_teams[r].results[n]
	result.safeguards_on != false
	not _out_of_reach(c, result.access)
}

_out_of_reach(c, level) if {
	input.channels[c].variant == "closed"
	input.channels[c].rank >= 0
	access.rank[level] > input.channels[c].rank
}

# METADATA
# description: What is relied on was shown, in time, at the level of the channel and for every threat profile.
shown contains c if {
	some c in relying
	not not_shown[c]
}

# METADATA
# description: Safeguards that name nothing with a result, of any date.
untested[c] contains s if {
	some c, found in asked
	some s, _ in found
	not safeguards.with_result[s]
}

# METADATA
# description: Every safeguard that is relied on names a test with a result, which misses by what a test can miss by.
partly_shown contains c if {
	some c in relying
	not untested[c]
}

# No safeguard stands against a raised threat profile: a gap of 5.2.1. On an open channel where all of them are
# undetermined and watched, a person judges both rows.
_nothing_declared contains c if {
	some c in channels.of.closed
	profiles.raised[c]
	not mitigations.by[c]
}

_nothing_declared contains c if {
	some c in channels.of.open
	profiles.raised[c]
	not mitigations.by[c]
	not _perhaps_undetermined[c]
}

_perhaps_undetermined contains c if {
	found := undetermined with input as object.union(input, {"assume": object.union(input.assume, {"links": true})})
	some c in found
}

# METADATA
# description: Every raised threat profile is undetermined and watched, and no safeguard stands against one (TF-04).
undetermined contains c if {
	some c in profiles.all_rated
	not mitigations.by[c]
	raised := profiles.raised[c]
	count(raised - object.get(profiles.insufficient, c, set())) == 0
}

# METADATA
# description: What was shown is not shown to hold, or a red team broke it.
not_convincing contains c if some c, _ in not_held

not_convincing contains c if some c, _ in broken

# METADATA
# description: Channels by the reason why the row does not apply to them.
reasons.deployment_stopped := channels.stopped

reasons.no_safeguard_declared := _nothing_declared - channels.stopped

reasons.no_reliance contains c if {
	some c in profiles.all_low
	not profiles.doubtful[c]
}
