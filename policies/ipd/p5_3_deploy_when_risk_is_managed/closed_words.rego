package ai800.ipd.p5_3_deploy_when_risk_is_managed.closed

import data.ai800.ipd.p5_3_deploy_when_risk_is_managed.both
import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.evaluations
import data.ai800.lib.profiles
import data.ai800.lib.ratings
import data.ai800.lib.texts

# Lines 1 to 9 of 5.3.1.
_accepted contains c if {
	some c in both.on_record
	c in _adequate
}

_adequate contains c if {
	some c in channels.of.closed
	c in channels.stopped
}

_adequate contains c if {
	some c in _within_limits
	not _questions[c]
	_low_ratings_borne_out
}

_low_ratings_borne_out if {
	every p, _ in input.threat_profiles { _low_rating_borne_out[p] }
}

_low_rating_borne_out[p] if {
	some p, profile in input.threat_profiles
	profile.risk.rating != "low"
}

_low_rating_borne_out[p] if some p in profiles.borne_out.closed

# Lines 5 and 6 of 5.3.1.
_within_limits contains c if {
	some c in _compared
	not both.unacceptable[c]
}

_compared contains c if {
	profiles.exist
	some c in channels.of.closed
	every p, _ in input.threat_profiles {
		profiles.rated[c][p]
		ratings.has_threshold[p]
	}
}

# Lines 7 and 8 of 5.3.1: a rating cannot be compared with a metric, and own results speak against own ratings (ai800).
_questions[c] contains "metric_threshold" if {
	some c in channels.of.closed
	some p, _ in input.threat_profiles
	not ratings.limit[p]
}

_questions[c] contains "results_disagree" if some c, _ in _disagreeing

_questions[c] contains "results_disagree" if {
	some c in channels.of.closed
	count(profiles.disputed) > 0
}

_disagreeing[c][p] contains e if {
	some c in channels.of.closed
	some p in profiles.disputed
	some e in profiles.standing_against[p]
}

_disagreeing[c][p] contains e if {
	some c in channels.of.closed
	some p, found in profiles.standing_against
	some e in found
	evaluations.crossed_for[p][e]
	input.evaluations[e].variant in {"released", ""}
	not _above(input.evaluations[e].access, c)
}

# Only an evaluation that says a level above that of the channel is set aside: to leave either out must not help.
_above(level, c) if {
	input.channels[c].rank >= 0
	access.rank[level] > input.channels[c].rank
}

# What would hold if all that is stated were proved. It tells a missing proof from what is not stated.
_proved := claimed if {
	claimed := _claimed with input as both.proved
}

_claimed := {
	"manageable": (_adequate | _within_limits),
	"stands": both.on_record & (_adequate | _within_limits),
}

# Lines of 5.3.2: a margin, and ratings and thresholds that it stands between.
_margin contains c if {
	some c in channels.of.closed
	texts.word(input.channels[c].deployment.decision.margin_of_safety)
}

_margin_compared contains c if {
	some c in _margin
	c in _within_limits
}

_margin_doubted contains c if {
	some c in channels.of.closed
	some p, _ in input.threat_profiles
	not _rating_between[c][p]
}

_margin_doubted contains c if {
	some c in channels.of.closed
	some p, _ in input.threat_profiles
	_larger_margin_asked[p]
}

_margin_doubted contains c if {
	some c in channels.of.closed
	count(_uncertainty_not_stated) > 0
}

_rating_between[c] contains p if {
	some c in channels.of.closed
	some p, risk in input.channels[c].risks
	ratings.limit[p] - ratings.ordinal[risk.residual] >= 2
}

# Severe in its rating, or measured with high uncertainty at any time: what speaks against the release needs no date.
_larger_margin_asked[p] if {
	some p, profile in input.threat_profiles
	profile.risk.rating == "severe"
}

_larger_margin_asked[p] if {
	some p, profile in input.threat_profiles
	some e in profile.evaluations
	input.evaluations[e].uncertainty.level == "high"
}

# What has no date, or another name, is asked as well: to leave either out must not help.
_uncertainty_not_stated contains e if {
	some profile in input.threat_profiles
	some e in profile.evaluations
	not evaluations.history[e]
	input.evaluations[e].uncertainty.level == ""
}

# Every profile has a residual risk, and none is at or above what is unacceptable: what 5.3.a may lack is another thing.
_nothing_exceeded contains c if {
	some c in channels.of.closed
	not both.unacceptable[c]
	profiles.exist
	every risk in input.channels[c].risks { risk.residual != "" }
}

_nothing_exceeded contains c if {
	some c in channels.of.closed
	c in channels.stopped
}
