# METADATA
# scope: package
# title: Estimate the model's capabilities of concern before it is developed, for published weights
# description: The estimate stands beside a closed model and beside the benefits, so that it says what publishing would add.
# schemas:
#   - input: schema.document
package ai800.ipd.p1_3_estimate_capabilities.open

import data.ai800.ipd.p1_3_estimate_capabilities.both
import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.profiles

# METADATA
# title: Similar models that have been measured are named, a closed one among them
# description: Every estimate names a similar model and where it was measured, and a closed model with which publishing can be compared.
# custom:
#   basis: [nist, "techfreedom:TF-22", "ai800:content"]
#   specific_to_openness:
#     no_closed_comparator: {basis: "techfreedom:TF-22", text: what is forecast is set beside a closed model too}
#   findings:
#     no_closed_comparator: estimate {id} names no measured closed model
#   partial:
#     incomplete: measured models are named, but not in every estimate, or no closed one is among them
#   example: |
#     capability_estimates:
#       - id: forecast
#         similar_models:
#           - {name: Earlier Base, access: open, measured_in: docs/earlier.md}
#           - {name: Closed assistant, access: closed, measured_in: https://example.org/card}
#         evidence: [docs/forecast.md]
subjects["1.3.1"] := channels.release.open

met["1.3.1"].release if both.every_one((both.measured_model & both.closed_model) & both.backed)

partial["1.3.1"].release contains "incomplete" if {
	both.some_but_not_every_one(both.measured_model & both.backed)
}

partial["1.3.1"].release contains "incomplete" if both.every_one(both.measured_model & both.backed)

# METADATA
# title: How the model will compare was estimated before training, with the benefits beside it
# description: |
#   Every estimate compares and says what is expected, some were made on or before the day on which training began, and
#   those name every threat profile and a backed benefit.
# custom:
#   basis: [nist, "techfreedom:TF-08", "techfreedom:TF-22", ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     no_benefits: {basis: "techfreedom:TF-22", text: the risk of publishing is read against its benefits}
#   findings:
#     no_benefits: estimate {id} names no backed benefit beside the risks
#   example: |
#     model:
#       training: {started_on: "2025-06-01"}
#     capability_estimates:
#       - id: forecast
#         threat_profiles: [bio]
#         estimated_on: "2025-05-15"
#         comparison: Between the earlier model and the closed one.
#         expected: No more help than web search.
#         benefits: [research]
#         evidence: [docs/forecast.md]
#     benefits:
#       - {id: research, category: safety_research, claim: Researchers can study the weights directly., evidence: [docs/benefits.md]}
subjects["1.3.2"] := channels.release.open

met["1.3.2"].release if {
	both.every_one(both.reasoned_out)
	count(both.early) > 0
	both.all_profiles_estimated
	count(both.early - both.with_benefit) == 0
}

partial["1.3.2"].release contains "incomplete" if both.estimated_in_part

# METADATA
# title: Uncertain forecasts of significant marginal risk come with a strategy that leans less on them
# description: Every uncertain estimate names a strategy, unless it concerns only threat profiles whose marginal risk is none or low and borne out.
# custom:
#   basis: [nist, "techfreedom:TF-09", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   reasons:
#     no_significant_risk:
#       text: The uncertain forecasts concern only threat profiles whose marginal risk is rated none or low.
#       basis: "techfreedom:TF-09"
#   example: |
#     capability_estimates:
#       - id: forecast
#         uncertainty: {level: moderate}
#         strategy_if_uncertain: Evaluate at each tenth of training.
#         evidence: [docs/forecast.md]
subjects["1.3.4"] := channels.release.open

met["1.3.4"].release if both.strategies_stated

partial["1.3.4"].release contains "incomplete" if both.some_strategies_stated

not_applicable["1.3.4"].release contains "forecasts_certain" if both.forecasts_certain

not_applicable["1.3.4"].release contains "no_significant_risk" if both.no_significant_risk.open

# A variant without a channel reports nothing.
findings contains finding if {
	channels.of.open
	some finding in both.variant_findings
}

findings contains both.on_estimate("1.3.1", "no_closed_comparator", i, "similar_models") if {
	channels.of.open
	some i in (both.all - both.closed_model)
}

findings contains both.on_estimate("1.3.2", "no_benefits", i, "benefits") if {
	channels.of.open
	some i in (both.early - both.with_benefit)
}

# Doubts that keep a low rating from making a strategy needless.
findings contains object.union(finding, {"id": "1.3.4", "subject": "release"}) if {
	channels.of.open
	count(both.uncertain - both.with_strategy) > 0
	some p in (both.uncertain_profiles & profiles.called_low.open)
	some finding in _doubts[p]
}

_doubts[p] contains doubts.rating_not_supported.open[p] if some p, _ in input.threat_profiles

_doubts[p] contains finding if {
	some p, found in doubts.rating_contested
	some finding in found
}

_doubts[p] contains doubts.other_name[e] if {
	some p in (profiles.called_low.open - profiles.supported)
	some e in input.threat_profiles[p].evaluations
}
