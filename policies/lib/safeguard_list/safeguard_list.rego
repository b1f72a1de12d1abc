# METADATA
# scope: package
# title: List of safeguards
# description: |
#   Whether the list of safeguards and of their tests is complete (5.2.a, 5.2.b), for the release as a whole. Sets hold
#   places in input.safeguards; findings come without id and subject, which the row adds.
# schemas:
#   - input: schema.document
package ai800.lib.safeguard_list

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.doubts
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.red_teams
import data.ai800.lib.safeguards
import data.ai800.lib.texts

# What a safeguard does not say, by the name of the field.
_unsaid[s] contains "kind" if {
	some s, safeguard in input.safeguards
	safeguard.kind == ""
}

_unsaid[s] contains "description" if {
	some s, safeguard in input.safeguards
	not texts.said(safeguard.description)
}

_unsaid[s] contains "implemented_on" if {
	some s, safeguard in input.safeguards
	not dates.given(safeguard.implemented_on)
}

_unsaid[s] contains "channels" if {
	some s, safeguard in input.safeguards
	count(safeguard.channels) == 0
}

# METADATA
# description: Safeguards that say all that the list asks, and are in place.
listed contains s if {
	some s, safeguard in input.safeguards
	not _unsaid[s]
	dates.happened(safeguard.implemented_on)
}

# METADATA
# description: Every safeguard is listed and backed, and there is one.
complete if {
	count(input.safeguards) > 0
	every s, safeguard in input.safeguards {
		s in listed
		evidence.backed(safeguard)
	}
}

_current := {"evaluations": evaluations.read, "red_teams": red_teams.current}

# METADATA
# description: Current tests that a safeguard names, each as a section and a place there.
tests[s] contains [section, x] if {
	some s, named in safeguards.named
	some [section, x] in named
	x in _current[section]
}

# METADATA
# description: Those without a result.
without_result[s] contains [section, x] if {
	some s, found in tests
	some [section, x] in found
	not x in safeguards.resulting[section]
}

# METADATA
# description: Safeguards with a current test, all of them with a result.
tested contains s if {
	some s, _ in tests
	not without_result[s]
}

# A test with a result that no date of its own ended has to be backed too: without its date it does not become history.
_not_backed[s] contains [section, x] if {
	some s, found in _counting
	some [section, x] in found
	not evidence.backed(input[section][x])
}

_counting[s] contains test if {
	some s, found in tests
	some test in found
}

_counting[s] contains [section, x] if {
	some s, named in safeguards.named
	some [section, x] in named
	x in safeguards.resulting[section]
	not x in _history[section]
}

_history := {"evaluations": evaluations.history, "red_teams": red_teams.history}

# METADATA
# description: Every safeguard is tested, each test is backed, and there is a safeguard.
summarised if {
	count(input.safeguards) > 0
	count(tested) == count(input.safeguards)
	count(_not_backed) == 0
}

# METADATA
# description: Variants that need no safeguard, as every threat profile is low, backed and borne out on each channel.
none_needed contains variant if {
	count(input.safeguards) == 0
	some variant, judged in channels.of
	count(judged - profiles.all_low) == 0
	count(profiles.borne_out[variant]) == count(input.threat_profiles)
}

_finding(code, at, field, args) := {"code": code, "at": at, "field": field, "args": args}

# METADATA
# description: Findings that both rows report, by variant, where nothing is listed.
empty[variant] contains _finding("no_safeguards", "", "safeguards", {}) if {
	count(input.safeguards) == 0
	some variant, _ in channels.of
}

empty[variant] contains finding if {
	count(input.safeguards) == 0
	some variant, judged in channels.of
	every c in judged { not profiles.raised[c] }
	some finding in doubts.in_release[variant]
}

# METADATA
# description: Findings on the list.
gaps contains _finding("incomplete", safeguard.at, "", {"s": safeguard.id, "field": field}) if {
	some s, fields in _unsaid
	some field in fields
	safeguard := input.safeguards[s]
}

gaps contains _finding("not_implemented_yet", safeguard.at, "implemented_on", {"s": safeguard.id}) if {
	some safeguard in input.safeguards
	safeguard.implemented_on.day > input.as_of
}

gaps contains _finding("not_backed", safeguard.at, "evidence", {"s": safeguard.id}) if {
	some safeguard in input.safeguards
	not evidence.backed(safeguard)
}

# METADATA
# description: Findings on the tests.
result_gaps contains _finding("not_evaluated", safeguard.at, "evaluated_by", {"s": safeguard.id}) if {
	some s, safeguard in input.safeguards
	not tests[s]
}

result_gaps contains _finding("no_result", record.at, _result_field[section], {"x": record.id}) if {
	some found in without_result
	some [section, x] in found
	record := input[section][x]
}

_result_field := {"evaluations": "result", "red_teams": "results"}

result_gaps contains _finding("not_backed", record.at, "evidence", {"x": record.id}) if {
	some found in _not_backed
	some [section, x] in found
	record := input[section][x]
}

result_gaps contains doubts.other_name[e] if {
	some s, named in safeguards.named
	not tests[s]
	some ["evaluations", e] in named
}
