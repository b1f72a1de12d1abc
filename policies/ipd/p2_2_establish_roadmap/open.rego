# METADATA
# scope: package
# title: Establish a roadmap to manage misuse risks, for published weights
# description: Safeguards can be called unnecessary where the marginal risk of publishing is none or low.
# schemas:
#   - input: schema.document
# custom:
#   objective: 2
#   page: 7
package ai800.ipd.p2_2_establish_roadmap.open

import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.roadmap

# METADATA
# title: Safeguards are planned, where they are needed
# description: The backed roadmap has dated safeguard goals, or says with a reason that none is needed while every marginal risk is none or low, backed and borne out.
# custom:
#   basis: [nist, "techfreedom:TF-09", "techfreedom:TF-04", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   specific_to_openness:
#     needed_but_denied: {basis: "techfreedom:TF-09", text: the marginal rating decides for published weights; elsewhere the absolute one does}
#   findings:
#     needed_but_denied: "the roadmap says no safeguards are needed, yet the marginal risk of threat profile {p} is not rated none or low with evidence"
#   reviews:
#     undetermined: Can safeguards be called unnecessary while the marginal risk of a threat profile is undetermined?
#   reasons:
#     safeguards_not_needed:
#       text: "the roadmap says, with a reason, that safeguards are not needed, and every threat profile has a marginal risk rated none or low"
#       basis: "techfreedom:TF-09"
subjects["2.2.3"] := channels.release.open

met["2.2.3"].release if {
	roadmap.planned.safeguard_goals
	evidence.backed(input.roadmap)
	count(_needed_but_denied) == 0
}

not_applicable["2.2.3"].release contains "safeguards_not_needed" if {
	roadmap.excused.safeguard_goals
	evidence.backed(input.roadmap)
	profiles.every_one(profiles.low_risk.open & profiles.borne_out.open)
}

needs_review["2.2.3"].release contains "undetermined" if {
	roadmap.excused.safeguard_goals
	evidence.backed(input.roadmap)
	profiles.every_one(profiles.low_risk.open | _insufficient)
	count(_insufficient) > 0
}

# Undetermined, with its record, and watched on every open channel (techfreedom:TF-04).
_insufficient contains p if {
	some p, _ in input.threat_profiles
	every c in channels.of.open { profiles.insufficient[c][p] }
}

partial["2.2.3"].release contains "incomplete" if roadmap.partly_planned.safeguard_goals

partial["2.2.3"].release contains "incomplete" if {
	roadmap.planned.safeguard_goals
	evidence.backed(input.roadmap)
	count(_needed_but_denied) > 0
}

_needed_but_denied contains p if {
	roadmap.denied.safeguard_goals
	some p in (profiles.all - profiles.low_risk.open)
}

findings contains object.union(finding, {"id": "2.2.3", "subject": "release"}) if {
	some finding in roadmap.gaps.safeguard_goals
}

findings contains {
	"id": "2.2.3",
	"subject": "release",
	"code": "needed_but_denied",
	"at": "",
	"field": "roadmap.safeguards_needed",
	"args": {"p": input.threat_profiles[p].id},
} if {
	some p in _needed_but_denied
}

findings contains object.union(finding, {"id": "2.2.3", "subject": "release"}) if {
	roadmap.denied.safeguard_goals
	some finding in doubts.in_release.open
}
