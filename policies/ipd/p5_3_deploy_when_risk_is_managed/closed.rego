# METADATA
# scope: package
# title: Only pursue deployments where misuse risk is adequately managed, for hosted access
# description: The residual risk on each channel is below what the organization itself calls unacceptable.
# schemas:
#   - input: schema.document
package ai800.ipd.p5_3_deploy_when_risk_is_managed.closed

import data.ai800.ipd.p5_3_deploy_when_risk_is_managed.both
import data.ai800.lib.channels

# METADATA
# title: Each deployment was decided on, with its residual risk within the organization's thresholds
# description: |
#   Who decides and by which criteria, a complete and backed decision on or before the day of opening, and for each
#   threat profile a rating, a residual risk on the channel and a threshold that it stays below. A threshold that is
#   only a metric, own results that speak against a rating, and a low rating that nothing measured supports go to a
#   person. A channel that was stopped in time needs no rating.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   findings:
#     no_residual: threat profile {p} has no risk rating, or no residual risk for channel {c}
#     no_threshold: threat profile {p} has no threshold to compare with
#     residual_unacceptable: "residual risk of {p} is {residual}; the organization calls {limit} and above unacceptable"
#     results_disagree: "evaluation {e} speaks of risk for {p}, which is rated {rating} with residual {residual} on channel {c}, and no later one clears it"
#     contradicts_risk_rating: residual risk of {p} is lower than its rating, and no safeguard explains it
#   reviews:
#     links_only: Do the addresses given record the process and the decision on this deployment?
#     metric_threshold: Is the residual risk within a threshold that is only a metric?
#     results_disagree: Why does a rating stand that a result speaks against?
#   example: |
#     release:
#       release_policy: {decides: Release board, criteria: Residual risk below each threshold., evidence: [docs/release-policy.md]}
#     thresholds:
#       - {id: bio-limit, threat_profile: bio, unacceptable_from: high, evidence: [docs/thresholds.md]}
#     deployments:
#       - channel: api
#         risks:
#           - {threat_profile: bio, residual: low}
#         decision:
#           outcome: proceed
#           decided_on: "2026-02-20"
#           decided_by: Release board
#           basis: Filters and vetting keep the risk low.
#           evidence: [docs/decision.md]
#     threat_profiles:
#       - {id: bio, risk: {rating: low, evidence: [docs/risk.md]}}
subjects["5.3.1"] := channels.ids.closed

met["5.3.1"][input.channels[c].id] if some c in _accepted

needs_review["5.3.1"][input.channels[c].id] contains question if {
	some c in both.on_record
	c in _within_limits
	some question in _questions[c]
}

partial["5.3.1"][input.channels[c].id] contains "incomplete" if {
	some c in both.incomplete
	c in _proved.manageable
}

# METADATA
# title: A margin of safety is stated, and shows between the residual risk and the threshold
# description: |
#   A margin, and at least one rating between each residual risk and what is unacceptable. A narrower margin, a severe
#   rating, or an evaluation of high or unstated uncertainty goes to a person.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content", "ai800:one-rating"]
#   findings:
#     no_ordinal_margin: "no rating lies between the residual risk of {p} and {limit}, from which it is unacceptable"
#     residual_unacceptable: "residual risk of {p} is {residual}; the organization calls {limit} and above unacceptable, so there is no margin"
#     uncertainty_not_stated: "{e} does not state its uncertainty, so the margin cannot be compared with it"
#   reviews:
#     links_only: Do the addresses given state the margin, and is it large enough for the severity and uncertainty of the risk?
#     margin: Is the margin between the estimated risk and the tolerance large enough for its severity and uncertainty?
#   example: |
#     thresholds:
#       - {id: bio-limit, threat_profile: bio, unacceptable_from: high, evidence: [docs/thresholds.md]}
#     deployments:
#       - channel: api
#         risks:
#           - {threat_profile: bio, residual: low}
#         decision: {margin_of_safety: Two ratings below the threshold., evidence: [docs/decision.md]}
#     threat_profiles:
#       - {id: bio, risk: {rating: low, evidence: [docs/risk.md]}}
subjects["5.3.2"] := channels.ids.closed

met["5.3.2"][input.channels[c].id] if {
	some c in _margin_compared
	c in both.backed
	not c in _margin_doubted
}

needs_review["5.3.2"][input.channels[c].id] contains "margin" if {
	some c in _margin_compared
	c in both.backed
	c in _margin_doubted
}

not_applicable["5.3.2"][input.channels[c].id] contains "deployment_stopped" if {
	some c in channels.of.closed
	c in channels.stopped
}

# METADATA
# title: The basis of the decision is documented, with each risk beside its threshold
# description: The decision of 5.3.1 stands, says why, and sets each residual risk beside its threshold.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   reviews:
#     links_only: Do the addresses given set out why the risk of this deployment was found adequately managed?
#     metric_threshold: Does the basis show that the residual risk is within a threshold that is only a metric?
#     results_disagree: Does the basis say why a rating stands that a result speaks against?
#   example: |
#     deployments:
#       - channel: api
#         risks:
#           - {threat_profile: bio, residual: low}
#         decision: {basis: Filters and vetting keep the risk low., evidence: [docs/decision.md]}
subjects["5.3.a"] := channels.ids.closed

met["5.3.a"][input.channels[c].id] if some c in _accepted

needs_review["5.3.a"][input.channels[c].id] contains question if {
	some c in both.on_record
	c in _within_limits
	some question in _questions[c]
}

partial["5.3.a"][input.channels[c].id] contains "incomplete" if {
	some c in both.argued
	not c in _proved.stands
	c in _nothing_exceeded
}
