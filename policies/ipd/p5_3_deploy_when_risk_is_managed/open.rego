# METADATA
# scope: package
# title: Only pursue deployments where misuse risk is adequately managed, for published weights
# description: The marginal risk of publishing is on record and weighed against benefits; that weights are public is never a ground against it.
# schemas:
#   - input: schema.document
package ai800.ipd.p5_3_deploy_when_risk_is_managed.open

import data.ai800.ipd.p5_3_deploy_when_risk_is_managed.both
import data.ai800.lib.channels

# METADATA
# title: Each publication was decided on, with its marginal risk weighed against benefits
# description: |
#   Who decides and by which criteria, a complete and backed decision on or before the day of opening, and for each
#   threat profile a recorded marginal risk. None or low is enough where it is borne out; moderate needs a safeguard
#   that counts on published weights, a benefit and a weighing; high and undetermined go to a person when the record is
#   complete. Thresholds are not read, and a channel that was stopped in time needs no rating.
# custom:
#   basis: [nist, "techfreedom:TF-04", "techfreedom:TF-24", "techfreedom:TF-29", ntia, ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   specific_to_openness:
#     no_marginal: {basis: "techfreedom:TF-29", text: the marginal rating decides for published weights; elsewhere the absolute one does}
#     marginal_not_recorded: {basis: "techfreedom:TF-29", text: "the marginal rating decides for published weights, so it is the one that has to be backed"}
#     contradicts_profile_rating: {basis: "ai800", text: "only a safeguard that stays in the weights explains a lower marginal risk, and none explains what is not determined"}
#     reduction_not_shown: {basis: "ai800", text: a safeguard of no listed kind lowers the risk of published weights only if a test shows it}
#     moderate_not_weighed: {basis: "techfreedom:TF-29", text: a moderate marginal risk is weighed against benefits; elsewhere a threshold takes that place}
#     not_watched: {basis: "techfreedom:TF-04", text: an undetermined marginal risk is published only with a plan to watch it; absolute ratings have no such word}
#     review_overdue: {basis: "techfreedom:TF-04", text: an undetermined marginal risk is published only with a plan to watch it; absolute ratings have no such word}
#     watch_not_backed: {basis: "techfreedom:TF-04", text: an undetermined marginal risk is published only with a plan to watch it; absolute ratings have no such word}
#   findings:
#     no_marginal: threat profile {p} has no marginal rating for channel {c}
#     marginal_not_recorded: "the marginal risk of {p} is rated without a backed record; rate it undetermined if there is no evidence"
#     contradicts_profile_rating: "marginal risk of {p} is {marginal} here but {rating} in its profile, and no safeguard explains it"
#     reduction_not_shown: "marginal risk of {p} is {marginal} here but {rating} in its profile, and no test that counts shows that a safeguard explains it"
#     moderate_not_weighed: marginal risk of {p} is moderate and mitigation, benefit or weighing is not recorded or not backed
#     high_not_weighed: marginal risk of {p} is high and the record is not complete enough to be reviewed
#     not_watched: marginal risk of {p} is undetermined and no indicators with a review date are named
#     watch_not_backed: the monitoring plan for the undetermined risk of {p} has no reference that resolves
#     review_overdue: the review of the undetermined risk of {p} was due on {review_on}
#   reviews:
#     links_only: "Do the addresses given record the process, the decision and its weighing, and do the recorded benefits and mitigations justify publishing with this marginal risk?"
#     high_risk: Do the recorded benefits and mitigations justify publishing with a marginal risk that is high?
#     undetermined_risk: Do the recorded benefits and mitigations justify publishing with a marginal risk that is not determined, and watched by the stated indicators?
#   example: |
#     release:
#       release_policy: {decides: Release board, criteria: Publish where the marginal risk is low., evidence: [docs/release-policy.md]}
#     deployments:
#       - channel: hub
#         risks:
#           - {threat_profile: bio, marginal: moderate}
#         safeguards: [filtered-data]
#         benefits: [research]
#         decision:
#           outcome: proceed
#           decided_on: "2026-02-20"
#           decided_by: Release board
#           basis: Filtering leaves little that search does not give.
#           weighing: {risks: [bio], benefits: [research], conclusion: The benefits outweigh what risk is left.}
#           evidence: [docs/decision.md]
#     threat_profiles:
#       - id: bio
#         marginal:
#           rating: moderate
#           evidence_of_marginal_risk: The evaluation shows some uplift over search.
#           evidence: [docs/marginal.md]
#     safeguards:
#       - id: filtered-data
#         kind: ipd:B1.1
#         description: Texts on pathogens were left out of the training data.
#         channels: [hub]
#         mitigates: [bio]
#         implemented_on: "2025-07-01"
#         evidence: [docs/safeguards.md#training-data]
#     benefits:
#       - {id: research, category: safety_research, claim: Researchers can study the weights directly., evidence: [docs/benefits.md]}
subjects["5.3.1"] := channels.ids.open

met["5.3.1"][input.channels[c].id] if some c in _accepted

needs_review["5.3.1"][input.channels[c].id] contains question if {
	some c, questions in _questions
	some question in questions
}

partial["5.3.1"][input.channels[c].id] contains "incomplete" if {
	some c in both.incomplete
	c in _proved.manageable
}

# METADATA
# title: A margin of safety is stated, beside the uncertainty of each marginal risk
# description: |
#   A margin, and for each threat profile the uncertainty of its marginal risk and a rating on the channel. Where a
#   rating is high or undetermined, a person judges whether the margin is large enough.
# custom:
#   basis: [nist, "techfreedom:TF-29", kapoor, "ai800:words", "ai800:content", "ai800:moderate"]
#   specific_to_openness:
#     no_comparison: {basis: "techfreedom:TF-29", text: the marginal rating decides for published weights; elsewhere the absolute one does}
#     no_uncertainty: {basis: "kapoor", text: uncertainty is a step of the analysis of marginal risk}
#     larger_margin_asked: {basis: "techfreedom:TF-29", text: a marginal risk that is not determined asks for a larger margin}
#   findings:
#     no_uncertainty: the marginal risk of {p} does not state its uncertainty
#   reviews:
#     links_only: Do the addresses given state the margin, and is it enough for a release that cannot be recalled?
#     margin: Is the stated margin enough for a release that cannot be recalled, given the uncertainty and what actors may learn later?
#   partial:
#     incomplete: a margin is stated, but not the rating and the uncertainty of every marginal risk beside it
#   example: |
#     threat_profiles:
#       - id: bio
#         marginal: {rating: low, uncertainty: Small samples and one language., evidence: [docs/marginal.md]}
#     deployments:
#       - channel: hub
#         risks:
#           - {threat_profile: bio, marginal: low}
#         decision: {margin_of_safety: The risk stays low even if help doubles., evidence: [docs/decision.md]}
subjects["5.3.2"] := channels.ids.open

met["5.3.2"][input.channels[c].id] if {
	some c in _margin_compared
	c in both.backed
	not _grave[c]
}

needs_review["5.3.2"][input.channels[c].id] contains "margin" if {
	some c in _margin_compared
	c in both.backed
	_grave[c]
}

partial["5.3.2"][input.channels[c].id] contains "incomplete" if {
	some c in _margin
	not c in _margin_compared
}

not_applicable["5.3.2"][input.channels[c].id] contains "deployment_stopped" if {
	some c in channels.of.open
	c in channels.stopped
}

# METADATA
# title: The basis of the decision is documented, with the weighing of marginal risk
# description: |
#   The decision of 5.3.1 stands and says why. Where a residual risk is declared that the organization's own threshold
#   calls unacceptable, a person judges whether the weighing accounts for it.
# custom:
#   basis: [nist, "techfreedom:TF-29", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   specific_to_openness:
#     contradicts_basis: {basis: "techfreedom:TF-29", text: it rests on the decision of 5.3.1}
#     decision_fails: {basis: "techfreedom:TF-29", text: it rests on the decision of 5.3.1}
#     unbacked: {basis: "techfreedom:TF-29", text: it rests on the marginal record of 5.3.1}
#     no_rating: {basis: "techfreedom:TF-29", text: the marginal rating decides for published weights; elsewhere the absolute one does}
#     no_conclusion: {basis: "techfreedom:TF-29", text: "marginal risk is weighed against benefits, and the weighing ends in a conclusion"}
#   findings:
#     no_conclusion: the weighing for channel {c} has no conclusion
#   reviews:
#     links_only: Do the addresses given set out why the risk of this deployment was found adequately managed?
#     over_threshold: "The residual risk is one that the organization's own threshold calls unacceptable: does the recorded weighing account for that?"
#     high_risk: Does the basis set out why publishing is justified with a marginal risk that is high?
#     undetermined_risk: Does the basis set out why publishing is justified with a marginal risk that is not determined?
#   example: |
#     deployments:
#       - channel: hub
#         risks:
#           - {threat_profile: bio, marginal: low}
#         decision:
#           basis: The model adds no help over search.
#           weighing: {risks: [bio], benefits: [research], conclusion: The benefits outweigh what risk is left.}
#           evidence: [docs/decision.md]
#     benefits:
#       - {id: research, category: safety_research, claim: Researchers can study the weights directly., evidence: [docs/benefits.md]}
subjects["5.3.a"] := channels.ids.open

met["5.3.a"][input.channels[c].id] if {
	some c in _accepted
	not _over[c]
}

needs_review["5.3.a"][input.channels[c].id] contains "over_threshold" if {
	some c in _accepted
	_over[c]
}

needs_review["5.3.a"][input.channels[c].id] contains question if {
	some c in _concluded
	some question in _questions[c]
}

partial["5.3.a"][input.channels[c].id] contains "incomplete" if {
	some c in both.argued
	not c in _proved.documented
}
