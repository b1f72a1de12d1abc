# METADATA
# scope: package
# title: Assess the impact of each identified threat profile, for published weights
# description: The impact of each threat profile beside what the actor has anyway, and the marginal risk of publishing in six steps.
# schemas:
#   - input: schema.document
package ai800.ipd.p1_2_assess_impact.open

import data.ai800.ipd.p1_2_assess_impact.both
import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# title: The impact of each threat profile is assessed, and what publishing adds to it
# description: |
#   Every threat profile states its impact, what would be harmed, and what a comparison with some alternative shows,
#   backed. One of the alternatives is a closed model, another technology or the status quo, and the marginal risk is
#   set out in its steps, rated and backed. A moderate or high rating names the property of open weights that causes it;
#   an undetermined one asks for a plan to watch every open channel, and goes to a person.
# custom:
#   basis: [nist, "techfreedom:TF-05", "techfreedom:TF-14", "techfreedom:TF-04", ntia, kapoor, ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   specific_to_openness:
#     no_marginal_rating: {basis: "techfreedom:TF-14", text: "publishing is judged by what it adds to the risk, so that is rated"}
#     no_marginal_step: {basis: "ntia", text: the six steps of the analysis of marginal risk are asked where weights are public}
#     no_marginal_baseline: {basis: "techfreedom:TF-05", text: "marginal risk is what comes on top of closed models and of other technology, so both are named"}
#     no_distinctive_property: {basis: "techfreedom:TF-14", text: a raised marginal risk comes from something that sets open models apart}
#     not_watched: {basis: "techfreedom:TF-04", text: an undetermined marginal risk is published only with a plan to watch it; absolute ratings have no such word}
#     review_overdue: {basis: "techfreedom:TF-04", text: an undetermined marginal risk is published only with a plan to watch it; absolute ratings have no such word}
#     watch_not_backed: {basis: "techfreedom:TF-04", text: an undetermined marginal risk is published only with a plan to watch it; absolute ratings have no such word}
#   findings:
#     no_marginal_baseline: threat profile {p} is compared with neither a closed model nor other technology nor the status quo
#     no_marginal_step: threat profile {p} leaves out {step} of the marginal risk analysis
#     no_marginal_rating: threat profile {p} has no backed rating of marginal risk
#     no_distinctive_property: threat profile {p} does not say which property of open weights causes its {rating} marginal risk
#     not_watched: the marginal risk of {p} is undetermined and channel {c} names no indicators with a review date
#     review_overdue: the review of the undetermined risk of {p} was due on {review_on}
#     watch_not_backed: the monitoring plan for the undetermined risk of {p} has no reference that resolves
#   reviews:
#     undetermined_risk: "Is the evidence really insufficient to rate each marginal risk that is called undetermined, and are the indicators and the review date enough until it is?"
#   example: |
#     threat_profiles:
#       - id: bio
#         harm: {object: public_health}
#         impact:
#           summary: An outbreak could harm thousands of people.
#           versus_alternatives:
#             - {kind: closed_model, name: Closed assistant, finding: It answers as much.}
#           evidence: [docs/impact.md]
#         marginal:
#           existing_risk: Textbooks describe the same steps.
#           existing_defences: Suppliers screen orders.
#           evidence_of_marginal_risk: The evaluation shows no uplift over search.
#           ease_of_defending: Screening needs no change for this.
#           uncertainty: Small samples and one language.
#           rating: low
#           evidence: [docs/marginal.md]
subjects["1.2.1"] := channels.release.open

met["1.2.1"].release if {
	profiles.every_one(both.impact_assessed & _marginal_assessed)
	profiles.every_one(_marginal_baseline & _all_steps)
	count(_undetermined) == 0
}

# What is missing where the risk is undetermined may be missing for want of evidence: that is for a person.
needs_review["1.2.1"].release contains "undetermined_risk" if {
	profiles.every_one(both.impact_assessed & _marginal_assessed)
	profiles.every_one(((_marginal_baseline & _all_steps) | _insufficient))
	count(_undetermined) > 0
	count(_not_watched) == 0
}

partial["1.2.1"].release contains "incomplete" if both.assessed_in_part

findings contains finding if {
	channels.of.open
	some finding in both.impact_findings
}

findings contains found.profile("1.2.1", code, p, field) if {
	channels.of.open
	some code, [field, places] in {
		"no_marginal_baseline": ["impact.versus_alternatives", _marginal_baseline],
		"no_marginal_rating": ["marginal", _marginal_rated],
	}
	some p in (profiles.all - places)
}

findings contains object.union(
	found.profile("1.2.1", "no_marginal_step", p, "marginal"),
	{"args": {"step": step}},
) if {
	channels.of.open
	some p in profiles.all
	some step in (_steps - _steps_taken[p])
}

findings contains object.union(
	found.profile("1.2.1", "no_distinctive_property", p, "marginal"),
	{"args": {"rating": input.threat_profiles[p].marginal.rating}},
) if {
	channels.of.open
	some p in (profiles.all - _property_named)
}

findings contains object.union(watch, {"id": "1.2.1", "subject": "release", "args": {"p": profile.id}}) if {
	some c in channels.of.open
	some p in _undetermined
	profile := input.threat_profiles[p]
	some watch in doubts.unwatched[c]
}

# Line 6: one of the three kinds with which NTIA compares (techfreedom:TF-05, ntia, kapoor).
_marginal_baseline contains p if {
	some p, kinds in both.compared_with
	count(kinds & {"closed_model", "other_technology", "status_quo"}) > 0
}

# Line 7.
_steps := {"existing_risk", "existing_defences", "evidence_of_marginal_risk", "ease_of_defending", "uncertainty"}

_steps_taken[p] := {step | some step in _steps; texts.said(profile.marginal[step])} if {
	some p, profile in input.threat_profiles
}

_all_steps contains p if {
	some p, taken in _steps_taken
	taken == _steps
}

# Lines 8 and 9.
_marginal_assessed := _marginal_rated & _property_named

_marginal_rated contains p if {
	some p, profile in input.threat_profiles
	profile.marginal.rating != ""
	evidence.backed(profile.marginal)
}

_property_named contains p if {
	some p, profile in input.threat_profiles
	not profile.marginal.rating in {"moderate", "high"}
}

_property_named contains p if {
	some p, profile in input.threat_profiles
	count(profile.marginal.distinctive_properties) > 0
}

# Lines 10 and 11.
_undetermined contains p if {
	some p, profile in input.threat_profiles
	profile.marginal.rating == "undetermined"
}

_not_watched contains c if {
	some c in channels.of.open
	not c in channels.watched
}

_insufficient contains p if {
	some p in profiles.undetermined
	every c in channels.of.open { profiles.insufficient[c][p] }
}
