package ai800.ipd.p1_3_estimate_capabilities.both

import data.ai800.lib.dates
import data.ai800.lib.doubts
import data.ai800.lib.findings as found
import data.ai800.lib.profiles

findings contains finding if {
	some id in ["1.3.3", "1.3.a", "1.3.b", "1.3.c"]
	some finding in _lines[id]
}

# METADATA
# description: Findings of the rows that stand in both variants, which each of them reports.
variant_findings contains finding if {
	some id in ["1.3.1", "1.3.2", "1.3.4"]
	some finding in _lines[id]
}

# What each line of a row is short of, by code, and the field concerned.
_short_of := {
	"1.3.1": {
		"no_measured_model": ["similar_models", all - measured_model],
		"not_backed": ["evidence", all - backed],
	},
	"1.3.2": {
		"no_comparison": ["comparison", all - comparing],
		"no_expected": ["expected", all - expecting],
		"not_backed": ["evidence", all - backed],
	},
	"1.3.3": {
		"no_level": ["uncertainty.level", all - levelled],
		"no_reasons": ["uncertainty.reasons", all - reasoned],
		"no_reliability": ["uncertainty.similar_model_evaluations_reliability", all - reliability],
		"not_backed": ["evidence", all - backed],
	},
	"1.3.4": {
		"no_level": ["uncertainty.level", all - levelled],
		"no_strategy": ["strategy_if_uncertain", uncertain - with_strategy],
		"not_backed": ["evidence", all - backed],
	},
	"1.3.a": {"no_early_estimate": ["", _not_early]},
	"1.3.b": {"not_measured_later": ["measured_later", all - measured_later]},
	"1.3.c": {
		"no_benchmark": ["benchmarks", all - compared_or_excused],
		"no_expected": ["expected", all - expecting_of_benchmarks],
		"not_backed": ["evidence", all - backed],
	},
}

_not_early := all - ((expecting & made) & backed) if {
	not dates.given(input.model.training.started_on)
} else := all if {
	count((expecting & early) & backed) == 0
} else := set()

_lines[id] contains on_estimate(id, code, i, field) if {
	some id, codes in _short_of
	some code, [field, places] in codes
	some i in places
}

_lines[id] contains found.section(id, "no_estimates", "capability_estimates") if {
	some id, _ in _short_of
	count(all) == 0
}

_lines[id] contains _on_training(id, "no_training_start", "started_on") if {
	some id in ["1.3.2", "1.3.a"]
	not dates.given(input.model.training.started_on)
}

_lines[id] contains on_estimate(id, "no_estimate_date", i, "estimated_on") if {
	id := "1.3.2"
	count(early) == 0
	some i, estimate in input.capability_estimates
	not dates.given(estimate.estimated_on)
}

_lines[id] contains object.union(
	on_estimate(id, "estimated_in_future", i, "estimated_on"),
	{"args": {"estimated_on": estimate.estimated_on}},
) if {
	id := "1.3.2"
	count(early) == 0
	some i, estimate in input.capability_estimates
	estimate.estimated_on.day > input.as_of
}

_lines[id] contains object.union(
	on_estimate(id, "late_estimate", i, "estimated_on"),
	{"args": {"estimated_on": estimate.estimated_on, "started_on": input.model.training.started_on}},
) if {
	id := "1.3.2"
	count(early) == 0
	some i in made
	estimate := input.capability_estimates[i]
	dates.after(estimate.estimated_on, input.model.training.started_on)
}

_lines[id] contains found.section(id, "no_profiles", "threat_profiles") if {
	id := "1.3.2"
	count(early) > 0
	not profiles.exist
}

_lines[id] contains found.profile(id, "profile_without_estimate", p, "") if {
	id := "1.3.2"
	count(early) > 0
	some p, _ in input.threat_profiles
	not p in estimated_profiles
}

_lines[id] contains _on_training(id, "no_training_end", "completed_on") if {
	id := "1.3.b"
	not dates.given(input.model.training.completed_on)
}

_lines[id] contains object.union(
	found.evaluation(id, "measured_too_early", e, "performed_on"),
	{"args": {"performed_on": record.performed_on, "completed_on": input.model.training.completed_on}},
) if {
	id := "1.3.b"
	some i, measured in measurements
	not i in measured_after_training
	some e in measured
	record := input.evaluations[e]
	dates.after(input.model.training.completed_on, record.performed_on)
}

_lines[id] contains object.union(doubts.other_name[e], {"id": id, "subject": "release"}) if {
	id := "1.3.b"
	some i in (all - measured_later)
	some e in input.capability_estimates[i].measured_later
}

_on_training(id, code, field) := object.union(
	found.section(id, code, field),
	{"at": input.model.training.at},
)

# METADATA
# description: A finding in an estimate, for a row.
on_estimate(id, code, i, field) := {
	"id": id,
	"subject": "release",
	"code": code,
	"at": input.capability_estimates[i].at,
	"field": field,
	"args": {"id": input.capability_estimates[i].id},
}
