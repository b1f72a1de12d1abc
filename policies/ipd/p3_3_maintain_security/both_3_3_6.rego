package ai800.ipd.p3_3_maintain_security.both

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.theft

# METADATA
# title: Theft is assessed again after an unacceptable finding
# description: Every theft assessment is backed and says whether the risk is within tolerance, and each that found it unacceptable was made again for the same threat profiles, before training where it came before training.
# custom:
#   ask: plain
#   decides: consistency
#   page: 9
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "After an assessment with `within_tolerance: false`, add a later `security.theft_assessments[]` for the same `threat_profiles[]`, dated before training."
#   never_decidable: "whether the new security practices were in place when it was made again"
#   findings:
#     no_assessment: "no theft assessment shows whether the risk was acceptable"
#     no_tolerance_answer: "theft assessment {id} does not say whether the risk is within tolerance"
#     not_reassessed: "theft assessment {id} found an unacceptable risk and was not made again for the threat profiles it names"
#     no_training_start: "without the start of training nobody can tell whether the re-assessment came first"
#     reassessed_late: "the assessment that followed {id} came after training began on {started_on}"
#     not_compared: "theft assessment {id} states no predicted risk for a threat profile, so it cannot be compared with what is unacceptable"
#     not_backed: "theft assessment {id} rests on nothing that can be read"
#   reviews:
#     links_only: "Do the linked pages show that theft was assessed again?"
#     not_compared: "Is the risk of theft acceptable, although an assessment that says so predicts no risk that could be compared with the thresholds?"
#   reasons:
#     no_unacceptable_theft_risk:
#       text: "no earlier assessment found an unacceptable risk of theft"
#       basis: nist
#   partial:
#     incomplete: "theft was assessed again, but nothing says when training began"
#   example: |
#     security:
#       theft_assessments:
#         - {id: theft-1, assessed_on: "2025-03-01", threat_profiles: [bio], predicted_risk: high, within_tolerance: false, evidence: [docs/theft.md#first]}
#         - {id: theft-2, assessed_on: "2025-05-20", threat_profiles: [bio], predicted_risk: low, within_tolerance: true, evidence: [docs/theft.md#second]}
subjects["3.3.6"] := channels.release.all

met["3.3.6"].release if {
	_made_again
	theft.every_one(theft.backed)
	dates.given(input.model.training.started_on)
	count(late) == 0
	count(not_compared) == 0
}

partial["3.3.6"].release contains "incomplete" if {
	_made_again
	theft.every_one(theft.backed)
	not dates.given(input.model.training.started_on)
}

not_applicable["3.3.6"].release contains "no_unacceptable_theft_risk" if {
	_found_tolerable
	count(not_compared) == 0
}

needs_review["3.3.6"].release contains "not_compared" if {
	_found_tolerable
	count(not_compared) > 0
}

needs_review["3.3.6"].release contains "not_compared" if {
	_made_again
	theft.every_one(theft.backed)
	dates.given(input.model.training.started_on)
	count(late) == 0
	count(not_compared) > 0
}

# Lines 1 to 3.
_made_again if {
	count(theft.intolerable) > 0
	count(theft.all - answered) == 0
	count(theft.intolerable - followed) == 0
}

_found_tolerable if {
	theft.every_one(theft.within_tolerance & theft.backed)
	count(theft.intolerable) == 0
}

# Without a predicted risk or a threat profile nothing shows that the risk lies below what is unacceptable.
not_compared contains a if some a in (theft.within_tolerance - theft.predicting)

not_compared contains a if {
	some a in theft.within_tolerance
	count(input.security.theft_assessments[a].threat_profiles) == 0
}

answered contains a if {
	some a, assessment in input.security.theft_assessments
	assessment.within_tolerance in {true, false}
}

# Later assessments of the same threat profiles; one that names none cannot be made again.
_again[a] contains later if {
	some a in theft.intolerable
	named := _named[a]
	count(named) > 0
	some later in theft.made
	_after(later, a)
	count(named - _named[later]) == 0
}

_after(later, a) if {
	assessments := input.security.theft_assessments
	dates.after(assessments[later].assessed_on, assessments[a].assessed_on)
}

_named[a] := {p | some p in assessment.threat_profiles} if some a, assessment in input.security.theft_assessments

followed contains a if some a, _ in _again

# Found unacceptable before training, and made again only after it began.
late contains a if {
	some a in (theft.intolerable & followed)
	_before_training[a]
	count(_again[a] & _before_training) == 0
}

_before_training contains a if {
	some a, assessment in input.security.theft_assessments
	dates.not_after(assessment.assessed_on, input.model.training.started_on)
}

# METADATA
# title: The security measures are summarized
# description: Every measure is named, with evidence of its own or of the security section.
# custom:
#   ask: can
#   decides: existence
#   page: 9
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "List `security.measures[]` and point `evidence` at the summary."
#   never_decidable: "whether measures were left out; NIST does not ask for details that would help an attacker"
#   findings:
#     no_measures: "there is no summary of security measures"
#     not_described: "security measure {n} has no text"
#     not_backed: "the summary of measures points to no document that can be read"
#   reviews:
#     links_only: "Do the linked pages summarize the security measures?"
#   partial:
#     incomplete: "some measures are named with evidence, but not every one"
#   example: |
#     security:
#       measures:
#         - {measure: Weights are encrypted at rest}
#       evidence: [docs/security.md]
subjects["3.3.a"] := channels.release.all

met["3.3.a"].release if every_measure(worded & summarized)

partial["3.3.a"].release contains "incomplete" if some_but_not_every_measure(worded & summarized)
