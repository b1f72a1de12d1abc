# METADATA
# scope: package
# title: Identify a level of misuse risk which the organization considers unacceptable.
# description: Every threat profile has a threshold that was set before measuring, from its impact, with benefits weighed; the rows read `thresholds`.
# schemas:
#   - input: schema.document
# custom:
#   objective: 2
#   page: 7
package ai800.ipd.p2_1_identify_unacceptable_risk.both

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# title: Every threat profile has a threshold that follows from its impact
# description: Each threat profile has a backed threshold that says what is unacceptable, was set after its impact was assessed and before anything was measured against it, and can be compared with a rating or a result.
# custom:
#   ask: plain
#   decides: consistency
#   page: 7
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: Add a `thresholds[]` for each threat profile with `unacceptable_when`, `unacceptable_from` (the lowest rating that is unacceptable) or `metric`, `declared_on` and `evidence`.
#   never_decidable: "whether the threshold is reasonable, and whether it was chosen from the impact assessment"
#   findings:
#     no_profiles: "no threat profile is declared, so no threshold belongs to one"
#     no_threshold: threat profile {p} has no threshold that says what is unacceptable
#     not_from_impact: threat profile {p} has no backed impact assessment to base a threshold on
#     not_backed: threshold {id} rests on nothing that can be read
#     threshold_before_impact: "threshold {id} was set before the impact of threat profile {threat_profile} was assessed, or one of the two has no date"
#     not_comparable: threshold {id} has neither unacceptable_from nor a complete metric
#     no_declared_on: threshold {id} has no declared_on in the past
#     threshold_after_evaluation: "threshold {id} was declared on {declared_on}, not before evaluation {evaluation} of {performed_on}"
#   reviews:
#     links_only: Do the linked pages hold thresholds that were set from the impact assessments?
#     moved_after_result: Was a threshold refined after an evaluation that names it because the result was already known?
#   partial:
#     incomplete: "some threat profiles have a threshold with its impact and evidence, or every one has, but not in an order or a form that can be compared"
#   example: |
#     threat_profiles:
#       - id: bio
#         impact: {summary: An outbreak could harm thousands., assessed_on: "2025-05-01", evidence: [docs/impact.md#bio]}
#     thresholds:
#       - id: bio-limit
#         threat_profile: bio
#         unacceptable_when: The model gives more help than a trained tutor.
#         unacceptable_from: high
#         declared_on: "2025-05-02"
#         evidence: [docs/thresholds.md#bio]
subjects["2.1.1"] := channels.release.all

met["2.1.1"].release if {
	_set_from_impact
	_in_order
	count(refined_after) == 0
}

needs_review["2.1.1"].release contains "moved_after_result" if {
	_set_from_impact
	_in_order
	count(refined_after) > 0
}

partial["2.1.1"].release contains "incomplete" if {
	_set_from_impact
	not _in_order
}

partial["2.1.1"].release contains "incomplete" if {
	profiles.some_but_not_every_one((with_threshold & with_impact) & with_backed_thresholds)
}

# Lines 1 to 4, the standard's own.
_set_from_impact if {
	profiles.every_one(with_threshold & with_impact)
	every_one(backed)
}

# Lines 5 to 8, the order and the form (ai800).
_in_order if {
	profiles.every_one(with_later_threshold)
	every_one(comparable & declared)
	count(declared_late) == 0
}

# METADATA
# title: Thresholds account for cost, actors, and scale or quality
# description: Every backed threshold lists cost, actors, and scale or quality among what it takes into account.
# custom:
#   ask: plain
#   decides: existence
#   page: 7
#   basis: [nist, "ai800:content"]
#   remedy: "List in `thresholds[].accounts_for[]` `cost`, `actors` and `scale` or `quality`, and show in `evidence` how."
#   never_decidable: "how much each factor weighed: accounts_for[] only says that it was looked at"
#   findings:
#     no_thresholds: no threshold is declared
#     cost_left_out: threshold {id} does not account for a lower cost of the task
#     actors_left_out: threshold {id} does not account for more actors being able to do the task
#     scale_left_out: threshold {id} accounts for neither scale nor quality
#     not_backed: threshold {id} rests on nothing that can be read
#   reviews:
#     links_only: "Do the linked pages account for cost, actors and scale or quality?"
#   partial:
#     incomplete: "some thresholds account for all of it, or every threshold for some of it"
#   example: |
#     thresholds:
#       - id: bio-limit
#         threat_profile: bio
#         accounts_for: [cost, actors, scale]
#         evidence: [docs/thresholds.md#bio]
subjects["2.1.2"] := channels.release.all

met["2.1.2"].release if every_one(complete["2.1.2"])

partial["2.1.2"].release contains "incomplete" if {
	every_one(backed & ((cost | actors) | scale_or_quality))
	not every_one(complete["2.1.2"])
}

# METADATA
# title: Benefits were weighed against each threshold
# description: Every backed threshold names a declared and backed benefit; whether it was weighed well is for a person.
# custom:
#   ask: plain
#   decides: judgement
#   page: 7
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Name in `thresholds[].benefits_weighed[]` the `benefits[]` that were weighed, each with `claim` and `evidence`."
#   never_decidable: whether the benefits outweigh the risk
#   findings:
#     no_thresholds: no threshold is declared
#     no_benefits_weighed: threshold {id} weighs no declared benefit
#     benefit_not_backed: benefit {id} rests on nothing that can be read
#     not_backed: threshold {id} rests on nothing that can be read
#   reviews:
#     links_only: Were the benefits weighed against the misuse risk when the thresholds were set?
#     weighing: Were the benefits weighed against the misuse risk when the thresholds were set?
#   partial:
#     incomplete: "benefits were weighed for some thresholds, but not for every one"
#   example: |
#     benefits:
#       - {id: study, claim: Researchers can study the weights directly., evidence: [docs/benefits.md#study]}
#     thresholds:
#       - id: bio-limit
#         threat_profile: bio
#         benefits_weighed: [study]
#         evidence: [docs/thresholds.md#bio]
subjects["2.1.3"] := channels.release.all

needs_review["2.1.3"].release contains "weighing" if every_one(complete["2.1.3"])

# METADATA
# title: Thresholds are refined as profiles and impacts change
# description: Every backed threshold was set or refined since the impact assessment of its threat profile and since the last review of the profiles, and a plan says when both are looked at again.
# custom:
#   ask: plain
#   decides: consistency
#   page: 7
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "Date the last look at each threshold with `thresholds[].refined_on`, give `threat_profile_process.reviewed_on` and state `threat_profile_process.update_plan`."
#   never_decidable: "whether expected benefits or other factors changed since, for benefits[] carry no date"
#   findings:
#     no_thresholds: no threshold is declared
#     no_review_date: nothing says when the threat profiles were last reviewed
#     older_than_impact: "threshold {id} is older than the impact assessment of threat profile {threat_profile}, or one of the two has no date"
#     not_backed: threshold {id} rests on nothing that can be read
#     older_than_review: threshold {id} has not been looked at since the threat profiles were reviewed on {reviewed_on}
#     no_update_plan: no plan says when profiles and thresholds are looked at again
#   reviews:
#     links_only: Do the linked pages show thresholds being refined?
#   partial:
#     incomplete: "thresholds follow the impact assessments, but not every one, or not the last review or a plan"
#   example: |
#     threat_profile_process:
#       reviewed_on: "2026-02-01"
#       update_plan: Renewed before every major release.
#     thresholds:
#       - {id: bio-limit, threat_profile: bio, refined_on: "2026-02-01", evidence: [docs/thresholds.md#bio]}
#     threat_profiles:
#       - {id: bio, impact: {summary: An outbreak could harm thousands of people., assessed_on: "2026-01-15", evidence: [docs/impact.md]}}
subjects["2.1.4"] := channels.release.all

met["2.1.4"].release if {
	dates.happened(input.threat_profile_process.reviewed_on)
	every_one(complete["2.1.4"])
	every_one(since_review)
	texts.said(input.threat_profile_process.update_plan)
}

partial["2.1.4"].release contains "incomplete" if {
	dates.happened(input.threat_profile_process.reviewed_on)
	some_but_not_every_one(complete["2.1.4"])
}

partial["2.1.4"].release contains "incomplete" if {
	dates.happened(input.threat_profile_process.reviewed_on)
	every_one(complete["2.1.4"])
	not _refined_by_plan
}

_refined_by_plan if {
	every_one(since_review)
	texts.said(input.threat_profile_process.update_plan)
}

# METADATA
# title: Outside factors were considered
# description: Every backed threshold says what legal, regulatory or other outside factors mean for it.
# custom:
#   ask: consider
#   decides: existence
#   page: 7
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "State `thresholds[].external_factors`, or record in `considered[]` (`ipd:2.1.5`) why none bears on the thresholds."
#   never_decidable: which legal duties apply
#   findings:
#     no_thresholds: no threshold is declared
#     no_external_factors: "threshold {id} says nothing of legal, regulatory or other outside factors"
#     not_backed: threshold {id} rests on nothing that can be read
#   reviews:
#     links_only: Do the linked pages consider legal and other outside factors?
#   partial:
#     incomplete: "outside factors are stated for some thresholds, but not for every one"
#   example: |
#     thresholds:
#       - id: bio-limit
#         threat_profile: bio
#         external_factors: Export law forbids sharing some of what it is about.
#         evidence: [docs/thresholds.md#bio]
subjects["2.1.5"] := channels.release.all

met["2.1.5"].release if every_one(complete["2.1.5"])

# METADATA
# title: The risk that is considered unacceptable is written down
# description: Every backed threshold says what is unacceptable, for which threat profile.
# custom:
#   ask: can
#   decides: existence
#   page: 7
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "List each threshold under `thresholds[]` with `threat_profile`, `unacceptable_when` and `evidence`."
#   findings:
#     no_thresholds: the risk considered unacceptable is written down nowhere
#     not_described: "threshold {id} does not say what is unacceptable, or for which threat profile"
#     not_backed: threshold {id} points to no document that can be read
#   reviews:
#     links_only: Do the linked pages hold the thresholds?
#   partial:
#     incomplete: "some thresholds are described in a document that can be read, but not every one"
#   example: |
#     thresholds:
#       - id: bio-limit
#         threat_profile: bio
#         unacceptable_when: The model gives more help than a trained tutor.
#         evidence: [docs/thresholds.md#bio]
subjects["2.1.a"] := channels.release.all

met["2.1.a"].release if every_one(complete["2.1.a"])

partial[id].release contains "incomplete" if {
	some id in ["2.1.2", "2.1.3", "2.1.5", "2.1.a"]
	some_but_not_every_one(complete[id])
}
