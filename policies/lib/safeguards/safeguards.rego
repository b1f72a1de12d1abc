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

# METADATA
# description: |
#   Evaluations at the level of the channel, named by the safeguard and done with it in place. Hosted, at the access of
#   the channel; on published weights, after the safeguard was attacked or removed there (techfreedom:TF-30).
evaluated_by[c][s] contains e if {
	some c in channels.of.closed
	some s in input.channels[c].recorded_safeguards
	some e in _evaluated_in_place[s]
	record := input.evaluations[e]
	access.rank[record.access] >= input.channels[c].rank
	record.variant in _hosted_variants(input.safeguards[s].kind)
}

evaluated_by[c][s] contains e if {
	some c in channels.of.open
	some s in input.channels[c].recorded_safeguards
	some e in _evaluated_in_place[s]
	record := input.evaluations[e]
	access.rank[record.access] >= 4
	record.variant in _unguarded_variants(input.safeguards[s].kind)
}

evaluated_by[c][s] contains e if {
	some c in channels.of.open
	some s in input.channels[c].recorded_safeguards
	some e in _evaluated_in_place[s]
	evaluations.attack[e] >= 4
}

_evaluated_in_place[s] contains e if {
	some s, safeguard in input.safeguards
	some e in safeguard.evaluated_by_evaluations
	e in evaluations.sound
	not e in evaluations.other_model
	dates.not_after(safeguard.implemented_on, input.evaluations[e].performed_on)
}

_hosted_variants(kind) := {"released", "", "fine_tuned_adversarial", "helpful_only"} if {
	kind == "ipd:B1.1"
} else := {"released", "", "fine_tuned_adversarial"}

_unguarded_variants(kind) := {"safeguards_removed", "fine_tuned_adversarial", "helpful_only"} if {
	kind == "ipd:B1.1"
} else := {"safeguards_removed", "fine_tuned_adversarial"}

# METADATA
# description: Red teams with a result at the level of the channel, begun with the safeguard in place.
red_teamed_by[c][s] contains r if {
	some c, channel in input.channels
	some s in channel.recorded_safeguards
	some r in input.safeguards[s].evaluated_by_red_teams
	r in red_teams.tried
	dates.not_after(input.safeguards[s].implemented_on, input.red_teams[r].performed_on)
	some result in input.red_teams[r].results
	result.safeguards_on == true
	result.outcome != ""
	access.rank[result.access] >= level[c]
}

# METADATA
# description: The access at which a test of a safeguard on the channel counts.
level[c] := input.channels[c].rank if some c in channels.of.closed

level[c] := 4 if some c in channels.of.open

# METADATA
# description: Something shows what the safeguard does at the level of the channel, and was done before it opened.
shown[c] contains s if {
	some c, found in evaluated_by
	some s, e in found
	some i in e
	channels.before(input.evaluations[i].performed_on, c)
}

shown[c] contains s if {
	some c, found in red_teamed_by
	some s, r in found
	some i in r
	channels.before(input.red_teams[i].performed_on, c)
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
