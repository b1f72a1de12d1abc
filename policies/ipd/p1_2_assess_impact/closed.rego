# METADATA
# scope: package
# title: Assess the impact of each identified threat profile, for hosted access
# description: The impact of each threat profile beside what the actor has anyway, and its absolute risk.
# schemas:
#   - input: schema.document
package ai800.ipd.p1_2_assess_impact.closed

import data.ai800.ipd.p1_2_assess_impact.both
import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.profiles

# METADATA
# title: The impact of each threat profile is assessed, beside what the actor has anyway
# description: |
#   Every threat profile states its impact, what would be harmed, and what a comparison with some alternative shows,
#   backed; and it has a backed risk rating, from which 5.2.1 and 5.3.1 start.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   findings:
#     no_rating: threat profile {p} has no backed absolute risk rating
#   example: |
#     threat_profiles:
#       - id: bio
#         harm: {object: public_health}
#         impact:
#           summary: An outbreak could harm thousands of people.
#           versus_alternatives:
#             - {kind: human, name: Tutors, finding: A tutor gives more help than the model.}
#           evidence: [docs/impact.md]
#         risk: {rating: moderate, evidence: [docs/risk.md]}
subjects["1.2.1"] := channels.release.closed

met["1.2.1"].release if profiles.every_one(both.impact_assessed & _rated)

partial["1.2.1"].release contains "incomplete" if both.assessed_in_part

findings contains finding if {
	channels.of.closed
	some finding in both.impact_findings
}

findings contains found.profile("1.2.1", "no_rating", p, "risk") if {
	channels.of.closed
	some p in (profiles.all - _rated)
}

_rated contains p if {
	some p, profile in input.threat_profiles
	profile.risk.rating != ""
	evidence.backed(profile.risk)
}
