# METADATA
# scope: package
# title: Threat profiles
# description: |
#   Whether a threat profile is rated, raised, low, and whether what was measured bears the rating out. Keys are places
#   in input.channels (c) and input.threat_profiles (p).
# schemas:
#   - input: schema.document
package ai800.lib.profiles

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.ratings
import data.ai800.lib.red_teams
import data.ai800.lib.texts

# METADATA
# description: There is a threat profile.
exist if count(input.threat_profiles) > 0

# METADATA
# description: Rated in the profile and on the channel (closed, absolute and residual; open, marginal).
rated[c] contains p if {
	some c in channels.of.closed
	some p, profile in input.threat_profiles
	profile.risk.rating != ""
	input.channels[c].risks[p].residual != ""
}

rated[c] contains p if {
	some c in channels.of.open
	some p, profile in input.threat_profiles
	profile.marginal.rating != ""
	input.channels[c].risks[p].marginal != ""
}

# METADATA
# description: Moderate or higher in the profile or on the channel (techfreedom:TF-30, TF-09, ai800:moderate).
raised[c] contains p if {
	some c in channels.of.closed
	some p, profile in input.threat_profiles
	some rating in [profile.risk.rating, input.channels[c].risks[p].residual]
	ratings.ordinal[rating] >= 2
}

raised[c] contains p if {
	some c in channels.of.open
	some p, profile in input.threat_profiles
	some rating in [profile.marginal.rating, input.channels[c].risks[p].marginal]
	rating in ratings.raised_marginal
}

# METADATA
# description: Rated low in the profile, by variant, whether or not anything backs it.
called_low.closed contains p if {
	some p, profile in input.threat_profiles
	profile.risk.rating == "low"
}

called_low.open contains p if {
	some p, profile in input.threat_profiles
	profile.marginal.rating in ratings.low_marginal
}

# METADATA
# description: Rated low in the profile, and backed.
low_risk.closed contains p if {
	some p in called_low.closed
	evidence.backed(input.threat_profiles[p].risk)
}

low_risk.open contains p if {
	some p in called_low.open
	evidence.backed(input.threat_profiles[p].marginal)
}

# METADATA
# description: Every threat profile is rated, backed and low on the channel.
all_low contains c if {
	exist
	some c, channel in input.channels
	every p, _ in input.threat_profiles {
		rated[c][p]
		low_risk[channel.variant][p]
		not raised[c][p]
	}
}

# METADATA
# description: Named by a sound evaluation, a tried red team or a backed estimate.
supported contains p if {
	some p, profile in input.threat_profiles
	some i in profile.evaluations
	i in evaluations.sound
}

supported contains p if {
	some p, profile in input.threat_profiles
	some i in profile.red_teams
	i in red_teams.tried
}

supported contains p if {
	some p, profile in input.threat_profiles
	some i in profile.capability_estimates
	evidence.backed(input.capability_estimates[i])
}

# METADATA
# description: |
#   Evaluations that speak of risk for a threat profile. Neither soundness nor a date is asked of them: what speaks
#   against the release counts as soon as it names the profile and says so.
adverse[p] contains i if {
	some p, profile in input.threat_profiles
	some i in profile.evaluations
	input.evaluations[i].conclusion == "risk_indicated"
}

adverse[p] contains i if {
	some p, found in evaluations.crossed_for
	some i in found
}

# METADATA
# description: |
#   A later sound evaluation, of the same task or threshold and at no lower access, that indicates no risk and crosses
#   nothing, clears an adverse one.
cleared[p] contains i if {
	some p, found in adverse
	some i in found
	some j in input.threat_profiles[p].evaluations
	j in evaluations.sound
	input.evaluations[j].conclusion == "no_risk_indicated"
	not j in found
	_answers(input.evaluations[j], input.evaluations[i])
}

_answers(later, earlier) if {
	later.performed_on.day >= earlier.performed_on.day
	access.rank[later.access] >= access.rank[earlier.access]
	_same_question(later, earlier)
}

_same_question(later, earlier) if {
	later.task.name.key == earlier.task.name.key
	later.task.name.key != ""
}

_same_question(later, earlier) if {
	later.threshold == earlier.threshold
	later.threshold >= 0
}

# METADATA
# description: Evaluations that speak of risk for a threat profile and that nothing clears.
standing_against[p] := found - object.get(cleared, p, set()) if some p, found in adverse

# METADATA
# description: Rated low, while an evaluation speaks of risk and none clears it (closed).
disputed contains p if {
	some p in called_low.closed
	count(standing_against[p]) > 0
}

# METADATA
# description: |
#   For each threat profile, the evaluations in which the model does worse than every baseline. Where the direction is
#   unknown, a value outside all of them is enough: leaving the threshold out must not help.
worse_than_baselines[p] contains i if {
	some p, profile in input.threat_profiles
	some i in profile.evaluations
	record := input.evaluations[i]
	bases := [base.value.value | some base in record.baselines]
	count(bases) > 0
	some direction in _directions(p, record)
	_beyond(direction, record.result.value.value, bases)
}

_directions(p, record) := found if {
	found := _known_directions(p, record)
	count(found) > 0
} else := {"up", "down"}

_known_directions(_, record) := {_direction[input.thresholds[record.threshold].metric.operator]} if {
	_direction[input.thresholds[record.threshold].metric.operator]
} else := set() if {
	record.task.name.key == ""
}

_known_directions(p, record) := found if {
	record.task.name.key != ""
	not _direction[input.thresholds[record.threshold].metric.operator]
	found := {_direction[metric.operator] |
		some t in input.threat_profiles[p].thresholds
		metric := input.thresholds[t].metric
		metric.benchmark.key == record.task.name.key
	}
}

_direction := {">": "up", ">=": "up", "<": "down", "<=": "down"}

_beyond(direction, value, bases) if {
	direction == "up"
	value > max(bases)
}

_beyond(direction, value, bases) if {
	direction == "down"
	value < min(bases)
}

# METADATA
# description: Rated none or low, while the model does worse than every baseline (open).
outdone contains p if {
	some p in called_low.open
	worse_than_baselines[p]
}

# METADATA
# description: The same for a row judged per channel, where the rating on the channel counts too.
outdone_on[c] contains p if {
	some c in channels.of.open
	some p in outdone
}

outdone_on[c] contains p if {
	some c in channels.of.open
	some p, _ in worse_than_baselines
	input.channels[c].risks[p].marginal in ratings.low_marginal
}

# METADATA
# description: |
#   Something measured names the threat profile, and nothing measured speaks against a low rating of it. By variant;
#   `borne_out_on` is the same for a row judged per channel.
borne_out.closed contains p if {
	some p in supported
	not p in disputed
}

borne_out.open contains p if {
	some p in supported
	not p in outdone
}

borne_out[variant] contains p if {
	input.assume.borne_out
	some variant in ["open", "closed"]
	some p, _ in input.threat_profiles
}

borne_out_on[c] contains p if {
	some c in channels.of.closed
	some p in borne_out.closed
}

borne_out_on[c] contains p if {
	some c in channels.of.open
	some p in supported
	not outdone_on[c][p]
}

borne_out_on[c] contains p if {
	input.assume.borne_out
	some c, _ in input.channels
	some p, _ in input.threat_profiles
}

# METADATA
# description: |
#   Undetermined, with the record that stands in for evidence that is missing either way: what was looked for, how
#   uncertain it is, and a plan to watch it on the channel (techfreedom:TF-04, ntia).
insufficient[c] contains p if {
	some c in channels.watched
	some p in undetermined
}

# METADATA
# description: Rated undetermined, with what was looked for and its uncertainty stated and backed.
undetermined contains p if {
	some p, profile in input.threat_profiles
	profile.marginal.rating == "undetermined"
	texts.said(profile.marginal.evidence_of_marginal_risk)
	texts.said(profile.marginal.uncertainty)
	evidence.backed(profile.marginal)
}
