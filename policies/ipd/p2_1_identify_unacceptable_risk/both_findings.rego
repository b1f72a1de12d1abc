package ai800.ipd.p2_1_identify_unacceptable_risk.both

import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.profiles
import data.ai800.lib.texts

# What each line of a row is short of, by code: the field concerned, and the thresholds.
_short_of := {
	"2.1.1": {
		"not_backed": ["evidence", all - backed],
		"not_comparable": ["", all - comparable],
		"no_declared_on": ["declared_on", all - declared],
		"threshold_before_impact": ["", _before_impact],
	},
	"2.1.2": {
		"cost_left_out": ["accounts_for", all - cost],
		"actors_left_out": ["accounts_for", all - actors],
		"scale_left_out": ["accounts_for", all - scale_or_quality],
		"not_backed": ["evidence", all - backed],
	},
	"2.1.3": {
		"no_benefits_weighed": ["benefits_weighed", all - weighing],
		"not_backed": ["evidence", all - backed],
	},
	"2.1.4": {
		"older_than_impact": ["", all - since_impact],
		"older_than_review": ["", _before_review],
		"not_backed": ["evidence", all - backed],
	},
	"2.1.5": {
		"no_external_factors": ["external_factors", all - external_factors],
		"not_backed": ["evidence", all - backed],
	},
	"2.1.a": {
		"not_described": ["", all - (described & of_profile)],
		"not_backed": ["evidence", all - backed],
	},
}

findings contains {
	"id": id,
	"subject": "release",
	"code": code,
	"at": input.thresholds[t].at,
	"field": field,
	"args": {
		"id": input.thresholds[t].id,
		"threat_profile": object.get(_profile_of, t, ""),
		"reviewed_on": dates.shown(input.threat_profile_process.reviewed_on),
	},
} if {
	some id, codes in _short_of
	some code, [field, thresholds] in codes
	some t in thresholds
}

_profile_of[t] := input.threat_profiles[threshold.threat_profile].id if some t, threshold in input.thresholds

_before_impact contains t if {
	some p, profile in input.threat_profiles
	profile.impact.given
	not with_later_threshold[p]
	some t in profile.thresholds
}

_before_review contains t if {
	dates.happened(input.threat_profile_process.reviewed_on)
	some t in (all - since_review)
}

findings contains found.section(id, "no_thresholds", "thresholds") if {
	some id, _ in complete
	count(all) == 0
}

findings contains found.section("2.1.1", "no_profiles", "threat_profiles") if not profiles.exist

findings contains found.profile("2.1.1", "no_threshold", p, "") if some p in (profiles.all - with_threshold)

findings contains found.profile("2.1.1", "not_from_impact", p, "impact") if some p in (profiles.all - with_impact)

findings contains {
	"id": "2.1.1",
	"subject": "release",
	"code": "threshold_after_evaluation",
	"at": threshold.at,
	"field": "declared_on",
	"args": {
		"id": threshold.id,
		"declared_on": dates.shown(threshold.declared_on),
		"evaluation": input.evaluations[e].id,
		"performed_on": dates.shown(input.evaluations[e].performed_on),
	},
} if {
	some e, t in declared_late
	threshold := input.thresholds[t]
}

findings contains {
	"id": "2.1.3",
	"subject": "release",
	"code": "benefit_not_backed",
	"at": input.benefits[b].at,
	"field": "evidence",
	"args": {"id": input.benefits[b].id},
} if {
	some threshold in input.thresholds
	some b in threshold.benefits_weighed
	not evidence.backed(input.benefits[b])
}

findings contains found.section("2.1.4", "no_review_date", "threat_profile_process.reviewed_on") if {
	not dates.happened(input.threat_profile_process.reviewed_on)
}

findings contains found.section("2.1.4", "no_update_plan", "threat_profile_process.update_plan") if {
	not texts.said(input.threat_profile_process.update_plan)
}
