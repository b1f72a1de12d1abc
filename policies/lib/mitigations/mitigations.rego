# METADATA
# scope: package
# title: Mitigations
# description: |
#   Which safeguards stand on a channel against the threat profiles that are raised there (5.2.1, 5.2.2). Only a
#   safeguard and a deployment that name each other stand. Keys are places in input.channels (c), input.threat_profiles
#   (p) and input.safeguards (s); findings come without id and subject, which the row adds.
# schemas:
#   - input: schema.document
package ai800.lib.mitigations

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.safeguards
import data.ai800.lib.texts

# METADATA
# description: Safeguards that stand on the channel, by the raised threat profile that they mitigate.
by[c][p] contains s if {
	some c, raised in profiles.raised
	some s in input.channels[c].safeguards
	some p in input.safeguards[s].mitigates
	p in raised
}

# METADATA
# description: Safeguards that mitigate some raised threat profile.
used[c] contains s if {
	some c, found in by
	some standing in found
	some s in standing
}

# METADATA
# description: Those of them that count on what the channel gives.
counting[c][p] contains s if {
	some c, found in by
	some p, standing in found
	some s in standing
	safeguards.credited[c][s]
}

# METADATA
# description: Those of them that are described.
described[c][p] contains s if {
	some c, found in counting
	some p, standing in found
	some s in standing
	texts.said(input.safeguards[s].description)
}

# METADATA
# description: Those of them that were in place when the channel opened.
in_place[c][p] contains s if {
	some c, found in described
	some p, standing in found
	some s in standing
	channels.before(input.safeguards[s].implemented_on, c)
}

# METADATA
# description: Safeguards in place against some raised threat profile.
relied_on[c] contains s if {
	some c, found in in_place
	some standing in found
	some s in standing
}

# METADATA
# description: Safeguards in place that nothing in the repository bears out.
not_backed[c] contains s if {
	some c, found in relied_on
	some s in found
	not evidence.backed(input.safeguards[s])
}

# METADATA
# description: Raised threat profiles that nothing in place mitigates.
without[c] contains p if {
	some c, raised in profiles.raised
	some p in raised
	not in_place[c][p]
}

# METADATA
# description: Of those, the ones that only the date of a safeguard leaves without.
late[c] contains p if {
	some c, found in without
	some p in found
	described[c][p]
}

# METADATA
# description: Raised threat profiles that only safeguards stand against which do not count on what the channel gives.
discredited[c] contains p if {
	some c, found in by
	some p, _ in found
	not counting[c][p]
}

# METADATA
# description: Every threat profile is rated and backed as low, or one is raised and asks for a safeguard.
settled contains c if some c, _ in profiles.raised

settled contains c if some c in profiles.all_low

_finding(c, code, place, more) := {
	"code": code,
	"at": place[0],
	"field": place[1],
	"args": object.union({"c": input.channels[c].id}, more),
}

# METADATA
# description: What the ratings of the channel lack.
rating_gaps[c] contains _finding(c, "no_threat_profiles", ["", "threat_profiles"], {}) if {
	some c, _ in input.channels
	not profiles.exist
}

rating_gaps[c] contains _finding(c, "no_rating", [input.channels[c].deployment.at, "risks"], {"p": profile.id}) if {
	some c, _ in input.channels
	some p, profile in input.threat_profiles
	not profiles.rated[c][p]
}

rating_gaps[c] contains _finding(c, "rating_not_backed", [profile.at, ""], {"p": profile.id}) if {
	some c, channel in input.channels
	not profiles.raised[c]
	some p in profiles.called_low[channel.variant]
	not p in profiles.low_risk[channel.variant]
	profile := input.threat_profiles[p]
}

# METADATA
# description: What is missing between a raised threat profile and the safeguards that stand against it.
gaps[c] contains _finding(c, "unmitigated", [profile.at, ""], {"p": profile.id, "rating": rating}) if {
	some c, raised in profiles.raised_rating
	some p, rating in raised
	not counting[c][p]
	profile := input.threat_profiles[p]
}

gaps[c] contains _of_safeguard(c, s, "not_described", "description") if {
	some c, found in used
	some s in found
	not texts.said(input.safeguards[s].description)
}

gaps[c] contains _of_safeguard(c, s, "no_implementation_date", "implemented_on") if {
	some c, found in used
	some s in found
	not dates.given(input.safeguards[s].implemented_on)
}

gaps[c] contains _of_safeguard(c, s, "not_implemented_yet", "implemented_on") if {
	some c, found in used
	some s in found
	input.safeguards[s].implemented_on.day > input.as_of
}

gaps[c] contains _finding(c, "implemented_late", [safeguard.at, "implemented_on"], {"s": safeguard.id, "n": days}) if {
	some c, found in used
	some s in found
	safeguard := input.safeguards[s]
	days := safeguard.implemented_on.day - channels.day[c]
	days > 0
}

gaps[c] contains _of_safeguard(c, s, "not_backed", "evidence") if {
	some c, found in not_backed
	some s in found
}

gaps[c] contains _finding(c, "no_opening_date", [channel.at, "opens_on"], {}) if {
	some c, _ in used
	c in channels.no_opening_date
	channel := input.channels[c]
}

# METADATA
# description: Safeguards against a raised threat profile that do not count on what the channel gives.
not_credited[c] contains _finding(c, "not_credited_on_weights", [safeguard.at, "kind"], more) if {
	some c, found in used
	some s in found
	not safeguards.credited[c][s]
	safeguard := input.safeguards[s]
	more := {"s": safeguard.id, "kind": safeguard.kind}
}

_of_safeguard(c, s, code, field) := _finding(c, code, [input.safeguards[s].at, field], {"s": input.safeguards[s].id})
