package ai800.ipd.p1_2_assess_impact.both

import data.ai800.lib.findings as found
import data.ai800.lib.profiles

findings contains finding if {
	some id in ["1.2.2", "1.2.3", "1.2.a"]
	some finding in _lines[id]
}

# METADATA
# description: Findings of 1.2.1 that both variants report.
impact_findings contains finding if some finding in _lines["1.2.1"]

_lines[id] contains found.section(id, "no_profiles", "threat_profiles") if {
	some id, _ in _short_of
	not profiles.exist
}

_lines[id] contains found.profile(id, code, p, field) if {
	some id, codes in _short_of
	some code, [field, places] in codes
	some p in (profiles.all - places)
}

# What the lines of a row ask for, by the code of what lacks it, and the field concerned.
_short_of := {
	"1.2.1": {
		"no_impact": ["impact.summary", summary],
		"no_harm_object": ["harm", harm_object],
		"no_baseline": ["impact.versus_alternatives", baseline],
		"not_backed": ["impact.evidence", backed],
	},
	"1.2.2": {
		"no_frequency": ["impact.frequency", frequency],
		"not_backed": ["impact.evidence", backed],
	},
	"1.2.3": {"no_barriers": ["impact.external_barriers", barriers]},
	"1.2.a": {
		"no_impact": ["impact.summary", summary],
		"no_date": ["impact.assessed_on", assessed],
		"not_backed": ["impact.evidence", backed],
	},
}
