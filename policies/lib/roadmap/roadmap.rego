# METADATA
# scope: package
# title: Roadmap
# description: |
#   What the roadmap plans, and what it says is not needed. Rules are keyed by the list of goals they are about; sets of
#   goals hold places in that list.
# schemas:
#   - input: schema.document
package ai800.lib.roadmap

import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# description: The goals, by their list.
goals := {
	"security_goals": input.roadmap.security_goals,
	"safeguard_goals": input.roadmap.safeguard_goals,
}

# What is said of whether the goals are needed.
_needed := {
	"security_goals": input.roadmap.security_needed,
	"safeguard_goals": input.roadmap.safeguards_needed,
}

_worded[list] contains n if {
	some list, found in goals
	some n, entry in found
	texts.word(entry.goal)
}

_dated[list] contains n if {
	some list, found in goals
	some n, entry in found
	dates.given(entry.by)
}

# METADATA
# description: Goals with a text and a day.
complete[list] := object.get(_worded, list, set()) & object.get(_dated, list, set()) if some list, _ in goals

# METADATA
# description: Lists with goals, each with a text and a day.
planned contains list if {
	some list, found in complete
	count(found) > 0
	count(found) == count(goals[list])
}

# METADATA
# description: |
#   Lists with some complete goals beside others, or with goals that have a text and miss a day, in a roadmap that is
#   backed.
partly_planned contains list if {
	evidence.backed(input.roadmap)
	some list, found in complete
	count(found) > 0
	count(found) < count(goals[list])
}

partly_planned contains list if {
	evidence.backed(input.roadmap)
	some list, found in _worded
	count(found) == count(goals[list])
	not planned[list]
}

# METADATA
# description: Lists whose goals are said not to be needed.
denied contains list if {
	some list, said in _needed
	said.answer == false
}

# METADATA
# description: The same, with a reason.
excused contains list if {
	some list in denied
	texts.said(_needed[list].because)
}

# METADATA
# description: Findings about the goals of a list; each comes without id and subject.
gaps[list] contains {"code": "no_goals", "at": "", "field": concat(".", ["roadmap", list]), "args": {}} if {
	some list, found in goals
	count(found) == 0
	not excused[list]
}

gaps[list] contains {"code": code, "at": entry.at, "field": field, "args": {"n": n + 1}} if {
	some list, found in goals
	some n, entry in found
	some [code, field, has] in [["no_goal", "goal", _worded], ["no_timeline", "by", _dated]]
	not has[list][n]
}

gaps[list] contains {"code": "not_backed", "at": "", "field": "roadmap.evidence", "args": {}} if {
	some list, _ in goals
	input.roadmap.given
	not evidence.backed(input.roadmap)
}
