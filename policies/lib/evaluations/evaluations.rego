# METADATA
# scope: package
# title: Evaluations
# description: |
#   Which evaluations count, and what they say. Sets hold places in input.evaluations. Records that are planned, expired
#   or invalidated earn no credit; those that speak against the release count whatever their state.
# schemas:
#   - input: schema.document
package ai800.lib.evaluations

import data.ai800.lib.access
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# description: Performed, not expired, not invalidated.
current contains i if {
	some i, record in input.evaluations
	dates.happened(record.performed_on)
	not _expired[i]
}

_expired[i] if {
	some i, record in input.evaluations
	record.valid_until.day < input.as_of
}

_expired[i] if {
	some i, record in input.evaluations
	record.invalidated_on.day <= input.as_of
}

_of_release[i] if {
	some i, record in input.evaluations
	record.variant in {"released", ""}
}

# METADATA
# description: Done on what is released, or on an unreleased variant under its name or that of its base.
own_name contains i if some i, _ in _of_release

own_name contains i if {
	some i, record in input.evaluations
	record.model.name.key in _own_names
}

own_name contains i if {
	some i, _ in input.evaluations
	input.assume.names
}

_own_names := {name |
	some name in array.concat([input.release.name.key], [base.name.key | some base in input.model.base_models])
	name != ""
}

# METADATA
# description: Current evaluations that a row reads when it says every, some or no evaluation.
read := current & own_name

# METADATA
# description: A result with a name and a number, on a named model, current and backed.
sound contains i if {
	some i in read
	record := input.evaluations[i]
	texts.word(record.result.metric)
	is_number(record.result.value.value)
	texts.word(record.model.name.grade)
	texts.word(record.model.version.grade)
	evidence.backed(record)
}

# METADATA
# description: Done on something else than what is released, by name, version or digest.
other_model contains i if {
	some i, _ in _of_release
	_differs[i]
}

_differs[i] if {
	some i, record in input.evaluations
	_both_given_and_differ(record.model.name.key, input.release.name.key)
}

_differs[i] if {
	some i, record in input.evaluations
	_both_given_and_differ(record.model.version.key, input.release.version.key)
}

_differs[i] if {
	some i, record in input.evaluations
	record.model.sha256 != ""
	count(_digests) > 0
	not record.model.sha256 in _digests
}

_digests := {artifact.sha256 | some artifact in input.model.artifacts; artifact.sha256 != ""}

_both_given_and_differ(one, other) if {
	one != ""
	other != ""
	one != other
}

# METADATA
# description: The result is unacceptable by the metric of the threshold it names.
crossed contains i if {
	some i, record in input.evaluations
	crosses(record.result.value.value, input.thresholds[record.threshold].metric)
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
# description: |
#   For each threat profile, the evaluations whose result one of its thresholds calls unacceptable: the one they name,
#   or one with the benchmark they measured, so that leaving the threshold out does not help.
crossed_for[p] contains i if {
	some p, profile in input.threat_profiles
	some i in profile.evaluations
	record := input.evaluations[i]
	record.threshold in profile.thresholds
	i in crossed
}

crossed_for[p] contains i if {
	some p, profile in input.threat_profiles
	some i in profile.evaluations
	some t in profile.thresholds
	metric := input.thresholds[t].metric
	metric.benchmark.key == input.evaluations[i].task.name.key
	metric.benchmark.key != ""
	crosses(input.evaluations[i].result.value.value, metric)
}

# METADATA
# description: A sound fine-tuning attack, by the rank of access it had.
attack[i] := access.rank[record.access] if {
	some i in sound
	record := input.evaluations[i]
	record.fine_tuning_attack.performed == true
}
