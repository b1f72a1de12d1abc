# METADATA
# scope: package
# title: Doubts
# description: |
#   Findings that rows share where a rating or a record is doubted, as a code with its place and arguments; the row adds
#   its id and subject. Their words stand in main. A row asks by variant and threat profile.
# schemas:
#   - input: schema.document
package ai800.lib.doubts

import data.ai800.lib.evaluations
import data.ai800.lib.profiles

# METADATA
# description: Nothing measured names the threat profile.
rating_not_supported[variant][p] := {
	"code": "rating_not_supported",
	"at": profile.at,
	"field": "",
	"args": {"p": profile.id, "rating": _rating(variant, profile)},
} if {
	some variant in ["open", "closed"]
	some p, profile in input.threat_profiles
	not p in profiles.supported
}

_rating(variant, profile) := profile.risk.rating if variant == "closed"

_rating(variant, profile) := profile.marginal.rating if variant == "open"

# METADATA
# description: An evaluation speaks of risk, the rating is low, and nothing clears it (closed).
rating_disputed[p] contains {
	"code": "rating_disputed",
	"at": input.evaluations[e].at,
	"field": "",
	"args": {"e": input.evaluations[e].id, "p": input.threat_profiles[p].id},
} if {
	some p in profiles.disputed
	some e in profiles.standing_against[p]
}

# METADATA
# description: The model does worse than every baseline (open).
rating_outdone[p] contains {
	"code": "rating_outdone",
	"at": record.at,
	"field": "baselines",
	"args": {
		"e": record.id,
		"p": input.threat_profiles[p].id,
		"rating": input.threat_profiles[p].marginal.rating,
		"value": record.result.value.value,
		"baselines": [base.value.value | some base in record.baselines],
	},
} if {
	some p, found in profiles.worse_than_baselines
	some e in found
	record := input.evaluations[e]
}

# METADATA
# description: An evaluation that is current and backed, of an unreleased variant under another name.
other_name contains {
	"code": "other_name",
	"at": record.at,
	"field": "model.name",
	"args": {"e": record.id, "variant": record.variant},
} if {
	some e in evaluations.current
	not e in evaluations.own_name
	record := input.evaluations[e]
}
