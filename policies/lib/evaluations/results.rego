package ai800.lib.evaluations

import data.ai800.lib.texts

# METADATA
# description: |
#   For each evaluation, the thresholds whose metric its result is compared with: the one it names, those of its threat
#   profiles with the benchmark that it measured, and, of a result that names neither, those of its threat profiles. So
#   leaving the threshold out of a result that crosses it does not help.
compared_with[i] contains record.threshold if {
	some i, record in input.evaluations
	record.threshold >= 0
}

compared_with[i] contains t if {
	some i, near in _of_its_profiles
	some t in near
	benchmark := input.thresholds[t].metric.benchmark
	texts.word(benchmark.grade)
	benchmark.key == input.evaluations[i].task.name.key
}

compared_with[i] contains t if {
	some i, near in _of_its_profiles
	input.evaluations[i].threshold < 0
	not texts.word(input.evaluations[i].task.name.grade)
	some t in near
}

_of_its_profiles[i] contains t if {
	some i, record in input.evaluations
	some p in record.threat_profiles
	some t in input.threat_profiles[p].thresholds
}

# METADATA
# description: A value is on the unacceptable side of a metric.
crosses(value, metric) if {
	metric.operator == ">"
	value > metric.value.value
}

crosses(value, metric) if {
	metric.operator == ">="
	value >= metric.value.value
}

crosses(value, metric) if {
	metric.operator == "<"
	value < metric.value.value
}

crosses(value, metric) if {
	metric.operator == "<="
	value <= metric.value.value
}

# METADATA
# description: For each evaluation, the thresholds by whose metric its result is unacceptable.
reached[i] contains t if {
	some i, found in compared_with
	some t in found
	crosses(input.evaluations[i].result.value.value, input.thresholds[t].metric)
}

# METADATA
# description: The result is unacceptable by the metric of a threshold it is compared with.
crossed contains i if some i, _ in reached

# METADATA
# description: For each threat profile, the evaluations whose result one of its thresholds calls unacceptable.
crossed_for[p] contains i if {
	some p, profile in input.threat_profiles
	some i in profile.evaluations
	some t in profile.thresholds
	reached[i][t]
}

# METADATA
# description: |
#   Sound ones beside a baseline that says what actors have without open weights: a closed model, other technology or the
#   status quo, with a name and a number (techfreedom:TF-05).
compared contains i if {
	some i in sound
	some baseline in input.evaluations[i].baselines
	baseline.kind in {"closed_model", "other_technology", "status_quo"}
	texts.word(baseline.name)
	is_number(baseline.value.value)
}

# METADATA
# description: |
#   What indicates a risk or leaves it open. Neither soundness nor a date is asked of it: what speaks against the release
#   counts as soon as it says so.
not_reassuring contains i if {
	some i, record in input.evaluations
	record.conclusion in {"risk_indicated", "inconclusive"}
}

not_reassuring contains i if {
	some i, record in input.evaluations
	record.uncertainty.level == "high"
}

not_reassuring contains i if some i in crossed

not_reassuring contains i if {
	some i, found in compared_with
	some t in found
	some end in [input.evaluations[i].result.ci_low, input.evaluations[i].result.ci_high]
	crosses(end.value, input.thresholds[t].metric)
}

# An interval that lost the end that could cross is no narrower for it.
not_reassuring contains i if {
	some i, found in compared_with
	some t in found
	input.thresholds[t].metric.operator in {">", ">="}
	is_number(input.evaluations[i].result.ci_low.value)
	count(input.evaluations[i].result.ci_high) == 0
}

not_reassuring contains i if {
	some i, found in compared_with
	some t in found
	input.thresholds[t].metric.operator in {"<", "<="}
	is_number(input.evaluations[i].result.ci_high.value)
	count(input.evaluations[i].result.ci_low) == 0
}
