# METADATA
# scope: package
# title: Threat profiles
# description: |
#   Whether a threat profile is rated, raised, low, and whether what was measured bears the rating out; what speaks
#   against a rating stands in against.rego. Keys are places in input.channels (c) and input.threat_profiles (p).
# schemas:
#   - input: schema.document
package ai800.lib.profiles

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
# description: Places of all threat profiles.
all contains p if some p, _ in input.threat_profiles

# METADATA
# description: The places hold every threat profile, and there is one.
every_one(places) if {
	count(all) > 0
	count(all - places) == 0
}

# METADATA
# description: The places hold some of the threat profiles and leave some out.
some_but_not_every_one(places) if {
	count(places) > 0
	count(all - places) > 0
}

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
# description: There is a threat profile, and every one is rated on the channel.
all_rated contains c if {
	exist
	some c, _ in input.channels
	every p, _ in input.threat_profiles { rated[c][p] }
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
# description: The rating that raises it, that of the channel before that of the profile.
raised_rating[c][p] := [rating | some rating in _stated[c][p]; rating in _raising][0] if {
	some c, found in raised
	some p in found
}

_stated[c][p] := [risk.residual, input.threat_profiles[p].risk.rating] if {
	some c in channels.of.closed
	some p, risk in input.channels[c].risks
}

_stated[c][p] := [risk.marginal, input.threat_profiles[p].marginal.rating] if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
}

_raising := {"moderate", "high", "severe", "undetermined"}

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
# description: Named by a sound evaluation that concludes something, a tried red team or a backed estimate.
supported contains p if {
	some p, profile in input.threat_profiles
	some i in profile.evaluations
	evaluations.sound[i]
	input.evaluations[i].conclusion != "inconclusive"
}

supported contains p if {
	some p, profile in input.threat_profiles
	some i in profile.red_teams
	red_teams.tried[i]
}

supported contains p if {
	some p, profile in input.threat_profiles
	some i in profile.capability_estimates
	evidence.backed(input.capability_estimates[i])
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
	not p in contested
}

borne_out.closed contains p if {
	input.assume.borne_out
	some p, _ in input.threat_profiles
}

borne_out.open contains p if {
	input.assume.borne_out
	some p, _ in input.threat_profiles
}

borne_out_on[c] contains p if {
	some c in channels.of.closed
	some p in borne_out.closed
}

borne_out_on[c] contains p if {
	some c in channels.of.open
	some p in supported
	not contested_on[c][p]
}

borne_out_on[c] contains p if {
	input.assume.borne_out
	some c, _ in input.channels
	some p, _ in input.threat_profiles
}

# METADATA
# description: Not raised on the channel, and not borne out.
doubtful[c] contains p if {
	some c, _ in input.channels
	some p, _ in input.threat_profiles
	not raised[c][p]
	not borne_out_on[c][p]
}

# METADATA
# description: |
#   Undetermined, with the record that stands in for evidence that is missing either way: what was looked for, how
#   uncertain it is, and a plan to watch it on the channel (techfreedom:TF-04, ntia). A risk that the channel rates
#   moderate or high is not undetermined there.
insufficient[c] contains p if {
	some c in channels.watched
	some p in undetermined
	not input.channels[c].risks[p].marginal in {"moderate", "high"}
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
