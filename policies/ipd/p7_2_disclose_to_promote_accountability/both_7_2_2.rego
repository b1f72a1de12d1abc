package ai800.ipd.p7_2_disclose_to_promote_accountability.both

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.theft

# METADATA
# title: What is shared covers every practice
# description: What the recipients get together names every practice that has documentation lines, by its id, by its objective, or by all its lines.
# custom:
#   ask: plain
#   decides: computed
#   page: 17
#   basis: [nist, "techfreedom:TF-20", eu_cop, ai800, "ai800:content"]
#   remedy: "Name in `accountability.recipients[].information` the objectives, practices or documentation lines shared (for example ipd:5)."
#   never_decidable: whether the detail reaches that of the documentation lines
#   findings:
#     not_shared: no recipient gets the documentation of practice {practice}
#     not_an_id: "something that recipient {n} gets is not the id of an objective, a practice or a documentation line, so it does not count"
#     not_backed: what is shared has no reference that resolves
#   reviews:
#     links_only: Does what the recipients get reach the detail of the documentation lines of each practice?
#   partial:
#     incomplete: "some practices are shared with recipients, but not every one"
#   example: |
#     accountability:
#       recipients:
#         - name: Safety Institute
#           information: ["ipd:1", "ipd:2", "ipd:3", "ipd:4", "ipd:5", "ipd:6", "ipd:7"]
#       evidence: [docs/accountability.md]
subjects["7.2.2"] := channels.release.all

met["7.2.2"].release if {
	count(_not_shared) == 0
	evidence.backed(input.accountability)
}

partial["7.2.2"].release contains "incomplete" if {
	count(_covered) > 0
	count(_not_shared) > 0
}

# Every practice with documentation lines; 7.1 has none.
_lines := {
	"1.1": {"1.1.a", "1.1.b", "1.1.c"},
	"1.2": {"1.2.a"},
	"1.3": {"1.3.a", "1.3.b", "1.3.c"},
	"2.1": {"2.1.a"},
	"2.2": {"2.2.a"},
	"3.1": {"3.1.a"},
	"3.2": {"3.2.a"},
	"3.3": {"3.3.a"},
	"4.1": {"4.1.a", "4.1.b", "4.1.c", "4.1.d"},
	"4.2": {"4.2.a", "4.2.b", "4.2.c", "4.2.d"},
	"5.1": {"5.1.a"},
	"5.2": {"5.2.a", "5.2.b"},
	"5.3": {"5.3.a"},
	"6.1": {"6.1.a"},
	"6.2": {"6.2.a"},
	"6.3": {"6.3.a"},
	"6.4": {"6.4.a", "6.4.b"},
	"6.5": {"6.5.a"},
	"7.2": {"7.2.a"},
	"7.3": {"7.3.a"},
}

_shared contains item.id if {
	some recipient in input.accountability.recipients
	some item in recipient.information
}

_covered contains practice if {
	some practice, lines in _lines
	some named in [{practice}, {split(practice, ".")[0]}, lines]
	count(named - _shared) == 0
}

# Where nothing is left to steal, the practices of objective 3 are over (techfreedom:TF-20, for 3.2 eu_cop).
_over contains practice if {
	theft.nothing_left
	some practice in {"3.1", "3.2", "3.3"}
}

_not_shared := (object.keys(_lines) - _over) - _covered

findings contains object.union(place, {"args": {"practice": practice}}) if {
	some practice in _not_shared
	place := found.section("7.2.2", "not_shared", "accountability.recipients")
}

findings contains found.entry("7.2.2", "not_an_id", [i, recipient.at], "information") if {
	count(_not_shared) > 0
	some i, recipient in input.accountability.recipients
	some item in recipient.information
	not _known[item.id]
}

_known contains "7.1"

_known contains id if {
	some practice, lines in _lines
	some id in ({practice, split(practice, ".")[0]} | lines)
}
