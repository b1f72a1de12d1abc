# METADATA
# scope: package
# title: Evaluations
# description: |
#   Which evaluations count, and what kind of measurement they are; what they say stands in results.rego. Sets hold
#   places in input.evaluations. Records that are planned, expired or invalidated earn no credit; what speaks against the
#   release is looked for among all of them.
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
	not i in history
}

# METADATA
# description: Planned, expired or invalidated by its own dates. What has no date is not history, nor current.
history contains i if {
	some i, record in input.evaluations
	dates.after(record.performed_on, {"day": input.as_of})
}

history contains i if {
	some i, record in input.evaluations
	record.valid_until.day < input.as_of
}

history contains i if {
	some i, record in input.evaluations
	record.invalidated_on.day <= input.as_of
}

# An unreleased variant is another model by design.
_of_release contains i if {
	some i, record in input.evaluations
	record.variant in {"released", ""}
}

# METADATA
# description: Done on what is released, or on an unreleased variant under its name or that of its base.
own_name contains i if some i in _of_release

own_name contains i if {
	some i, record in input.evaluations
	record.model.name.key in _own_names
}

own_name contains i if {
	some i, _ in input.evaluations
	input.assume.names
}

_own_names := {name.key |
	some name in array.concat([input.release.name], [base.name | some base in input.model.base_models])
	texts.word(name.grade)
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
	some i in _of_release
	_differ(input.evaluations[i].model.name, input.release.name)
}

other_model contains i if {
	some i in _of_release
	_differ(input.evaluations[i].model.version, input.release.version)
}

other_model contains i if {
	some i in _of_release
	digest := input.evaluations[i].model.sha256
	digest != ""
	count(_digests) > 0
	not digest in _digests
}

_digests := {artifact.sha256 | some artifact in input.model.artifacts; artifact.sha256 != ""}

# Placeholders are no names: TBD and 2.0 do not differ.
_differ(one, other) if {
	texts.word(one.grade)
	texts.word(other.grade)
	one.key != other.key
}

# METADATA
# description: A sound fine-tuning attack, by the rank of access it had.
attack[i] := access.rank[record.access] if {
	some i in sound
	record := input.evaluations[i]
	record.fine_tuning_attack.performed == true
}

# METADATA
# description: Sound ones of a variant without the safeguards that the released model has, or with them attacked.
unguarded contains i if {
	some i in sound
	input.evaluations[i].variant in {"helpful_only", "safeguards_removed", "fine_tuned_adversarial"}
}

# METADATA
# description: Sound ones with what the weights give, by their access or by a variant that is tested without shipping it.
weights_level contains i if {
	some i in sound
	access.rank[input.evaluations[i].access] >= 4
}

weights_level contains i if some i in unguarded

# METADATA
# description: Sound ones that say that the capability itself was measured, and how.
direct contains i if {
	some i in sound
	record := input.evaluations[i]
	record.task.kind == "direct"
	texts.said(record.task.relation_to_capability)
}

# METADATA
# description: Direct ones that only a label sets apart from a benchmark.
labelled contains i if {
	some i in direct
	input.evaluations[i].kind in {"benchmark", ""}
}

# METADATA
# description: Threat profiles that some evaluation of a set names.
naming(found) := {p |
	some i in found
	some p in input.evaluations[i].threat_profiles
}

# METADATA
# description: Evaluations with a proxy model.
with_proxy_model contains i if {
	some i, record in input.evaluations
	record.proxy_model.given
}

# METADATA
# description: Evaluations with a proxy task.
with_proxy_task contains i if {
	some i, record in input.evaluations
	record.task.kind == "proxy"
}

# METADATA
# description: Sound tests that are declared easier than the capability.
cheap contains i if {
	some i in (possibly_cheap & sound)
	input.evaluations[i].task.harder_than_capability == false
	_simple[i]
}

_simple contains i if some i in with_proxy_task

_simple contains i if {
	some i, record in input.evaluations
	record.kind == "benchmark"
}

# METADATA
# description: |
#   What nothing sets apart from a cheap test, sound or not: not declared harder than the capability, and a benchmark or
#   a proxy as far as it says. So a test that speaks of risk does not become precise by leaving a field out.
possibly_cheap contains i if {
	some i, record in input.evaluations
	record.task.harder_than_capability != true
	record.kind in {"benchmark", ""}
}

possibly_cheap contains i if {
	some i, record in input.evaluations
	record.task.harder_than_capability != true
	record.task.kind in {"proxy", ""}
}

# METADATA
# description: Sound measurements of a kind that is more than a benchmark, and no cheap ones.
precise contains i if {
	some i in (sound - possibly_cheap)
	input.evaluations[i].kind in {"bottleneck", "threat_simulation", "uplift_study"}
}

precise contains i if {
	some i in (direct - possibly_cheap)
	input.evaluations[i].kind == "relative"
}
