package ai800.ipd.p4_2_use_red_teams.both

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.findings as found
import data.ai800.lib.red_teams
import data.ai800.lib.texts

# METADATA
# title: What made up for the gap to the threat actor
# description: Every red team says how its gap to the threat actor was made up for, and is backed.
# custom:
#   ask: consider
#   decides: existence
#   page: 11
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "State `red_teams[].gap_compensation` (more access, an easier task, a split task), or record in `considered[]` (`ipd:4.2.5`) why none was needed."
#   never_decidable: whether the compensation suffices
#   findings:
#     no_red_team: no red team exercise is declared as performed and still valid
#     no_compensation: red team {r} names nothing that makes up for its gap to the threat actor
#     not_backed: red team {r} rests on nothing that can be read
#   reviews:
#     links_only: Do the addresses given say how the gap to the threat actor was made up for?
#   partial:
#     incomplete: some red teams say how the gap was made up for, and others do not
#   example: |
#     red_teams:
#       - id: red
#         gap_compensation: "The team was given the weights without safeguards."
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
subjects["4.2.5"] := channels.release.all

met["4.2.5"].release if {
	count(red_teams.current) > 0
	red_teams.current == _with_compensation & _backed
}

partial["4.2.5"].release contains "incomplete" if count(_with_compensation & _backed) > 0

_with_compensation contains r if {
	some r in red_teams.current
	texts.said(input.red_teams[r].gap_compensation)
}

findings contains found.red_team("4.2.5", "no_compensation", r, "gap_compensation") if {
	some r in (red_teams.current - _with_compensation)
}

# METADATA
# title: Red teams have legal protections
# description: Every red team lists the legal protections it was offered, and is backed.
# custom:
#   ask: consider
#   decides: existence
#   page: 11
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "List `red_teams[].legal_protections[]` (waived terms of service, indemnity), or record in `considered[]` (`ipd:4.2.6`) why none."
#   never_decidable: whether the protections hold in law
#   findings:
#     no_red_team: no red team exercise is declared as performed and still valid
#     no_legal_protections: red team {r} is offered no legal protection
#     not_backed: red team {r} rests on nothing that can be read
#   reviews:
#     links_only: Do the addresses given show legal protections for the red team?
#   partial:
#     incomplete: some red teams have legal protections, and others do not
#   example: |
#     red_teams:
#       - id: red
#         legal_protections: [Waived terms of service, Indemnity for the work]
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
subjects["4.2.6"] := channels.release.all

met["4.2.6"].release if {
	count(red_teams.current) > 0
	red_teams.current == _protected & _backed
}

partial["4.2.6"].release contains "incomplete" if count(_protected & _backed) > 0

_protected contains r if {
	some r in red_teams.current
	texts.all_words(input.red_teams[r].legal_protections)
}

findings contains found.red_team("4.2.6", "no_legal_protections", r, "legal_protections") if {
	some r in (red_teams.current - _protected)
}

# METADATA
# title: What the red team knew, and what it was not told
# description: Every red team says what it was told about the system and what was withheld of the safeguards, and is backed.
# custom:
#   ask: plain
#   decides: existence
#   page: 11
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "State `red_teams[].information.given` and `information.withheld` (`nothing` is an answer)."
#   never_decidable: whether an attacker would know more
#   findings:
#     no_red_team: no red team exercise is declared as performed and still valid
#     no_information_given: red team {r} does not say what it was told about the system
#     withheld_not_stated: red team {r} does not say what it was not told about the safeguards
#     not_backed: red team {r} rests on nothing that can be read
#   reviews:
#     links_only: Do the addresses given show what the red team knew and what it was not told?
#   partial:
#     incomplete: what red teams were told is stated, but not all of what is asked is there
#   example: |
#     red_teams:
#       - id: red
#         information: {given: "Model card and design of the safeguards.", withheld: nothing}
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
subjects["4.2.7"] := channels.release.all

met["4.2.7"].release if {
	_information_told
	red_teams.current == _with_withheld
}

partial["4.2.7"].release contains "incomplete" if _information_told

partial["4.2.7"].release contains "incomplete" if count((_with_information & _with_withheld) & _backed) > 0

# Lines 1, 2 and 4.
_information_told if {
	count(red_teams.current) > 0
	red_teams.current == _with_information & _backed
}

_with_information contains r if {
	some r in red_teams.current
	texts.said(input.red_teams[r].information.given)
}

_with_withheld contains r if {
	some r in red_teams.current
	texts.said(input.red_teams[r].information.withheld)
}

_with_withheld contains r if {
	some r in red_teams.current
	texts.denied(input.red_teams[r].information.withheld)
}

findings contains found.red_team("4.2.7", "no_information_given", r, "information") if {
	some r in (red_teams.current - _with_information)
}

findings contains found.red_team("4.2.7", "withheld_not_stated", r, "information") if {
	some r in (red_teams.current - _with_withheld)
}

# METADATA
# title: Results hold for a stated time, and until something becomes public
# description: Every red team says until when its result holds, which public information would end it, and is backed.
# custom:
#   ask: plain
#   decides: consistency
#   page: 11
#   basis: [nist, "ai800:content"]
#   remedy: "Give each `red_teams[]` `performed_on`, `valid_until` and `invalidated_by[]`."
#   never_decidable: whether the period is short enough, and what will become public
#   findings:
#     no_red_team: no red team exercise is declared as performed and still valid
#     no_period: red team {r} does not say until when its result holds
#     nothing_on_public_information: red team {r} does not say which public information would end its result
#     not_backed: red team {r} rests on nothing that can be read
#   reviews:
#     links_only: Do the addresses given state the period and what could become public in it?
#   partial:
#     incomplete: results hold for a stated time, but not all of what is asked is there
#   example: |
#     red_teams:
#       - id: red
#         performed_on: "2026-02-10"
#         valid_until: "2027-02-10"
#         invalidated_by: [A public jailbreak of the same family]
#         evidence: [docs/red-team.md]
subjects["4.2.9"] := channels.release.all

met["4.2.9"].release if {
	_periods_told
	red_teams.current == _with_events
}

partial["4.2.9"].release contains "incomplete" if _periods_told

partial["4.2.9"].release contains "incomplete" if count((_with_period & _with_events) & _backed) > 0

# Lines 1, 2 and 4.
_periods_told if {
	count(red_teams.current) > 0
	red_teams.current == _with_period & _backed
}

_with_period contains r if {
	some r in red_teams.current
	dates.not_after(input.red_teams[r].performed_on, input.red_teams[r].valid_until)
}

_with_events contains r if {
	some r in red_teams.current
	texts.all_words(input.red_teams[r].invalidated_by)
}

findings contains found.red_team("4.2.9", "no_period", r, "valid_until") if {
	some r in (red_teams.current - _with_period)
}

findings contains found.red_team("4.2.9", "nothing_on_public_information", r, "invalidated_by") if {
	some r in (red_teams.current - _with_events)
}
