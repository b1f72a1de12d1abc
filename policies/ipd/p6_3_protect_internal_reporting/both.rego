# METADATA
# scope: package
# title: Establish protections for internal reporting of misuse issues.
# description: Who may report, what protects and rewards them, and what becomes of a report; the same for every release.
# schemas:
#   - input: schema.document
# custom:
#   objective: 6
#   page: 15
package ai800.ipd.p6_3_protect_internal_reporting.both

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: People who report issues are protected and rewarded
# description: Employees or contractors are covered, protected against retaliation and rewarded, with evidence.
# custom:
#   ask: plain
#   decides: existence
#   page: 15
#   basis: [nist, ai800, "ai800:content"]
#   remedy: State `internal_reporting.covered` and `protections` (with anti_retaliation and reward) and point `evidence` at the policy.
#   never_decidable: whether people are protected and rewarded in fact
#   findings:
#     nobody_covered: nobody in the organization is covered by the reporting policy
#     no_protection: the policy does not protect against retaliation
#     no_reward: the policy does not reward reporting
#     not_backed: the reporting policy has no reference that resolves
#   reviews:
#     links_only: Do the addresses given protect and reward people who report issues related to misuse risk?
#   partial:
#     incomplete: a protection or a reward is stated, but not both
#   example: |
#     internal_reporting:
#       covered: [employees, contractors]
#       protections: [anti_retaliation, confidentiality, reward]
#       evidence: [docs/governance/reporting.md#protections]
subjects["6.3.1"] := channels.release.all

met["6.3.1"].release if {
	_someone_covered
	_protected_and_rewarded
	evidence.backed(input.internal_reporting)
}

partial["6.3.1"].release contains "incomplete" if {
	_someone_covered
	count(input.internal_reporting.protections) > 0
	not _protected_and_rewarded
}

_someone_covered if {
	some who in input.internal_reporting.covered
	who in _inside
}

_inside := {"employees", "contractors"}

_protected_and_rewarded if {
	"anti_retaliation" in input.internal_reporting.protections
	"reward" in input.internal_reporting.protections
}

findings contains found.section("6.3.1", "nobody_covered", "internal_reporting.covered") if not _someone_covered

findings contains found.section("6.3.1", "no_protection", "internal_reporting.protections") if {
	input.internal_reporting.given
	not "anti_retaliation" in input.internal_reporting.protections
}

findings contains found.section("6.3.1", "no_reward", "internal_reporting.protections") if {
	input.internal_reporting.given
	not "reward" in input.internal_reporting.protections
}

findings contains found.section("6.3.1", "not_backed", "internal_reporting.evidence") if _given_without_evidence

# METADATA
# title: Concerns are adjudicated by a process, within a stated time
# description: A process, the days it takes at most, employees and contractors both covered, and evidence.
# custom:
#   ask: plain
#   decides: existence
#   page: 15
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: Add `internal_reporting.adjudication` with `process` and `days`, cover employees and contractors, and give `evidence`.
#   never_decidable: whether the time stated is timely and kept
#   findings:
#     no_process: there is no stated process to adjudicate concerns
#     no_time: the process states no time in which a concern is decided
#     not_all_covered: the process does not cover {who}
#     not_backed: the process has no reference that resolves
#   reviews:
#     links_only: Do the addresses given set out a formal and timely process for concerns of employees and contractors?
#   partial:
#     incomplete: a process is stated, but not its time or not for employees and contractors both
#   example: |
#     internal_reporting:
#       covered: [employees, contractors]
#       adjudication:
#         process: A panel outside the release team hears the concern and decides in writing.
#         days: 30
#       evidence: [docs/governance/reporting.md#process]
subjects["6.3.2"] := channels.release.all

met["6.3.2"].release if {
	_process
	_in_time
	count(_not_covered) == 0
	evidence.backed(input.internal_reporting)
}

partial["6.3.2"].release contains "incomplete" if {
	_process
	not _in_time
}

partial["6.3.2"].release contains "incomplete" if {
	_process
	count(_not_covered) > 0
}

_process if texts.said(input.internal_reporting.adjudication.process)

_in_time if input.internal_reporting.adjudication.days.value > 0

_not_covered := _inside - {who | some who in input.internal_reporting.covered}

findings contains found.section("6.3.2", "no_process", "internal_reporting.adjudication.process") if not _process

findings contains found.section("6.3.2", "no_time", "internal_reporting.adjudication.days") if {
	_process
	not _in_time
}

findings contains object.union(finding, {"args": {"who": who}}) if {
	_process
	some who in _not_covered
	finding := found.section("6.3.2", "not_all_covered", "internal_reporting.covered")
}

findings contains found.section("6.3.2", "not_backed", "internal_reporting.evidence") if _given_without_evidence

# METADATA
# title: The policies on internal safety reporting are summarised
# description: Who is covered, and protections or a process, with evidence.
# custom:
#   ask: can
#   decides: existence
#   page: 15
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Point `internal_reporting.evidence` at a summary of the policies and state `covered` and `protections`.
#   findings:
#     no_summary: the policies on internal safety reporting are not summarised
#     not_backed: the summary has no reference that resolves
#   reviews:
#     links_only: Do the addresses given summarise the policies on internal safety reporting?
#   example: |
#     internal_reporting:
#       covered: [employees, contractors]
#       protections: [anti_retaliation, reward]
#       evidence: [docs/governance/reporting.md#summary]
subjects["6.3.a"] := channels.release.all

met["6.3.a"].release if {
	count(input.internal_reporting.covered) > 0
	_content
	evidence.backed(input.internal_reporting)
}

partial["6.3.a"].release contains "incomplete" if {
	count(input.internal_reporting.covered) > 0
	not _content
}

partial["6.3.a"].release contains "incomplete" if {
	_content
	count(input.internal_reporting.covered) == 0
}

_content if count(input.internal_reporting.protections) > 0

_content if _process

findings contains found.section("6.3.a", "no_summary", "internal_reporting") if not _content

findings contains found.section("6.3.a", "no_summary", "internal_reporting") if {
	count(input.internal_reporting.covered) == 0
}

findings contains found.section("6.3.a", "not_backed", "internal_reporting.evidence") if _given_without_evidence

_given_without_evidence if {
	input.internal_reporting.given
	not evidence.backed(input.internal_reporting)
}
