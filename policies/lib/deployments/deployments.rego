# METADATA
# scope: package
# title: Deployments
# description: |
#   What the record of a channel in `deployments` says of access, fine-tuning, risks and safeguards (5.1). Keys are
#   places in input.channels (c); findings come without id and subject, which the row adds.
# schemas:
#   - input: schema.document
package ai800.lib.deployments

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.evidence
import data.ai800.lib.profiles

# METADATA
# description: Channels without a record. Two records are none that counts, and the document reports them.
missing contains c if {
	some c, channel in input.channels
	not channel.deployment.given
	channel.deployment.at == channel.at
}

# METADATA
# description: Rank of what the channel itself gives; weights are weights, so an open channel gives 5 (ai800).
derived[c] := channel.rank if {
	some c in channels.of.closed
	channel := input.channels[c]
	channel.rank >= 0
}

derived[c] := 5 if some c in channels.of.open

# METADATA
# description: Rank of what a malicious actor could obtain by the record of the channel; 6 counts as 5.
obtainable[c] := min([access.rank[channel.deployment.malicious_access], 5]) if some c, channel in input.channels

# METADATA
# description: |
#   What an actor could obtain is stated and no less than the channel gives, and what is said of fine-tuning agrees with
#   it: whoever has a fine-tuning API or the weights can fine-tune, and nobody else.
access_assessed contains c if {
	obtainable[c] >= derived[c]
	obtainable[c] >= 3
	input.channels[c].deployment.fine_tuning_possible == true
}

access_assessed contains c if {
	obtainable[c] >= derived[c]
	obtainable[c] < 3
	input.channels[c].deployment.fine_tuning_possible == false
}

# METADATA
# description: The effect on every threat profile is stated, as residual (closed) or marginal risk (open).
effects_stated contains c if {
	profiles.exist
	some c in channels.of.closed
	every risk in input.channels[c].risks { risk.residual != "" }
}

effects_stated contains c if {
	profiles.exist
	some c in channels.of.open
	every risk in input.channels[c].risks { risk.marginal != "" }
}

# METADATA
# description: |
#   The record names safeguards that name the channel too, or it names none and needs none, as every threat profile is
#   low, backed and borne out.
safeguards_settled contains c if {
	some c, channel in input.channels
	count(channel.deployment.safeguards) > 0
	every s in channel.deployment.safeguards { s in channel.safeguards }
}

safeguards_settled contains c if {
	some c, _ in _no_safeguards
	c in profiles.all_low
	not profiles.doubtful[c]
}

_no_safeguards[c] := channel.deployment if {
	some c, channel in input.channels
	channel.deployment.given
	count(channel.deployment.safeguards) == 0
}

_finding(c, code, place, more) := {
	"code": code,
	"at": place[0],
	"field": place[1],
	"args": object.union({"c": input.channels[c].id}, more),
}

_in_record(c, code, field, more) := _finding(c, code, [input.channels[c].deployment.at, field], more)

# METADATA
# description: What is missing, or contradicts itself, about what an actor could obtain.
access_gaps[c] contains _in_record(c, "no_malicious_access", "malicious_access", {"derived": level}) if {
	some c, channel in input.channels
	channel.deployment.malicious_access == ""
	level := _derived_level(channel)
}

access_gaps[c] contains _in_record(c, "contradicts_derived_access", "malicious_access", more) if {
	some c, rank in obtainable
	rank < derived[c]
	channel := input.channels[c]
	more := {"malicious_access": channel.deployment.malicious_access, "derived": _derived_level(channel)}
}

access_gaps[c] contains _in_record(c, "no_fine_tuning", "fine_tuning_possible", {}) if {
	some c, channel in input.channels
	channel.deployment.given
	not channel.deployment.fine_tuning_possible in {true, false}
}

access_gaps[c] contains _in_record(c, "contradicts_fine_tuning", "fine_tuning_possible", {"derived": level}) if {
	some c, channel in input.channels
	channel.deployment.fine_tuning_possible == false
	level := _tunable(c, channel)
}

access_gaps[c] contains _in_record(c, "contradicts_fine_tuning_level", "malicious_access", {"malicious_access": level}) if {
	some c, channel in input.channels
	channel.deployment.fine_tuning_possible == true
	obtainable[c] < 3
	level := channel.deployment.malicious_access
}

_derived_level(channel) := "widely_available_weights" if {
	channel.variant == "open"
} else := channel.access if {
	channel.rank >= 0
} else := "internal_only"

_tunable(c, channel) := _derived_level(channel) if {
	derived[c] >= 3
} else := channel.deployment.malicious_access if {
	obtainable[c] >= 3
}

# METADATA
# description: Threat profiles whose effect is not stated in the record.
effect_gaps[c] contains _in_record(c, "no_threat_profiles", "risks", {}) if {
	some c, channel in input.channels
	channel.deployment.given
	not profiles.exist
}

effect_gaps[c] contains _in_record(c, "no_risk", "risks", {"p": input.threat_profiles[p].id}) if {
	some c, channel in input.channels
	channel.deployment.given
	some p, risk in channel.risks
	risk[_effect[channel.variant]] == ""
}

_effect := {"open": "marginal", "closed": "residual"}

# METADATA
# description: The record is given, and nothing in the repository bears it out.
proof_gaps[c] contains _in_record(c, "not_backed", "evidence", {}) if {
	some c, channel in input.channels
	channel.deployment.given
	not evidence.backed(channel.deployment)
}

# METADATA
# description: What is missing about the safeguards that the record names.
safeguard_gaps[c] contains _in_record(c, "no_safeguards", "safeguards", {}) if {
	some c, _ in _no_safeguards
	not c in profiles.all_low
}

safeguard_gaps[c] contains finding if {
	some c, _ in _no_safeguards
	not profiles.raised[c]
	some finding in doubts.on_channel[c]
}

safeguard_gaps[c] contains _in_record(c, "safeguard_channel_mismatch", "safeguards", {"s": input.safeguards[s].id}) if {
	some c, channel in input.channels
	channel.deployment.given
	some s in array.concat(channel.deployment.safeguards, channel.recorded_safeguards)
	not s in channel.safeguards
}
