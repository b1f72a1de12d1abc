# METADATA
# scope: package
# title: Doubts
# description: |
#   Findings that rows share where a rating or a record is doubted, as a code with its place and arguments; the row adds
#   its id and subject. Their words stand in main. A row asks by variant and threat profile.
# schemas:
#   - input: schema.document
package ai800.lib.doubts

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.texts

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
	not profiles.supported[p]
}

_rating(variant, profile) := profile.risk.rating if variant == "closed"

_rating(variant, profile) := profile.marginal.rating if variant == "open"

# METADATA
# description: An evaluation or a red team speaks of risk, the rating is low, and nothing clears it (closed).
rating_disputed[p] contains {
	"code": "rating_disputed",
	"at": input.evaluations[e].at,
	"field": "",
	"args": {"e": input.evaluations[e].id, "p": input.threat_profiles[p].id},
} if {
	some p in profiles.disputed
	some e in profiles.standing_against[p]
}

rating_disputed[p] contains {
	"code": "rating_disputed_by_red_team",
	"at": input.red_teams[r].at,
	"field": "results",
	"args": {"p": input.threat_profiles[p].id, "r": input.red_teams[r].id},
} if {
	some p in profiles.disputed
	some r in profiles.misused_for[p]
}

# METADATA
# description: The model does worse than every baseline, or what speaks of risk is beside none (open).
rating_contested[p] contains {
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

rating_contested[p] contains {
	"code": _uncompared[section].code,
	"at": record.at,
	"field": _uncompared[section].field,
	"args": {
		_uncompared[section].name: record.id,
		"p": input.threat_profiles[p].id,
		"rating": input.threat_profiles[p].marginal.rating,
	},
} if {
	some p, sections in profiles.uncompared
	some section, found in sections
	some x in found
	record := input[section][x]
}

_uncompared := {
	"evaluations": {"code": "rating_uncompared", "field": "baselines", "name": "e"},
	"red_teams": {"code": "rating_uncompared_by_red_team", "field": "results", "name": "r"},
}

# METADATA
# description: An evaluation of an unreleased variant that only its other name keeps from counting.
other_name[e] := {
	"code": "other_name",
	"at": record.at,
	"field": "model.name",
	"args": {"e": record.id, "variant": record.variant},
} if {
	some e in (_sound_by_another_name - evaluations.sound)
	record := input.evaluations[e]
}

_sound_by_another_name := found if {
	found := evaluations.sound with input as object.union(input, {"assume": object.union(input.assume, {"names": true})})
}

# METADATA
# description: The doubts about the low ratings on a channel, for a row that is judged per channel.
on_channel[c] contains finding if {
	some c, found in profiles.doubtful
	some p in found
	finding := rating_not_supported[input.channels[c].variant][p]
	p in profiles.called_low[input.channels[c].variant]
}

on_channel[c] contains finding if {
	some c in channels.of.closed
	some p in profiles.doubtful[c]
	some finding in rating_disputed[p]
}

on_channel[c] contains finding if {
	some c in channels.of.open
	some p in (profiles.doubtful[c] & profiles.contested_on[c])
	some finding in rating_contested[p]
}

on_channel[c] contains finding if {
	some c, found in profiles.doubtful
	some p in (found - profiles.supported)
	some e in input.threat_profiles[p].evaluations
	finding := other_name[e]
}

# METADATA
# description: The doubts about the low ratings in the threat profiles, by variant, for a row that is judged once.
in_release[variant] contains finding if {
	some variant, found in profiles.called_low
	some p in found
	finding := rating_not_supported[variant][p]
}

in_release[variant] contains finding if {
	variant := "closed"
	some p in profiles.disputed
	some finding in rating_disputed[p]
}

in_release[variant] contains finding if {
	variant := "open"
	some p in profiles.contested
	some finding in rating_contested[p]
}

in_release[variant] contains finding if {
	some variant, found in profiles.called_low
	some p in (found - profiles.supported)
	some e in input.threat_profiles[p].evaluations
	finding := other_name[e]
}

# METADATA
# description: |
#   Why an open channel is not watched, which an undetermined rating asks for. The row adds the threat profile.
unwatched[c] contains {"code": "not_watched", "at": channel.at, "field": "", "args": {"c": channel.id}} if {
	some c, channel in input.channels
	not _planned[c]
}

unwatched[c] contains {
	"code": "watch_not_backed",
	"at": plan.at,
	"field": "evidence",
	"args": {"c": input.channels[c].id},
} if {
	some c, plans in _planned
	not c in channels.watched
	some plan in plans
	not evidence.backed(plan)
}

unwatched[c] contains {
	"code": "review_overdue",
	"at": plan.at,
	"field": "review_on",
	"args": {"c": input.channels[c].id, "review_on": plan.review_on},
} if {
	some c, plans in _planned
	not c in channels.watched
	some plan in plans
	plan.review_on.day < input.as_of
}

_planned[c] contains plan if {
	some c, channel in input.channels
	some plan in channel.monitoring
	texts.all_words(plan.indicators)
	dates.given(plan.review_on)
}
