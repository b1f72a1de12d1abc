# METADATA
# scope: package
# title: Estimate the model's capabilities of concern before it is developed, for hosted access
# description: The estimate stands beside models that have been measured.
# schemas:
#   - input: schema.document
package ai800.ipd.p1_3_estimate_capabilities.closed

import data.ai800.ipd.p1_3_estimate_capabilities.both
import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.profiles

# METADATA
# title: Similar models that have been measured are named
# description: Every estimate names a similar model and where it was measured.
# custom:
#   basis: [nist, "ai800:content"]
#   partial:
#     incomplete: a measured model is named, but not in every estimate
#   example: |
#     capability_estimates:
#       - id: forecast
#         similar_models:
#           - {name: Earlier Base, access: open, measured_in: docs/earlier.md}
#         evidence: [docs/forecast.md]
subjects["1.3.1"] := channels.release.closed

met["1.3.1"].release if both.every_one(both.measured_model & both.backed)

partial["1.3.1"].release contains "incomplete" if {
	both.some_but_not_every_one(both.measured_model & both.backed)
}

# METADATA
# title: How the model will compare was estimated before training
# description: |
#   Every estimate compares and says what is expected, some were made on or before the day on which training began, and
#   those name every threat profile.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   example: |
#     model:
#       training: {started_on: "2025-06-01"}
#     capability_estimates:
#       - id: forecast
#         threat_profiles: [bio]
#         estimated_on: "2025-05-15"
#         comparison: Between the earlier model and the closed one.
#         expected: No more help than web search.
#         evidence: [docs/forecast.md]
subjects["1.3.2"] := channels.release.closed

met["1.3.2"].release if {
	both.every_one(both.reasoned_out)
	count(both.early) > 0
	both.all_profiles_estimated
}

partial["1.3.2"].release contains "incomplete" if both.estimated_in_part

# METADATA
# title: Uncertain forecasts of significant risk come with a strategy that leans less on them
# description: Every uncertain estimate names a strategy, unless it concerns only threat profiles whose risk is low and borne out.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   reasons:
#     no_significant_risk:
#       text: The uncertain forecasts concern only threat profiles whose risk is rated low.
#       basis: nist
#   example: |
#     capability_estimates:
#       - id: forecast
#         uncertainty: {level: moderate}
#         strategy_if_uncertain: Evaluate at each tenth of training.
#         evidence: [docs/forecast.md]
subjects["1.3.4"] := channels.release.closed

met["1.3.4"].release if both.strategies_stated

partial["1.3.4"].release contains "incomplete" if both.some_strategies_stated

not_applicable["1.3.4"].release contains "forecasts_certain" if both.forecasts_certain

not_applicable["1.3.4"].release contains "no_significant_risk" if both.no_significant_risk.closed

# A variant without a channel reports nothing.
findings contains finding if {
	channels.of.closed
	some finding in both.variant_findings
}

# Doubts that keep a low rating from making a strategy needless.
findings contains object.union(finding, {"id": "1.3.4", "subject": "release"}) if {
	channels.of.closed
	count(both.uncertain - both.with_strategy) > 0
	some p in (both.uncertain_profiles & profiles.called_low.closed)
	some finding in _doubts[p]
}

_doubts[p] contains doubts.rating_not_supported.closed[p] if some p, _ in input.threat_profiles

_doubts[p] contains finding if {
	some p, found in doubts.rating_disputed
	some finding in found
}

_doubts[p] contains doubts.other_name[e] if {
	some p in (profiles.called_low.closed - profiles.supported)
	some e in input.threat_profiles[p].evaluations
}
