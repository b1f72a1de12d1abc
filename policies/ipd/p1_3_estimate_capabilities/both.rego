# METADATA
# scope: package
# title: Estimate the model's capabilities of concern before it is developed by comparing it to existing models.
# description: Before training, capabilities of concern were estimated from models that had been measured; the rows read `capability_estimates`.
# schemas:
#   - input: schema.document
# custom:
#   objective: 1
#   page: 6
#   shared:
#     1.3.1:
#       ask: plain
#       decides: existence
#       page: 6
#       remedy: List in `capability_estimates[].similar_models[]` models with `name`, `access` and `measured_in`; for published weights at least one closed.
#       never_decidable: whether the models are similar, and whether their capabilities of concern were measured well
#       findings:
#         no_estimates: no capability was estimated before development
#         no_measured_model: estimate {id} names no similar model that has been measured
#         not_backed: estimate {id} rests on nothing that can be read
#       reviews:
#         links_only: Do the linked pages name similar models and where they were measured?
#     1.3.2:
#       ask: plain
#       decides: consistency
#       page: 6
#       remedy: State `comparison`, `expected` and `estimated_on` in `capability_estimates[]`, dated no later than `model.training.started_on`; for published weights name `benefits[]`.
#       never_decidable: whether the forecast was any good, and whether estimated_on is true
#       findings:
#         no_estimates: no capability was estimated before development
#         no_comparison: estimate {id} compares no characteristics with existing models
#         no_expected: estimate {id} does not say how the model was expected to perform
#         no_training_start: without the start of training nobody can tell whether an estimate came first
#         late_estimate: estimate {id} of {estimated_on} does not come before training began on {started_on}
#         no_estimate_date: estimate {id} has no date
#         estimated_in_future: "estimate {id} is dated {estimated_on}, in the future"
#         not_backed: estimate {id} rests on nothing that can be read
#         no_profiles: no threat profile is declared that an estimate made before training could name
#         profile_without_estimate: threat profile {p} is in no estimate made before training
#       reviews:
#         links_only: Do the linked pages compare the planned model with existing ones?
#       partial:
#         incomplete: some of the estimate stands, but not for every estimate, threat profile or date
#     1.3.4:
#       ask: consider
#       decides: existence
#       page: 6
#       remedy: "State `capability_estimates[].strategy_if_uncertain` (such as measuring during development), or record in `considered[]` (`ipd:1.3.4`) why not."
#       never_decidable: whether a declared low uncertainty is true
#       findings:
#         no_estimates: no capability was estimated, so nothing shows whether the forecasts are certain
#         no_level: estimate {id} does not say how uncertain it is
#         no_strategy: estimate {id} is uncertain and names no strategy that leans less on forecasting
#         not_backed: estimate {id} rests on nothing that can be read
#       reviews:
#         links_only: Do the linked pages show a strategy that leans less on forecasting?
#       reasons:
#         forecasts_certain:
#           text: "Every forecast is declared certain, so nothing has to lean less on forecasting."
#           basis: nist
#       partial:
#         incomplete: some of the uncertain estimates name a strategy that leans less on forecasting, but not every one
package ai800.ipd.p1_3_estimate_capabilities.both

import data.ai800.lib.channels
import data.ai800.lib.dates

# METADATA
# title: The uncertainty of each estimate is assessed
# description: Every estimate gives a level, at least one reason, and how far the evaluations of the similar models can be relied on.
# custom:
#   ask: plain
#   decides: existence
#   page: 6
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Fill `uncertainty.level`, `uncertainty.reasons[]` and `uncertainty.similar_model_evaluations_reliability` in each `capability_estimates[]`.
#   never_decidable: whether the reasons speak of both the differences and their effect, and whether the level is right
#   findings:
#     no_estimates: no capability was estimated before development
#     no_level: estimate {id} does not say how uncertain it is
#     no_reasons: estimate {id} does not say how the models differ and what that changes
#     no_reliability: estimate {id} says nothing of how reliable the similar models' evaluations are
#     not_backed: estimate {id} rests on nothing that can be read
#   reviews:
#     links_only: Do the linked pages assess the uncertainty of the estimates?
#   partial:
#     incomplete: the uncertainty of some estimates is assessed, or a part of it, but not of every one
#   example: |
#     capability_estimates:
#       - id: forecast
#         uncertainty:
#           level: moderate
#           reasons: [The new model is ten times larger.]
#           similar_model_evaluations_reliability: Both were measured with the same test.
#         evidence: [docs/forecast.md]
subjects["1.3.3"] := channels.release.all

met["1.3.3"].release if every_one(((levelled & reasoned) & reliability) & backed)

partial["1.3.3"].release contains "incomplete" if {
	some_but_not_every_one(((levelled & reasoned) & reliability) & backed)
}

partial["1.3.3"].release contains "incomplete" if {
	every_one(levelled & backed)
	every_one(reasoned)
}

partial["1.3.3"].release contains "incomplete" if {
	every_one(levelled & backed)
	every_one(reliability)
}

# METADATA
# title: Estimates made before development are on record
# description: Some backed estimate with an expectation is dated on or before the day on which training began.
# custom:
#   ask: can
#   decides: consistency
#   page: 6
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Keep the estimate in `capability_estimates[]` with `expected`, `estimated_on` and `evidence`, dated no later than `model.training.started_on`.
#   never_decidable: whether estimated_on is true
#   findings:
#     no_estimates: there is no record of an estimate made before development
#     no_training_start: without the start of training nobody can tell whether an estimate came first
#     no_early_estimate: "estimate {id} is late, undated, without an expectation or without a document"
#   reviews:
#     links_only: Do the linked pages hold estimates made before development?
#   partial:
#     incomplete: there is a dated estimate, but no day on which training began
#   example: |
#     model:
#       training: {started_on: "2025-06-01"}
#     capability_estimates:
#       - id: forecast
#         estimated_on: "2025-05-15"
#         expected: No more help than web search.
#         evidence: [docs/forecast.md]
subjects["1.3.a"] := channels.release.all

met["1.3.a"].release if count((expecting & early) & backed) > 0

partial["1.3.a"].release contains "incomplete" if {
	not dates.given(input.model.training.started_on)
	count((expecting & made) & backed) > 0
}

# METADATA
# title: Measurements made after development are on record
# description: Every estimate names a backed evaluation with a number, performed on or after the day on which training ended.
# custom:
#   ask: can
#   decides: consistency
#   page: 6
#   basis: [nist, ai800, "ai800:content"]
#   remedy: Name in `capability_estimates[].measured_later[]` the `evaluations[]` made after `model.training.completed_on`.
#   never_decidable: whether the relevant measurements were all named
#   findings:
#     no_estimates: there is no estimate to set measurements against
#     not_measured_later: estimate {id} names no backed evaluation made later
#     no_training_end: without the end of training nobody can tell whether a measurement came after it
#     measured_too_early: evaluation {e} of {performed_on} comes before training ended on {completed_on}
#   reviews:
#     links_only: Do the linked pages hold measurements made after development?
#   reasons:
#     not_developed_yet:
#       text: "Training is declared to end after the day of this check; there is nothing to measure yet."
#       basis: nist
#   partial:
#     incomplete: measurements are named, but not for every estimate, or the day on which training ended is not stated
#   example: |
#     model:
#       training: {completed_on: "2025-12-01"}
#     capability_estimates:
#       - {id: forecast, measured_later: [uplift]}
#     evaluations:
#       - id: uplift
#         performed_on: "2026-01-10"
#         result: {metric: share of tasks solved, value: 0.2}
#         evidence: [docs/uplift.md]
subjects["1.3.b"] := channels.release.all

met["1.3.b"].release if every_one(measured_after_training)

partial["1.3.b"].release contains "incomplete" if {
	every_one(measured_later)
	not dates.given(input.model.training.completed_on)
}

partial["1.3.b"].release contains "incomplete" if some_but_not_every_one(measured_after_training)

not_applicable["1.3.b"].release contains "not_developed_yet" if {
	input.release.status == "planned"
	input.model.training.completed_on.day > input.as_of
}

# METADATA
# title: Misuse risk is compared with common benchmarks, where there are any
# description: Every estimate names common benchmarks and the expected result, or says why none is available.
# custom:
#   ask: can
#   decides: existence
#   page: 6
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Name common benchmarks in `capability_estimates[].benchmarks[]`, or say in `benchmarks_unavailable_because` that none exists.
#   never_decidable: whether a suitable benchmark exists
#   findings:
#     no_estimates: there is no estimate to compare with a benchmark
#     no_benchmark: estimate {id} names no common benchmark and does not say that none is available
#     no_expected: estimate {id} names benchmarks but no expected result
#     not_backed: estimate {id} points to no document that can be read
#   reviews:
#     links_only: Do the linked pages compare the model's misuse risk with common benchmarks?
#   reasons:
#     no_common_benchmark:
#       text: Every estimate says why no common benchmark is available.
#       basis: nist
#   partial:
#     incomplete: some of the estimates are compared with common benchmarks, but not every one
#   example: |
#     capability_estimates:
#       - id: forecast
#         benchmarks: [WMDP]
#         expected: No more help than web search.
#         evidence: [docs/forecast.md]
subjects["1.3.c"] := channels.release.all

met["1.3.c"].release if every_one((compared_or_excused & expecting_of_benchmarks) & backed)

partial["1.3.c"].release contains "incomplete" if some_but_not_every_one(compared_or_excused & backed)

not_applicable["1.3.c"].release contains "no_common_benchmark" if every_one((excused - naming_benchmarks) & backed)
