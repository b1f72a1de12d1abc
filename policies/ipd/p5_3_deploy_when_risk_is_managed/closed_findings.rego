package ai800.ipd.p5_3_deploy_when_risk_is_managed.closed

import data.ai800.ipd.p5_3_deploy_when_risk_is_managed.both
import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.ratings

findings contains finding if some finding in both.decision_findings.closed

# A channel that was stopped in time needs no rating, so what its ratings lack is no gap.
_judged contains c if {
	some c in channels.of.closed
	not c in channels.stopped
}

findings contains both.on_profile("5.3.1", "no_residual", c, p) if {
	some c in _judged
	some p, _ in input.threat_profiles
	not profiles.rated[c][p]
}

findings contains object.union(both.on_profile("5.3.1", "no_threshold", c, p), {"at": profile.at}) if {
	some c in _judged
	some p, profile in input.threat_profiles
	not ratings.has_threshold[p]
}

findings contains object.union(finding, {"id": id}) if {
	some id in ["5.3.1", "5.3.2", "5.3.a"]
	some c in _judged
	some finding in both.residual_unacceptable[c]
}

findings contains object.union(
	both.on_profile("5.3.1", "results_disagree", c, p),
	{"at": record.at, "field": "conclusion", "args": {
		"e": record.id,
		"rating": input.threat_profiles[p].risk.rating,
		"residual": input.channels[c].risks[p].residual,
	}},
) if {
	some c in _judged
	some p, found in _disagreeing[c]
	some e in found
	record := input.evaluations[e]
}

findings contains object.union(doubt, {"id": id, "subject": input.channels[c].id}) if {
	some id in ["5.3.1", "5.3.a"]
	some c in _judged
	some doubt in _doubts
}

_doubts contains doubts.rating_not_supported.closed[p] if some p in profiles.called_low.closed

_doubts contains finding if {
	some p in profiles.disputed
	some finding in doubts.rating_disputed[p]
	finding.code == "rating_disputed_by_red_team"
}

_doubts contains doubts.other_name[e] if {
	some p in (profiles.called_low.closed - profiles.supported)
	some e in input.threat_profiles[p].evaluations
}

findings contains both.on_profile("5.3.1", "contradicts_risk_rating", c, p) if {
	some c, found in _unexplained
	some p in found
}

# Findings of 5.3.2.
findings contains both.on_decision("5.3.2", "no_margin", c, "margin_of_safety") if {
	some c in channels.of.closed
	not c in _margin
}

findings contains both.on_decision("5.3.2", "no_profiles", c, "margin_of_safety") if {
	some c in channels.of.closed
	not profiles.exist
}

findings contains both.on_profile("5.3.2", "no_comparison", c, p) if {
	some c in channels.of.closed
	some p, _ in input.threat_profiles
	not _comparable[c][p]
}

findings contains object.union(
	both.on_profile("5.3.2", "no_ordinal_margin", c, p),
	{"args": {"limit": ratings.word[ratings.limit[p]]}},
) if {
	some c in channels.of.closed
	some p, risk in input.channels[c].risks
	ratings.limit[p] - ratings.ordinal[risk.residual] == 1
}

findings contains object.union(both.on_profile("5.3.2", "larger_margin_asked", c, p), {"at": input.threat_profiles[p].at}) if {
	some c in channels.of.closed
	some p, _ in _larger_margin_asked
}

findings contains object.union(both.on_decision("5.3.2", "uncertainty_not_stated", c, "uncertainty"), {
	"at": input.evaluations[e].at,
	"args": {"e": input.evaluations[e].id},
}) if {
	some c in channels.of.closed
	some e in _uncertainty_not_stated
}

findings contains both.on_decision("5.3.2", "not_backed", c, "evidence") if some c in _not_backed

# Findings of 5.3.a.
findings contains both.on_decision("5.3.a", "no_basis", c, "basis") if {
	some c in channels.of.closed
	not c in both.argued
}

findings contains both.on_decision("5.3.a", "no_profiles", c, "basis") if {
	some c in _judged
	not profiles.exist
}

findings contains both.on_profile("5.3.a", "no_rating", c, p) if {
	some c in _judged
	some p, _ in input.threat_profiles
	not _comparable[c][p]
}

findings contains both.on_decision("5.3.a", "decision_fails", c, "") if {
	some c in (both.argued & channels.of.closed)
	not c in _proved.stands
	not c in _contradicted
}

findings contains both.on_decision("5.3.a", "contradicts_basis", c, "basis") if some c in (both.argued & _contradicted)

findings contains both.on_decision("5.3.a", "not_backed", c, "evidence") if some c in _not_backed

_contradicted contains c if some c, _ in _unexplained

_contradicted contains c if {
	some c in channels.of.closed
	some finding in both.decision_findings.closed
	finding.subject == input.channels[c].id
	startswith(finding.code, "contradicts_")
}

# The residual risk is lower than the rating, and no safeguard on the channel mitigates the threat profile (ai800).
_unexplained[c] contains p if {
	some c in channels.of.closed
	some p, risk in input.channels[c].risks
	ratings.ordinal[risk.residual] < ratings.ordinal[input.threat_profiles[p].risk.rating]
	not _mitigated[c][p]
}

_mitigated[c] contains p if {
	some c in channels.of.closed
	some s in input.channels[c].safeguards
	some p in input.safeguards[s].mitigates
}

_comparable[c] contains p if {
	some c in channels.of.closed
	some p in profiles.rated[c]
	ratings.has_threshold[p]
}

_not_backed contains c if {
	some c in channels.of.closed
	input.channels[c].deployment.decision.given
	not evidence.backed(input.channels[c].deployment.decision)
}
