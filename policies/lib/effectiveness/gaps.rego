package ai800.lib.effectiveness

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.doubts
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.mitigations
import data.ai800.lib.profiles
import data.ai800.lib.safeguards
import data.ai800.lib.texts

_finding(c, code, place, more) := {
	"code": code,
	"at": place[0],
	"field": place[1],
	"args": object.union({"c": input.channels[c].id}, more),
}

# METADATA
# description: Findings that the row reports; each comes without id and subject.
gaps[c] contains _finding(c, "no_safeguard", [channel.deployment.at, "safeguards"], {}) if {
	some c, channel in input.channels
	profiles.raised[c]
	not mitigations.by[c]
}

gaps[c] contains finding if {
	some c, _ in input.channels
	not profiles.raised[c]
	some finding in doubts.on_channel[c]
}

gaps[c] contains finding if {
	some c, found in mitigations.rating_gaps
	some finding in found
}

# What nothing shows, and why what its safeguard names does not.
gaps[c] contains _finding(c, "not_evaluated", [safeguard.at, "evaluated_by"], {"s": safeguard.id}) if {
	some c, found in untested
	some s in found
	safeguard := input.safeguards[s]
}

gaps[c] contains _finding(c, "no_implementation_date", [safeguard.at, "implemented_on"], {"s": safeguard.id}) if {
	some c, found in not_shown
	some s, _ in found
	safeguard := input.safeguards[s]
	not dates.given(safeguard.implemented_on)
}

gaps[c] contains _finding(c, "no_opening_date", [channel.at, "opens_on"], {}) if {
	some c, _ in not_shown
	c in channels.no_opening_date
	channel := input.channels[c]
}

gaps[c] contains _finding(c, "other_profile", [safeguard.at, "evaluated_by"], {"s": safeguard.id, "p": id}) if {
	some c, found in not_shown
	some s, wanted in found
	some p in wanted
	safeguards.with_result[s]
	not p in _named_profiles[s]
	safeguard := input.safeguards[s]
	id := input.threat_profiles[p].id
}

_named_profiles[s] contains p if {
	some s, found in safeguards.named
	some [section, x] in found
	some p in input[section][x].threat_profiles
}

# The tests that a safeguard names which does not show what is asked of it.
_doubted[c][s] contains test if {
	some c, found in not_shown
	some s, _ in found
	some test in safeguards.named[s]
}

gaps[c] contains _of_test(c, s, [section, x], fault) if {
	some c, found in _doubted
	some s, tests in found
	some [section, x] in tests
	some fault in _faults[section][x]
}

_of_test(c, s, [section, x], fault) := {
	"code": fault.code,
	"at": input[section][x].at,
	"field": fault.field,
	"args": object.union({"c": input.channels[c].id, "s": input.safeguards[s].id, "x": input[section][x].id}, fault.more),
}

_sections := ["evaluations", "red_teams"]

_faults[section][x] contains {"code": "not_backed", "field": "evidence", "more": {}} if {
	some section in _sections
	some x, record in input[section]
	not evidence.backed(record)
}

_faults[section][x] contains {"code": "undated", "field": "performed_on", "more": {}} if {
	some section in _sections
	some x, record in input[section]
	not dates.given(record.performed_on)
}

_faults[section][x] contains {"code": "not_done_yet", "field": "performed_on", "more": {}} if {
	some section in _sections
	some x, record in input[section]
	record.performed_on.day > input.as_of
}

_faults[section][x] contains {"code": "evidence_expired", "field": "valid_until", "more": {"ended_on": ended}} if {
	some section in _sections
	some x, record in input[section]
	ended := record.valid_until
	ended.day < input.as_of
}

_faults[section][x] contains {"code": "evidence_expired", "field": "invalidated_on", "more": {"ended_on": ended}} if {
	some section in _sections
	some x, record in input[section]
	ended := record.invalidated_on
	ended.day <= input.as_of
}

_faults[section][x] contains {"code": "wrong_model", "field": "model", "more": {}} if {
	section := "evaluations"
	some x, _ in input.evaluations
	_another_model[x]
}

_another_model contains e if some e in evaluations.other_model

_another_model contains e if {
	some e, record in input.evaluations
	not texts.word(record.model.name.grade)
}

_another_model contains e if {
	some e, record in input.evaluations
	not texts.word(record.model.version.grade)
}

gaps[c] contains doubts.other_name[e] if {
	some c, found in _doubted
	some tests in found
	some ["evaluations", e] in tests
}

gaps[c] contains _of_test(c, s, test, fault) if {
	some c, found in _doubted
	some s, tests in found
	some test in tests
	[section, x] := test
	days := input[section][x].performed_on.day - channels.day[c]
	days > 0
	fault := {"code": "evaluated_late", "field": "performed_on", "more": {"n": days}}
}

gaps[c] contains _of_test(c, s, test, fault) if {
	some c, found in _doubted
	some s, tests in found
	some test in tests
	[section, x] := test
	dates.after(input.safeguards[s].implemented_on, input[section][x].performed_on)
	fault := {"code": "evaluated_before_implementation", "field": "performed_on", "more": {}}
}

gaps[c] contains _of_test(c, s, ["evaluations", e], fault) if {
	some c, found in _doubted
	some s, tests in found
	some ["evaluations", e] in tests
	not safeguards.evaluations_at_level[c][s][e]
	fault := {"code": "wrong_level", "field": "access", "more": {"access": input.channels[c].access}}
}

gaps[c] contains _of_test(c, s, ["red_teams", r], fault) if {
	some c, found in _doubted
	some s, tests in found
	some ["red_teams", r] in tests
	not safeguards.red_teams_at_level[c][s][r]
	fault := {"code": "wrong_level", "field": "results", "more": {"access": input.channels[c].access}}
}

# What was shown, and not to hold.
gaps[c] contains _finding(c, "threshold_crossed", [record.at, "result"], object.union({"x": record.id}, compared)) if {
	some c, found in crossing
	some e in found
	some t in evaluations.reached[e]
	record := input.evaluations[e]
	compared := _compared(record.result, input.thresholds[t])
}

_compared(result, threshold) := {
	"t": threshold.id,
	"value": result.value.value,
	"operator": threshold.metric.operator,
	"bound": threshold.metric.value.value,
}

gaps[c] contains _finding(c, "misused_with_safeguards", [record.at, "results"], {"x": record.id}) if {
	some c, found in broken
	some r in found
	record := input.red_teams[r]
}

gaps[c] contains _finding(c, "no_measure", [record.at, "threshold"], {"x": record.id, "p": id}) if {
	some c, found in not_held
	some s, wanted in found
	some p in wanted
	some e in evaluations_for[c][s][p]
	not measured[e][p]
	record := input.evaluations[e]
	id := input.threat_profiles[p].id
}
