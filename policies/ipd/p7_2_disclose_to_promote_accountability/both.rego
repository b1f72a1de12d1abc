# METADATA
# scope: package
# title: Disclose information about risk management practices to promote accountability.
# description: Named recipients, independent of the developer, regularly get what each practice should document.
# schemas:
#   - input: schema.document
# custom:
#   objective: 7
#   page: 16
package ai800.ipd.p7_2_disclose_to_promote_accountability.both

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: Information on risk management is shared regularly
# description: It is stated how often, and every recipient has a name and gets something, with evidence.
# custom:
#   ask: plain
#   decides: existence
#   page: 17
#   basis: [nist, "ai800:content"]
#   remedy: Add `accountability` with `cadence`, `recipients` (each with `information`) and `evidence`.
#   never_decidable: whether the accountability is meaningful
#   findings:
#     no_cadence: it is not stated how often information is shared
#     no_recipients: nobody is named who receives information on risk management
#     nothing_shared: recipient {n} has no name, or is not said to receive anything
#     not_backed: the process has no reference that resolves
#   reviews:
#     links_only: Do the addresses given show a regular process that gives meaningful accountability?
#   partial:
#     incomplete: "a recipient is named, or how often information is shared, but not all of it"
#   example: |
#     accountability:
#       cadence: Twice a year
#       recipients:
#         - {name: Safety Institute, information: ["ipd:5"]}
#       evidence: [docs/accountability.md]
subjects["7.2.1"] := channels.release.all

met["7.2.1"].release if {
	texts.word(input.accountability.cadence)
	_all_get_something
	evidence.backed(input.accountability)
}

partial["7.2.1"].release contains "incomplete" if {
	texts.word(input.accountability.cadence)
	not _all_get_something
}

partial["7.2.1"].release contains "incomplete" if {
	count(_named) > 0
	not texts.word(input.accountability.cadence)
}

partial["7.2.1"].release contains "incomplete" if {
	count(_named) > 0
	not _all_get_something
}

_named contains i if {
	some i, recipient in input.accountability.recipients
	texts.word(recipient.name)
}

_gets_something contains i if {
	some i in _named
	items := input.accountability.recipients[i].information
	count(items) > 0
	every item in items { texts.word(item.grade) }
}

_all_get_something if {
	count(_gets_something) > 0
	count(_gets_something) == count(input.accountability.recipients)
}

_all_named if {
	count(_named) > 0
	count(_named) == count(input.accountability.recipients)
}

findings contains found.section("7.2.1", "no_cadence", "accountability.cadence") if {
	not texts.word(input.accountability.cadence)
}

findings contains found.section("7.2.1", "no_recipients", "accountability.recipients") if {
	count(input.accountability.recipients) == 0
}

findings contains found.entry("7.2.1", "nothing_shared", [i, recipient.at], "") if {
	some i, recipient in input.accountability.recipients
	not _gets_something[i]
}

findings contains found.section(id, "not_backed", "accountability.evidence") if {
	some id in ["7.2.1", "7.2.2", "7.2.a"]
	input.accountability.given
	not evidence.backed(input.accountability)
}

# METADATA
# title: Recipients are independent and can hold the organization to account
# description: Every recipient has a name, is declared independent and has a stated power; whether that is so in fact is for a person.
# custom:
#   ask: plain
#   decides: judgement
#   page: 17
#   basis: [nist, "ai800:words"]
#   remedy: "State `independent` and `empowered_how` for each of `accountability.recipients`, and record a review of ipd:7.2.3."
#   never_decidable: independence in fact and real power; so never met without a review
#   findings:
#     no_recipients: nobody is named who could hold the organization to account
#     no_name: recipient {n} has no name
#     not_independent: recipient {n} is not said to be independent
#     not_empowered: "recipient {n} has no stated power, such as publishing deficiencies"
#   reviews:
#     links_only: Are the recipients independent in fact of development and deployment, and able to hold the organization to account as stated?
#     independence: Are the recipients independent in fact of development and deployment, and able to hold the organization to account as stated?
#   partial:
#     incomplete: "some recipient is declared independent, but not every recipient is named, independent and empowered"
#   example: |
#     accountability:
#       recipients:
#         - name: Safety Institute
#           independent: true
#           empowered_how: It may publish what it finds deficient.
subjects["7.2.3"] := channels.release.all

needs_review["7.2.3"].release contains "independence" if {
	_all_named
	count(_independent) == count(input.accountability.recipients)
	count(_empowered) == count(input.accountability.recipients)
}

partial["7.2.3"].release contains "incomplete" if count(_independent) > 0

_independent contains i if {
	some i, recipient in input.accountability.recipients
	recipient.independent == true
}

_empowered contains i if {
	some i, recipient in input.accountability.recipients
	texts.said(recipient.empowered_how)
}

findings contains found.section("7.2.3", "no_recipients", "accountability.recipients") if {
	count(input.accountability.recipients) == 0
}

findings contains found.entry("7.2.3", code, [i, recipient.at], field) if {
	some code, [field, has] in {
		"no_name": ["name", _named],
		"not_independent": ["independent", _independent],
		"not_empowered": ["empowered_how", _empowered],
	}
	some i, recipient in input.accountability.recipients
	not has[i]
}

# METADATA
# title: Who gets what is listed
# description: Every recipient has a name and what it gets, with evidence.
# custom:
#   ask: can
#   decides: existence
#   page: 17
#   basis: [nist, "ai800:content"]
#   remedy: List `accountability.recipients` with `name` and `information`, and give `evidence`.
#   findings:
#     no_list: the stakeholders who receive information are not listed
#     no_kinds: recipient {n} has no name, or it is not said what it receives
#     not_backed: the list has no reference that resolves
#   reviews:
#     links_only: Do the addresses given summarise who receives what?
#   partial:
#     incomplete: "a recipient is named, but not every one with a name and what it gets"
#   example: |
#     accountability:
#       recipients:
#         - {name: Safety Institute, information: ["ipd:5", Minutes of the release board]}
#       evidence: [docs/accountability.md]
subjects["7.2.a"] := channels.release.all

met["7.2.a"].release if {
	_all_get_something
	evidence.backed(input.accountability)
}

partial["7.2.a"].release contains "incomplete" if {
	count(_named) > 0
	not _all_get_something
}

findings contains found.section("7.2.a", "no_list", "accountability.recipients") if {
	count(input.accountability.recipients) == 0
}

findings contains found.entry("7.2.a", "no_kinds", [i, recipient.at], "") if {
	some i, recipient in input.accountability.recipients
	not _gets_something[i]
}
