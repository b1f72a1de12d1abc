package ai800.ipd.p3_2_compare_with_tolerance.both

import data.ai800.lib.dates
import data.ai800.lib.findings as found
import data.ai800.lib.ratings
import data.ai800.lib.theft

findings contains theft.finding(id, code, a, field) if {
	some id, codes in _short_of
	some code, [field, short] in codes
	some a in short
}

# What each line about an assessment is short of, by code: the field concerned, and the assessments. Where nothing says
# when training began, the last ones made stand in for those made before it.
_short_of := {
	"3.2.1": {
		"no_probability": ["probability_of_theft", _before - theft.with_probability],
		"no_predicted_risk": ["predicted_risk", _before - theft.predicting],
		"not_backed": ["evidence", _before - theft.backed],
	},
	"3.2.2": {
		"not_within_tolerance": ["within_tolerance", _before - theft.within_tolerance],
		"adverse_without_date": ["assessed_on", undated_intolerable],
		"no_threshold": ["threat_profiles", _before - with_thresholds],
		"no_predicted_risk": ["predicted_risk", _before - theft.predicting],
		"not_backed": ["evidence", _before - theft.backed],
	},
	"3.2.3": {"not_backed": ["evidence", theft.all - theft.backed]},
	"3.2.a": {
		"not_summarized": ["", theft.all - documented],
		"not_backed": ["evidence", theft.all - theft.backed],
	},
}

_before := theft.prior if {
	dates.given(input.model.training.started_on)
} else := theft.last

findings contains found.section(id, "no_assessment", "security.theft_assessments") if {
	count(theft.all) == 0
	some id in ["3.2.1", "3.2.2", "3.2.a"]
}

findings contains found.section(id, "no_training_start", "model.training") if {
	not dates.given(input.model.training.started_on)
	some id in ["3.2.1", "3.2.2"]
}

findings contains object.union(place, {"args": {"started_on": input.model.training.started_on}}) if {
	count(theft.all) > 0
	count(theft.prior) == 0
	dates.given(input.model.training.started_on)
	some id in ["3.2.1", "3.2.2"]
	place := found.section(id, "late_assessment", "security.theft_assessments")
}

findings contains found.section("3.2.1", "no_estimates", "capability_estimates") if count(estimated) == 0

findings contains object.union(place, {"args": {"threat_profile": input.threat_profiles[p].id}}) if {
	some a in _before
	some p in (estimated - _named_before)
	place := theft.finding("3.2.1", "estimate_left_out", a, "threat_profiles")
}

_named_before := named_before_training if {
	dates.given(input.model.training.started_on)
} else := {p |
	some a in theft.made
	some p in named[a]
}

findings contains object.union(place, {"args": {
	"threat_profile": input.threat_profiles[p].id,
	"predicted_risk": input.security.theft_assessments[a].predicted_risk,
	"unacceptable_from": ratings.word[ratings.limit[p]],
}}) if {
	some a in _before
	some p in theft.over[a]
	place := theft.finding("3.2.2", "over_threshold", a, "predicted_risk")
}

findings contains found.section("3.2.3", "not_revisited", "security.theft_assessments") if count(theft.days) < 2

findings contains object.union(place, {"args": {"assessed_on": {"day": max(theft.days)}}}) if {
	_stale
	place := found.section("3.2.3", "stale", "security.theft_assessments")
}
