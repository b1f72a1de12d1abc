package ai800.ipd.p5_3_deploy_when_risk_is_managed.open

import data.ai800.ipd.p5_3_deploy_when_risk_is_managed.both
import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.ratings
import data.ai800.lib.texts

findings contains finding if some finding in both.decision_findings.open

# A channel that was stopped in time needs no rating, so what its ratings lack is no gap.
_judged contains c if {
	some c in channels.of.open
	not c in channels.stopped
}

findings contains both.on_profile("5.3.1", "no_marginal", c, p) if {
	some c in _judged
	some p, risk in input.channels[c].risks
	risk.marginal == ""
}

findings contains object.union(both.on_profile("5.3.1", "marginal_not_recorded", c, p), {"at": profile.marginal.at}) if {
	some c in _judged
	some p, profile in input.threat_profiles
	not _marginal_recorded[p]
}

findings contains _reduction("contradicts_profile_rating", c, p) if {
	some c, found in _proved.unexplained
	some p in found
}

findings contains _reduction("reduction_not_shown", c, p) if {
	some c, found in _unexplained
	some p in found
	not _proved.unexplained[c][p]
}

findings contains _not_weighed(rating, c, p) if {
	some c in _judged
	some p, risk in input.channels[c].risks
	some rating in ["moderate", "high"]
	risk.marginal == rating
	not _weighed[c][p]
}

findings contains finding if {
	some c in _judged
	some p, risk in input.channels[c].risks
	risk.marginal == "undetermined"
	some watch in doubts.unwatched[c]
	finding := object.union(both.on_profile("5.3.1", watch.code, c, p), watch)
}

findings contains object.union(doubt, {"id": id, "subject": channel.id, "args": {"rating": channel.risks[p].marginal}}) if {
	some id in ["5.3.1", "5.3.a"]
	some c in _judged
	channel := input.channels[c]
	some p in _doubted[c]
	some doubt in _doubts[p]
}

findings contains object.union(doubts.other_name[e], {"id": id, "subject": input.channels[c].id}) if {
	some id in ["5.3.1", "5.3.a"]
	some c in _judged
	some p in _not_shown[c]
	some e in input.threat_profiles[p].evaluations
}

_doubts[p] contains doubts.rating_not_supported.open[p] if some p, _ in input.threat_profiles

_doubts[p] contains finding if {
	some p, found in doubts.rating_contested
	some finding in found
}

# Threat profiles for which another test would have to count.
_not_shown[c] contains p if {
	some c, found in _unexplained
	some p in found
}

_not_shown[c] contains p if {
	some c, found in _doubted
	some p in found
	not profiles.supported[p]
}

# Findings of 5.3.2.
findings contains both.on_decision("5.3.2", "no_margin", c, "margin_of_safety") if {
	some c in channels.of.open
	not c in _margin
}

findings contains both.on_decision("5.3.2", "no_profiles", c, "margin_of_safety") if {
	some c in channels.of.open
	not profiles.exist
}

findings contains both.on_profile("5.3.2", "no_comparison", c, p) if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
	risk.marginal == ""
}

findings contains object.union(
	both.on_profile("5.3.2", "no_uncertainty", c, p),
	{"at": profile.marginal.at, "field": "uncertainty"},
) if {
	some c in channels.of.open
	some p, profile in input.threat_profiles
	not texts.said(profile.marginal.uncertainty)
}

findings contains both.on_profile("5.3.2", "larger_margin_asked", c, p) if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
	risk.marginal in {"high", "undetermined"}
}

findings contains both.on_decision("5.3.2", "not_backed", c, "evidence") if some c in _not_backed

# Findings of 5.3.a.
findings contains both.on_decision("5.3.a", "no_basis", c, "basis") if {
	some c in channels.of.open
	not c in both.argued
}

findings contains both.on_decision("5.3.a", "no_conclusion", c, "weighing.conclusion") if {
	some c in _judged
	not c in _concluded
	some risk in input.channels[c].risks
	not risk.marginal in ratings.low_marginal
}

findings contains both.on_decision("5.3.a", "no_profiles", c, "basis") if {
	some c in _judged
	not profiles.exist
}

findings contains both.on_profile("5.3.a", "no_rating", c, p) if {
	some c in _judged
	some p, risk in input.channels[c].risks
	risk.marginal == ""
}

findings contains object.union(finding, {"id": "5.3.a"}) if {
	some c in _judged
	some finding in both.residual_unacceptable[c]
}

findings contains both.on_decision("5.3.a", "decision_fails", c, "") if {
	some c in (both.argued & channels.of.open)
	not c in _proved.stands
	not c in _contradicted
}

findings contains both.on_decision("5.3.a", "contradicts_basis", c, "basis") if some c in (both.argued & _contradicted)

_contradicted contains c if some c, _ in _proved.unexplained

_contradicted contains c if {
	some c in channels.of.open
	some finding in both.decision_findings.open
	finding.subject == input.channels[c].id
	startswith(finding.code, "contradicts_")
}

findings contains both.on_decision("5.3.a", "not_backed", c, "evidence") if some c in _not_backed

_not_backed contains c if {
	some c in channels.of.open
	input.channels[c].deployment.decision.given
	not evidence.backed(input.channels[c].deployment.decision)
}

_reduction(code, c, p) := object.union(
	both.on_profile("5.3.1", code, c, p),
	{"args": {
		"marginal": input.channels[c].risks[p].marginal,
		"rating": input.threat_profiles[p].marginal.rating,
	}},
)

_not_weighed(rating, c, p) := object.union(
	both.on_profile("5.3.1", _not_weighed_code[rating], c, p),
	{"at": input.channels[c].deployment.decision.weighing.at},
)

_not_weighed_code := {"moderate": "moderate_not_weighed", "high": "high_not_weighed"}
