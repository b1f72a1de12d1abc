# METADATA
# scope: package
# title: Measurement
# description: |
#   What both variants of practice 4.1 ask of the measurement of capabilities. Sets hold places in input.evaluations, or
#   in input.threat_profiles where it says so; `gaps` holds findings by row.
# schemas:
#   - input: schema.document
package ai800.lib.measurement

import data.ai800.lib.evaluations
import data.ai800.lib.findings
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# description: Every threat profile was measured directly, by more than a benchmark that is called direct.
measured_directly if profiles.every_one(evaluations.naming(evaluations.direct - evaluations.labelled))

# METADATA
# description: Every threat profile was measured by something called direct, and some only by a benchmark of that name.
by_label if {
	profiles.every_one(evaluations.naming(evaluations.direct))
	not measured_directly
}

# METADATA
# description: Sound ones that say what leads from the task to the capability (4.1.1).
with_route contains e if some e in evaluations.direct

with_route contains e if {
	some e in (evaluations.sound & evaluations.with_proxy_task)
	texts.said(input.evaluations[e].task.relation_to_capability)
}

with_route contains e if {
	some e in evaluations.sound
	texts.word(input.evaluations[e].proxy_model.name)
}

# METADATA
# description: Threat profiles measured in such a way.
routed := evaluations.naming(with_route)

# METADATA
# description: Sound ones of another model than the one that is released.
other_model := evaluations.sound & evaluations.other_model

# METADATA
# description: At weights level, with a technique that brings out the best performance (4.1.6).
optimized contains e if {
	some e in evaluations.weights_level
	texts.all_words(input.evaluations[e].elicitation.techniques)
}

# METADATA
# description: At weights level, with other tools.
with_tools contains e if {
	some e in evaluations.weights_level
	texts.all_words(input.evaluations[e].combined_with)
}

# METADATA
# description: At weights level, with what sets its effort apart from that of an attacker.
with_gap contains e if {
	some e in evaluations.weights_level
	texts.said(input.evaluations[e].elicitation.gap_to_attacker)
}

# METADATA
# description: At weights level, with a level of uncertainty.
with_uncertainty contains e if {
	some e in evaluations.weights_level
	input.evaluations[e].uncertainty.level != ""
}

# METADATA
# description: At weights level, with an uncertainty that a program may leave alone.
with_little_uncertainty contains e if {
	some e in evaluations.weights_level
	input.evaluations[e].uncertainty.level in {"low", "moderate"}
}

# What a test of what an actor could achieve has to say, by the code of what is missing.
_told := {
	"not_optimized": {"found": evaluations.naming(optimized), "field": "elicitation.techniques"},
	"no_tools": {"found": evaluations.naming(with_tools), "field": "combined_with"},
	"no_gap": {"found": evaluations.naming(with_gap), "field": "elicitation.gap_to_attacker"},
	"no_uncertainty": {"found": evaluations.naming(with_uncertainty), "field": "uncertainty.level"},
}

# METADATA
# description: Threat profiles of which everything is told that a test at weights level has to say.
told contains p if {
	some p, _ in input.threat_profiles
	every said in _told { p in said.found }
}

# METADATA
# description: Everything is told of every threat profile.
all_told if profiles.every_one(told)

# METADATA
# description: Every threat profile was tested at weights level, and one thing is told of each of them.
partly_told if {
	profiles.every_one(_at_weights_level)
	some said in _told
	profiles.every_one(said.found)
}

_measured := evaluations.naming(evaluations.sound)

_at_weights_level := evaluations.naming(evaluations.weights_level)

# METADATA
# description: Findings that both variants have.
gaps["4.1.1"] contains findings.section("4.1.1", "no_profiles", "threat_profiles") if {
	count(input.threat_profiles) == 0
}

gaps["4.1.1"] contains findings.profile("4.1.1", "not_measured", p, "") if {
	some p, _ in input.threat_profiles
	not p in _measured
}

gaps["4.1.1"] contains findings.evaluation("4.1.1", "no_route", e, "task") if {
	some e in evaluations.sound
	some p in input.evaluations[e].threat_profiles
	not p in routed
}

gaps["4.1.1"] contains findings.evaluation("4.1.1", "other_model", e, "model") if some e in other_model

gaps["4.1.6"] contains findings.section("4.1.6", "no_profiles", "threat_profiles") if {
	count(input.threat_profiles) == 0
}

gaps["4.1.6"] contains findings.profile("4.1.6", "not_at_weights", p, "") if {
	some p, _ in input.threat_profiles
	not p in _at_weights_level
}

gaps["4.1.6"] contains findings.evaluation("4.1.6", code, e, said.field) if {
	some code, said in _told
	some e in evaluations.weights_level
	some p in input.evaluations[e].threat_profiles
	not p in said.found
}
