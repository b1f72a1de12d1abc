# METADATA
# scope: package
# title: Safeguards
# description: |
#   What was tested of a safeguard, at the level a channel gives, and what counts on published weights. Keys are places
#   in input.channels (c) and input.safeguards (s).
# schemas:
#   - input: schema.document
package ai800.lib.safeguards

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evaluations
import data.ai800.lib.red_teams
import data.ai800.lib.texts

# METADATA
# description: The access at which a test of a safeguard on the channel counts; unknown where the channel gives none.
level[c] := channel.rank if {
	some c in channels.of.closed
	channel := input.channels[c]
	channel.rank >= 0
}

level[c] := 4 if some c in channels.of.open

# METADATA
# description: |
#   Evaluations at the level of the channel that the safeguard names, whatever their state. Hosted, at the access of the
#   channel; on published weights, after the safeguard was attacked or removed there (techfreedom:TF-30).
evaluations_at_level[c][s] contains e if {
	some c, channel in input.channels
	some s in channel.recorded_safeguards
	some e in input.safeguards[s].evaluated_by_evaluations
	record := input.evaluations[e]
	access.rank[record.access] >= level[c]
	record.variant in _variants[channel.variant]
}

evaluations_at_level[c][s] contains e if {
	some c, channel in input.channels
	some s in channel.recorded_safeguards
	input.safeguards[s].kind == "ipd:B1.1"
	some e in input.safeguards[s].evaluated_by_evaluations
	record := input.evaluations[e]
	access.rank[record.access] >= level[c]
	record.variant == "helpful_only"
}

evaluations_at_level[c][s] contains e if {
	some c in channels.of.open
	some s in input.channels[c].recorded_safeguards
	some e in input.safeguards[s].evaluated_by_evaluations
	record := input.evaluations[e]
	access.rank[record.access] >= 4
	record.fine_tuning_attack.performed == true
}

_variants := {
	"closed": {"released", "fine_tuned_adversarial"},
	"open": {"safeguards_removed", "fine_tuned_adversarial"},
}

# METADATA
# description: Red teams that the safeguard names, with a result at the level of the channel, whatever their state.
red_teams_at_level[c][s] contains r if {
	some c, channel in input.channels
	some s in channel.recorded_safeguards
	some r in input.safeguards[s].evaluated_by_red_teams
	some result in input.red_teams[r].results
	result.safeguards_on == true
	result.outcome != ""
	access.rank[result.access] >= level[c]
}

# METADATA
# description: Those that count, done with the safeguard in place on what is released.
evaluated_by[c][s] contains e if {
	some c, found in evaluations_at_level
	some s, at_level in found
	some e in (at_level & evaluations.sound)
	not evaluations.other_model[e]
	dates.not_after(input.safeguards[s].implemented_on, input.evaluations[e].performed_on)
}

# METADATA
# description: Red teams that count, begun with the safeguard in place.
red_teamed_by[c][s] contains r if {
	some c, found in red_teams_at_level
	some s, at_level in found
	some r in (at_level & red_teams.tried)
	dates.not_after(input.safeguards[s].implemented_on, input.red_teams[r].performed_on)
}

# METADATA
# description: Evaluations that show what the safeguard does at the level of the channel, done before it opened.
shown_by_evaluations[c][s] contains e if {
	some c, found in evaluated_by
	some s, tests in found
	some e in tests
	channels.before(input.evaluations[e].performed_on, c)
}

# METADATA
# description: The same of red teams.
shown_by_red_teams[c][s] contains r if {
	some c, found in red_teamed_by
	some s, tests in found
	some r in tests
	channels.before(input.red_teams[r].performed_on, c)
}

# METADATA
# description: Something shows what the safeguard does at the level of the channel, and was done before it opened.
shown[c] contains s if {
	some c, found in shown_by_evaluations
	some s, _ in found
}

shown[c] contains s if {
	some c, found in shown_by_red_teams
	some s, _ in found
}

# METADATA
# description: The same, whether or not it came in time.
tested[c] contains s if {
	some c, found in evaluated_by
	some s, _ in found
}

tested[c] contains s if {
	some c, found in red_teamed_by
	some s, _ in found
}

# METADATA
# description: What the safeguard names as having tested it, each as a section and a place there.
named[s] contains ["evaluations", e] if {
	some s, safeguard in input.safeguards
	some e in safeguard.evaluated_by_evaluations
}

named[s] contains ["red_teams", r] if {
	some s, safeguard in input.safeguards
	some r in safeguard.evaluated_by_red_teams
}

# METADATA
# description: Evaluations and red teams with a result, of any date.
resulting.evaluations contains e if {
	some e, record in input.evaluations
	texts.word(record.result.metric)
	is_number(record.result.value.value)
}

resulting.red_teams contains r if {
	some r, record in input.red_teams
	some result in record.results
	result.outcome != ""
}

# METADATA
# description: Safeguards that name one of these.
with_result contains s if {
	some s, found in named
	some [section, x] in found
	x in resulting[section]
}

_in_weights := {"ipd:B1.1", "ipd:B1.2", "ipd:B1.3"}

# METADATA
# description: |
#   What counts on the channel of what is recorded for it. Hosted, every kind; on published weights, what is in the
#   weights, a staged opening, a limit that was shown to hold there, and of other kinds what was shown (techfreedom:TF-10).
credited[c] contains s if {
	some c in channels.of.closed
	some s in input.channels[c].recorded_safeguards
}

credited[c] contains s if {
	some c in channels.of.open
	some s in input.channels[c].recorded_safeguards
	input.safeguards[s].kind in _in_weights
}

credited[c] contains s if {
	some c in (channels.of.open & channels.staged)
	some s in input.channels[c].recorded_safeguards
	input.safeguards[s].kind == "ipd:B3.1"
}

credited[c] contains s if {
	some c in channels.of.open
	some s in shown[c]
	input.safeguards[s].kind in {"ipd:B3.4", "other"}
}
