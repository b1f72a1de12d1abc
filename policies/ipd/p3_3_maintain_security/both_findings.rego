package ai800.ipd.p3_3_maintain_security.both

import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.profiles
import data.ai800.lib.texts
import data.ai800.lib.theft

# What each line about a measure is short of, by code: the field concerned, and the measures.
_short_of := {
	"3.3.1": {
		"not_described": ["", measures - described],
		"not_backed": ["evidence", measures - backed],
		"no_threat_named": ["against", measures - with_threat],
	},
	"3.3.a": {"not_described": ["measure", measures - worded]},
}

findings contains found.entry(id, code, [m, input.security.measures[m].at], field) if {
	some id, codes in _short_of
	some code, [field, short] in codes
	some m in short
}

# The same for theft assessments.
_short_of_assessments := {
	"no_tolerance_answer": ["within_tolerance", theft.all - answered],
	"not_reassessed": ["", theft.intolerable - followed],
	"not_compared": ["", not_compared - theft.intolerable],
	"not_backed": ["evidence", theft.all - theft.backed],
}

findings contains theft.finding("3.3.6", code, a, field) if {
	some code, [field, short] in _short_of_assessments
	some a in short
}

findings contains object.union(place, {"args": {"started_on": input.model.training.started_on}}) if {
	some a in late
	place := theft.finding("3.3.6", "reassessed_late", a, "assessed_on")
}

findings contains found.section("3.3.6", "no_assessment", "security.theft_assessments") if count(theft.all) == 0

findings contains found.section("3.3.6", "no_training_start", "model.training") if {
	not dates.given(input.model.training.started_on)
	count(theft.intolerable) > 0
}

findings contains found.section(id, "no_measures", "security.measures") if {
	count(measures) == 0
	some id in ["3.3.1", "3.3.a"]
}

findings contains found.section("3.3.1", "weights_not_protected", "security.measures") if {
	count(measures) > 0
	count(protecting.weights) == 0
}

findings contains found.section("3.3.2", "no_exfiltration_measure", "security.measures") if not exfiltration_prevented

findings contains found.section("3.3.2", "no_extraction_measure", "security.measures") if {
	not extraction_prevented
	not only_internal
}

findings contains found.section("3.3.3", "no_proportionality", "security.proportionality") if {
	not texts.said(input.security.proportionality)
}

findings contains found.section("3.3.3", "reliance_not_declared", "security.relies_on_confidentiality") if {
	not reliance_declared
}

findings contains found.section("3.3.3", "no_profiles", "threat_profiles") if not profiles.exist

findings contains found.profile("3.3.3", "no_rating", p, "") if some p in (profiles.all - rated)

findings contains found.section("3.3.4", "no_insider_protection", "security.measures") if not insider_protection

findings contains found.section("3.3.5", "no_standards", "security.standards") if {
	not texts.all_words(input.security.standards)
}

findings contains found.section(id, "not_backed", "security.evidence") if {
	some id in ["3.3.3", "3.3.5"]
	input.security.given
	not evidence.backed(input.security)
}

findings contains found.section("3.3.a", "not_backed", "security.evidence") if count(measures - summarized) > 0
