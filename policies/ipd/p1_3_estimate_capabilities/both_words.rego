package ai800.ipd.p1_3_estimate_capabilities.both

import data.ai800.lib.dates
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# description: Places of the estimates. The sets below hold those of which a line of the practice is true.
all contains i if some i, _ in input.capability_estimates

# METADATA
# description: A set holds every estimate, and there is one.
every_one(found) if {
	count(all) > 0
	count(all - found) == 0
}

# METADATA
# description: A set holds some of the estimates and leaves some out.
some_but_not_every_one(found) if {
	count(found) > 0
	count(all - found) > 0
}

backed contains i if {
	some i, estimate in input.capability_estimates
	evidence.backed(estimate)
}

# METADATA
# description: 1.3.1, a similar model that has been measured.
measured_model contains i if {
	some i, estimate in input.capability_estimates
	some model in estimate.similar_models
	texts.word(model.name)
	texts.word(model.measured_in)
}

# METADATA
# description: 1.3.1, such a model that is closed, beside which the marginal risk of publishing shows (techfreedom:TF-22).
closed_model contains i if {
	some i, estimate in input.capability_estimates
	some model in estimate.similar_models
	model.access == "closed"
	texts.word(model.name)
	texts.word(model.measured_in)
}

# METADATA
# description: 1.3.2, how the model compares.
comparing contains i if {
	some i, estimate in input.capability_estimates
	texts.said(estimate.comparison)
}

# METADATA
# description: What was expected.
expecting contains i if {
	some i, estimate in input.capability_estimates
	texts.said(estimate.expected)
}

# METADATA
# description: 1.3.2, compared, expected and backed.
reasoned_out := (comparing & expecting) & backed

# METADATA
# description: On a day that has happened.
made contains i if {
	some i, estimate in input.capability_estimates
	dates.happened(estimate.estimated_on)
}

# METADATA
# description: On or before the day on which training began.
early contains i if {
	some i in made
	dates.not_after(input.capability_estimates[i].estimated_on, input.model.training.started_on)
}

# METADATA
# description: Threat profiles that an early estimate names.
estimated_profiles contains p if {
	some i in early
	some p in input.capability_estimates[i].threat_profiles
}

# METADATA
# description: There is a threat profile, and each is named by an early estimate (ai800).
all_profiles_estimated if {
	profiles.exist
	every p, _ in input.threat_profiles { p in estimated_profiles }
}

# METADATA
# description: With a benefit that is stated and backed (techfreedom:TF-08, TF-22).
with_benefit contains i if {
	some i, estimate in input.capability_estimates
	some b in estimate.benefits
	texts.said(input.benefits[b].claim)
	evidence.backed(input.benefits[b])
}

# METADATA
# description: 1.3.2 is met in part, in either variant; what is more is asked of every estimate, threat profile and date.
estimated_in_part if some_but_not_every_one(reasoned_out)

estimated_in_part if {
	every_one(reasoned_out)
	count(early) > 0
}

estimated_in_part if {
	every_one(reasoned_out)
	not dates.given(input.model.training.started_on)
	count(made) > 0
}

# METADATA
# description: 1.3.3, a level of uncertainty.
levelled contains i if {
	some i, estimate in input.capability_estimates
	estimate.uncertainty.level != ""
}

# METADATA
# description: 1.3.3, a reason for it.
reasoned contains i if {
	some i, estimate in input.capability_estimates
	texts.some_said(estimate.uncertainty.reasons)
}

# METADATA
# description: 1.3.3, how far the evaluations of the similar models can be relied on.
reliability contains i if {
	some i, estimate in input.capability_estimates
	texts.said(estimate.uncertainty.similar_model_evaluations_reliability)
}

# METADATA
# description: 1.3.4, uncertain from moderate (ai800:moderate).
uncertain contains i if {
	some i, estimate in input.capability_estimates
	estimate.uncertainty.level in {"moderate", "high"}
}

# METADATA
# description: 1.3.4, with a strategy that leans less on forecasting.
with_strategy contains i if {
	some i, estimate in input.capability_estimates
	texts.said(estimate.strategy_if_uncertain)
}

# METADATA
# description: Threat profiles that an uncertain estimate names.
uncertain_profiles contains p if {
	some i in uncertain
	some p in input.capability_estimates[i].threat_profiles
}

# METADATA
# description: 1.3.4 is met, in either variant.
strategies_stated if {
	every_one(levelled & backed)
	count(uncertain - with_strategy) == 0
}

# METADATA
# description: 1.3.4 is met in part, in either variant.
some_strategies_stated if {
	every_one(levelled & backed)
	count(uncertain & with_strategy) > 0
	count(uncertain - with_strategy) > 0
}

# METADATA
# description: Every forecast is declared certain.
forecasts_certain if every_one((levelled - uncertain) & backed)

# METADATA
# description: The uncertain forecasts concern only threat profiles that are rated low and borne out, by variant.
no_significant_risk[variant] if {
	every_one((levelled & naming_profiles) & backed)
	count(uncertain) > 0
	some variant, low in profiles.low_risk
	count(((uncertain_profiles - low) | (uncertain_profiles - profiles.borne_out[variant]))) == 0
}

# METADATA
# description: Which names a threat profile.
naming_profiles contains i if {
	some i, estimate in input.capability_estimates
	count(estimate.threat_profiles) > 0
}

# METADATA
# description: |
#   1.3.b, for each estimate the evaluations of the release or its base that it names, of any date, with a number, backed.
measurements[i] contains e if {
	some i, estimate in input.capability_estimates
	some e in estimate.measured_later
	evaluations.own_name[e]
	record := input.evaluations[e]
	dates.happened(record.performed_on)
	is_number(record.result.value.value)
	evidence.backed(record)
}

# METADATA
# description: Which such an evaluation measured.
measured_later contains i if some i, _ in measurements

# METADATA
# description: Which one measured on or after the day on which training ended.
measured_after_training contains i if {
	some i, found in measurements
	some e in found
	dates.not_after(input.model.training.completed_on, input.evaluations[e].performed_on)
}

# METADATA
# description: 1.3.c, which name benchmarks.
naming_benchmarks contains i if {
	some i, estimate in input.capability_estimates
	count(estimate.benchmarks) > 0
}

# METADATA
# description: 1.3.c, which say why there is none.
excused contains i if {
	some i, estimate in input.capability_estimates
	texts.said(estimate.benchmarks_unavailable_because)
}

# METADATA
# description: 1.3.c, which name benchmarks in words, or say why there is none.
compared_or_excused contains i if some i in excused

compared_or_excused contains i if {
	some i, estimate in input.capability_estimates
	texts.all_words(estimate.benchmarks)
}

# METADATA
# description: 1.3.c, which say what was expected where they name benchmarks.
expecting_of_benchmarks := expecting | (all - naming_benchmarks)
