# METADATA
# scope: package
# title: Compare predicted misuse risk to the organization's risk tolerance prior to developing models with increased capabilities of concern.
# description: Before training, the misuse risk from theft was assessed and found below what the organization calls unacceptable, and it is assessed again; the rows read `security.theft_assessments`. Once the weights are public they no longer apply.
# schemas:
#   - input: schema.document
# custom:
#   objective: 3
#   page: 8
#   shared:
#     3.2.1:
#       reviews:
#         theft_moot: &moot "Is it true that misuse risk is managed without keeping this model confidential, so that objective 3 does not ask for this?"
#       reasons:
#         weights_published: &published
#           text: "the weights are public and no other model is declared confidential; TechFreedom's footnote names only 3.1 and 3.3, but its sentence speaks of theft practices, and the EU Code of Practice (Commitment 6) lets security duties end once parameters are publicly downloadable"
#           basis: eu_cop
#     3.2.2:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
#     3.2.3:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
#     3.2.a:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
package ai800.ipd.p3_2_compare_with_tolerance.both

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.texts
import data.ai800.lib.theft

# METADATA
# title: Misuse risk from theft is assessed before training
# description: The last theft assessment made before training is backed, states a probability of theft and a predicted misuse risk, and names every threat profile whose capability was estimated.
# custom:
#   ask: plain
#   decides: consistency
#   page: 8
#   basis: [nist, eu_cop, ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Before training, record in `security.theft_assessments[]` `assessed_on`, `threat_profiles[]`, `probability_of_theft` and `predicted_risk`."
#   never_decidable: "whether the combination of capability and probability is sound"
#   findings:
#     no_estimates: "no estimated capability is there to combine with the probability of theft"
#     no_assessment: "misuse risk from theft is not assessed"
#     no_training_start: "without the start of training nobody can tell whether the assessment came first"
#     late_assessment: "no theft assessment comes before training began on {started_on}"
#     no_probability: "theft assessment {id} estimates no probability of theft"
#     no_predicted_risk: "theft assessment {id} states no predicted misuse risk"
#     estimate_left_out: "theft assessment {id} leaves out threat profile {threat_profile}, whose capability was estimated"
#     not_backed: "theft assessment {id} rests on nothing that can be read"
#   reviews:
#     links_only: "Do the linked pages combine the estimated capabilities with the probability of theft?"
#   partial:
#     incomplete: "theft was assessed, but for some of the estimated threat profiles only, or nothing says when training began"
#   example: |
#     capability_estimates:
#       - {id: forecast, threat_profiles: [bio]}
#     model:
#       training: {started_on: "2025-06-01"}
#     security:
#       theft_assessments:
#         - id: theft-1
#           assessed_on: "2025-05-20"
#           threat_profiles: [bio]
#           probability_of_theft: Unlikely within one year
#           predicted_risk: low
#           evidence: [docs/theft.md]
subjects["3.2.1"] := channels.release.all

met["3.2.1"].release if {
	count(estimated) > 0
	count(theft.prior) > 0
	count(theft.prior - combined) == 0
	count(estimated - named_before_training) == 0
}

partial["3.2.1"].release contains "incomplete" if {
	not dates.given(input.model.training.started_on)
	count(estimated) > 0
	some a in (theft.made & combined)
	count(estimated - named[a]) == 0
}

partial["3.2.1"].release contains "incomplete" if {
	count(theft.prior) > 0
	count(theft.prior - combined) == 0
	count(estimated & named_before_training) > 0
	count(estimated - named_before_training) > 0
}

# METADATA
# title: Development began only with theft risk within tolerance
# description: The last theft assessment made before training is backed, says that the risk is within tolerance, and predicts a risk below the limit of each threat profile it names.
# custom:
#   ask: plain
#   decides: computed
#   page: 8
#   basis: [nist, eu_cop, ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Before training, show in `security.theft_assessments[]` that `predicted_risk` is below every `thresholds[].unacceptable_from` (`within_tolerance: true`); otherwise state in `if_not_managed` how development was adjusted or halted."
#   never_decidable: "whether development really stopped, and whether the risk is adequately managed"
#   findings:
#     no_assessment: "nothing shows that theft risk was within tolerance"
#     no_training_start: "without the start of training nobody can tell whether development waited"
#     late_assessment: "no theft assessment comes before training began on {started_on}"
#     not_within_tolerance: "theft assessment {id} does not find the risk within tolerance"
#     adverse_without_date: "theft assessment {id} finds an unacceptable risk and has no date, so nobody can tell whether training waited for it"
#     no_threshold: "theft assessment {id} covers a threat profile without a threshold, or none"
#     no_predicted_risk: "theft assessment {id} states no predicted misuse risk to compare with a threshold"
#     over_threshold: "theft assessment {id} predicts a {predicted_risk} risk for {threat_profile}, of which {unacceptable_from} is already unacceptable"
#     not_backed: "theft assessment {id} rests on nothing that can be read"
#   reviews:
#     links_only: "Do the linked pages show that theft risk was within tolerance before training?"
#     metric_only: "Was theft risk within the thresholds of those threat profiles that have only a metric?"
#     managed_later: "Was development adjusted or halted until theft risk was within the thresholds?"
#     adverse_without_date: "Does a theft assessment that finds an unacceptable risk and has no date change what was decided before training?"
#   partial:
#     incomplete: "theft risk was found within tolerance, but nothing says when training began"
#   example: |
#     model:
#       training: {started_on: "2025-06-01"}
#     thresholds:
#       - {id: bio-limit, threat_profile: bio, unacceptable_from: high}
#     security:
#       theft_assessments:
#         - id: theft-1
#           assessed_on: "2025-05-20"
#           threat_profiles: [bio]
#           predicted_risk: low
#           within_tolerance: true
#           evidence: [docs/theft.md]
subjects["3.2.2"] := channels.release.all

met["3.2.2"].release if {
	_tolerated_before_training
	count(theft.prior - with_limits) == 0
	count(undated_intolerable) == 0
}

needs_review["3.2.2"].release contains "metric_only" if {
	_tolerated_before_training
	count(theft.prior - with_limits) > 0
}

needs_review["3.2.2"].release contains "adverse_without_date" if {
	_tolerated_before_training
	count(undated_intolerable) > 0
}

needs_review["3.2.2"].release contains "managed_later" if {
	some a in theft.prior
	assessment := input.security.theft_assessments[a]
	assessment.within_tolerance == false
	texts.said(assessment.if_not_managed)
	some later in (theft.within_tolerance & theft.backed)
	dates.after(input.security.theft_assessments[later].assessed_on, assessment.assessed_on)
	theft.made[later]
}

partial["3.2.2"].release contains "incomplete" if {
	not dates.given(input.model.training.started_on)
	count(theft.last) > 0
	count(theft.last - tolerated) == 0
}

# Lines 1 to 7.
_tolerated_before_training if {
	count(theft.prior) > 0
	count(theft.prior - tolerated) == 0
}

# METADATA
# title: The estimate of theft risk is revisited
# description: Theft was assessed on at least two days, each time with evidence, and last no more than 365 days ago.
# custom:
#   ask: plain
#   decides: consistency
#   page: 9
#   basis: [nist, eu_cop, ai800, "ai800:365-days", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Add a dated `security.theft_assessments[]` each time the estimate is revisited."
#   never_decidable: "which development decisions could raise capabilities of concern, and whether each was preceded by an assessment"
#   findings:
#     not_revisited: "the theft assessment was not made again"
#     not_backed: "theft assessment {id} rests on nothing that can be read"
#     stale: "the last theft assessment is of {assessed_on}, more than 365 days ago"
#   reviews:
#     links_only: "Do the linked pages show that theft was assessed again?"
#     stale: "Is the last theft assessment recent enough to be called periodic?"
#   example: |
#     security:
#       theft_assessments:
#         - {id: theft-1, assessed_on: "2025-05-20", evidence: [docs/theft.md#first]}
#         - {id: theft-2, assessed_on: "2026-01-15", evidence: [docs/theft.md#second]}
subjects["3.2.3"] := channels.release.all

met["3.2.3"].release if {
	_revisited
	not _stale
}

needs_review["3.2.3"].release contains "stale" if {
	_revisited
	_stale
}

_revisited if {
	count(theft.days) > 1
	theft.every_one(theft.backed)
}

_stale if max(theft.days) < input.as_of - 365

# METADATA
# title: The assessments of risk from theft are on record
# description: Every theft assessment is dated and backed and states a predicted misuse risk.
# custom:
#   ask: can
#   decides: existence
#   page: 9
#   basis: [nist, eu_cop, ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Keep each assessment in `security.theft_assessments[]` with `assessed_on`, `predicted_risk` and `evidence`."
#   never_decidable: "whether an assessment was left out"
#   findings:
#     no_assessment: "no theft-related risk assessment is documented"
#     not_summarized: "theft assessment {id} has no date or no predicted risk"
#     not_backed: "theft assessment {id} points to no document that can be read"
#   reviews:
#     links_only: "Do the linked pages hold the assessments of risk from theft?"
#   partial:
#     incomplete: "some theft assessments are documented, but not every one"
#   example: |
#     security:
#       theft_assessments:
#         - id: theft-1
#           assessed_on: "2025-05-20"
#           predicted_risk: low
#           evidence: [docs/theft.md]
subjects["3.2.a"] := channels.release.all

met["3.2.a"].release if theft.every_one(documented & theft.backed)

partial["3.2.a"].release contains "incomplete" if theft.some_but_not_every_one(documented & theft.backed)

not_applicable[id].release contains "weights_published" if {
	theft.nothing_left
	some id, _ in subjects
}

needs_review[id].release contains "theft_moot" if {
	theft.moot
	some id, _ in subjects
}
