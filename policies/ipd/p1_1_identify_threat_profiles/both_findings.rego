package ai800.ipd.p1_1_identify_threat_profiles.both

import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.profiles

findings contains found.section(id, "no_profiles", "threat_profiles") if {
	some id in ["1.1.1", "1.1.a", "1.1.b"]
	not profiles.exist
}

findings contains found.profile(id, code, p, field) if {
	some id, codes in _short_of
	some code, [field, places] in codes
	some p in places
}

# What each line of a row is short of, by code, and the field concerned.
_short_of := {
	"1.1.1": {
		"no_capability": ["capability_of_concern", profiles.all - _capable],
		"no_actor": ["actor", profiles.all - _with_actor],
		"no_task": ["tasks", profiles.all - _with_tasks],
		"not_backed": ["evidence", profiles.all - _backed],
	},
	"1.1.a": {
		"not_listed": ["", profiles.all - _listed],
		"not_backed": ["evidence", profiles.all - _backed],
	},
}

findings contains found.section("1.1.2", code, "threat_profiles") if {
	some code in ({kind | some kind in _kind_of} - _covered_kinds)
}

findings contains found.section("1.1.3", "no_external_expert", "threat_profile_process.experts") if {
	count(_external_experts) == 0
}

findings contains found.section("1.1.b", code, "threat_profile_process") if {
	some part, code in {"selection": "no_selection", "coverage_rationale": "no_coverage_rationale"}
	not part in _described_parts
}

findings contains found.section("1.1.c", "no_experts", "threat_profile_process") if count(_experts) == 0

findings contains _of_expert("expert_not_described", i) if some i in (_experts - _identified)

findings contains _of_expert("no_role", i) if some i in (_experts - _with_role)

findings contains found.section(id, "not_backed", "threat_profile_process.evidence") if {
	some id in ["1.1.3", "1.1.b", "1.1.c"]
	input.threat_profile_process.given
	not evidence.backed(input.threat_profile_process)
}

_of_expert(code, i) := object.union(
	found.section("1.1.c", code, ""),
	{"at": input.threat_profile_process.experts[i].at},
)
