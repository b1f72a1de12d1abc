# METADATA
# scope: package
# title: Assess the impact of each identified threat profile if the malicious actor successfully misused the model.
# description: What misuse would do, beside what the actor has anyway, how often it may be tried, and what prevents harm outside the model.
# schemas:
#   - input: schema.document
# custom:
#   objective: 1
#   page: 5
#   shared:
#     1.2.1:
#       ask: plain
#       decides: existence
#       page: 5
#       remedy: "Give each `threat_profiles[]` an `impact.summary` and `impact.versus_alternatives[]` (`kind`, `name`, `finding`) with `impact.evidence`; for published weights one of them a closed model, another technology or the status quo, and `marginal` (while its rating is undetermined, `monitoring[].indicators` and `review_on`), for hosted access `risk.rating`."
#       never_decidable: whether the estimate of scale, cost or effectiveness is right, and whether the baseline is well chosen
#       findings:
#         no_profiles: "no threat profile is declared, so no impact is assessed"
#         no_impact: threat profile {p} has no assessed impact on public safety
#         no_harm_object: threat profile {p} does not say what would be harmed
#         no_baseline: threat profile {p} is compared with nothing the actor already has
#         not_backed: the impact of threat profile {p} rests on nothing that can be read
#       reviews:
#         links_only: Do the linked pages assess the impact and compare it with what the actor has anyway?
#       partial:
#         incomplete: "an impact is assessed, but not all that is asked of every threat profile"
package ai800.ipd.p1_2_assess_impact.both

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# title: How often misuse may be attempted is estimated
# description: Every threat profile estimates the scale, frequency or probability of attempts, and its impact is backed.
# custom:
#   ask: plain
#   decides: existence
#   page: 6
#   basis: [nist, "ai800:content"]
#   remedy: State `impact.frequency` (scale, frequency or probability of attempts) for each `threat_profiles[]`.
#   never_decidable: whether the estimate is right
#   findings:
#     no_profiles: "no threat profile is declared, so no attempt is estimated"
#     no_frequency: threat profile {p} has no estimate of how often or how likely misuse is attempted
#     not_backed: the estimate for threat profile {p} rests on nothing that can be read
#   reviews:
#     links_only: Do the linked pages estimate how often this actor would try?
#   partial:
#     incomplete: attempts are estimated for some threat profiles, but not for every one
#   example: |
#     threat_profiles:
#       - id: bio
#         impact: {frequency: Less than once a decade, evidence: [docs/impact.md]}
subjects["1.2.2"] := channels.release.all

met["1.2.2"].release if profiles.every_one(frequency & backed)

partial["1.2.2"].release contains "incomplete" if profiles.some_but_not_every_one(frequency & backed)

# METADATA
# title: What prevents harm outside the model is considered
# description: Every threat profile states backed external barriers, or the backed defences of its marginal risk.
# custom:
#   ask: consider
#   decides: existence
#   page: 6
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: State `impact.external_barriers` for each `threat_profiles[]`, or record in `considered[]` (`ipd:1.2.3`) why it was left out.
#   never_decidable: whether the barriers hold in practice
#   findings:
#     no_profiles: "no threat profile is declared, so no outside barrier is considered"
#     no_barriers: threat profile {p} says nothing of how harm is prevented or managed outside the model
#   reviews:
#     links_only: Do the linked pages say how this harm is prevented outside the model?
#   partial:
#     incomplete: barriers are stated for some threat profiles, but not for every one
#   example: |
#     threat_profiles:
#       - id: bio
#         impact: {external_barriers: Suppliers screen orders of pathogens., evidence: [docs/impact.md]}
subjects["1.2.3"] := channels.release.all

met["1.2.3"].release if profiles.every_one(barriers)

partial["1.2.3"].release contains "incomplete" if profiles.some_but_not_every_one(barriers)

# METADATA
# title: An impact assessment of each threat profile is on record
# description: Every threat profile has a summary of its impact, a day on which it was assessed, and evidence.
# custom:
#   ask: can
#   decides: existence
#   page: 6
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: Point `impact.evidence` of each `threat_profiles[]` at its impact assessment and date it with `impact.assessed_on`.
#   findings:
#     no_profiles: there are no threat profiles to assess
#     no_impact: threat profile {p} has no impact assessment
#     no_date: the impact assessment of threat profile {p} has no date in the past
#     not_backed: the impact assessment of threat profile {p} points to no document that can be read
#   reviews:
#     links_only: Do the linked pages hold an impact assessment for each profile?
#   partial:
#     incomplete: impact assessments are on record, but not for every threat profile, or not all of them dated
#   example: |
#     threat_profiles:
#       - id: bio
#         impact:
#           summary: An outbreak could harm thousands of people.
#           assessed_on: "2025-05-01"
#           evidence: [docs/impact.md]
subjects["1.2.a"] := channels.release.all

met["1.2.a"].release if profiles.every_one((summary & assessed) & backed)

partial["1.2.a"].release contains "incomplete" if profiles.some_but_not_every_one(summary & backed)

partial["1.2.a"].release contains "incomplete" if profiles.every_one(summary & backed)

# METADATA
# description: Places of the threat profiles of which a line of the practice is true; here, that the impact is stated.
summary contains p if {
	some p, profile in input.threat_profiles
	texts.said(profile.impact.summary)
}

# METADATA
# description: 1.2.1, which say what would be harmed.
harm_object contains p if {
	some p, profile in input.threat_profiles
	profile.harm.object != ""
}

# METADATA
# description: Kinds of alternative with which each is compared, by name and with what the comparison shows.
compared_with[p] contains alternative.kind if {
	some p, profile in input.threat_profiles
	some alternative in profile.impact.versus_alternatives
	alternative.kind != ""
	texts.word(alternative.name)
	texts.said(alternative.finding)
}

# METADATA
# description: 1.2.1, which are compared with something that the actor has anyway.
baseline contains p if some p, _ in compared_with

backed contains p if {
	some p, profile in input.threat_profiles
	evidence.backed(profile.impact)
}

# METADATA
# description: 1.2.2, which estimate attempts.
frequency contains p if {
	some p, profile in input.threat_profiles
	texts.word(profile.impact.frequency)
}

# METADATA
# description: 1.2.3, which state a backed barrier or defence.
barriers contains p if {
	some p in backed
	texts.said(input.threat_profiles[p].impact.external_barriers)
}

barriers contains p if {
	some p, profile in input.threat_profiles
	texts.said(profile.marginal.existing_defences)
	evidence.backed(profile.marginal)
}

# METADATA
# description: 1.2.a, which were assessed on a day that has happened.
assessed contains p if {
	some p, profile in input.threat_profiles
	dates.happened(profile.impact.assessed_on)
}

# METADATA
# description: NIST's own lines of 1.2.1.
impact_assessed := ((summary & harm_object) & baseline) & backed

# METADATA
# description: 1.2.1 is met in part, in either variant; what is more is asked of every threat profile.
assessed_in_part if profiles.some_but_not_every_one(impact_assessed)

assessed_in_part if profiles.every_one((summary & baseline) & backed)
