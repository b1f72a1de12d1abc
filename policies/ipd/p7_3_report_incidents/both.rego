# METADATA
# scope: package
# title: Report incidents and hazards related to the foundation model to AI incident databases.
# description: Which misuse is reported, in which format, and to whom.
# schemas:
#   - input: schema.document
# custom:
#   objective: 7
#   page: 17
package ai800.ipd.p7_3_report_incidents.both

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: The misuse events to report are defined
# description: It is stated which events are reported, and what was weighed about disclosing them, with evidence.
# custom:
#   ask: plain
#   decides: existence
#   page: 17
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: State `incident_reporting.events` and `weighed` with `evidence`.
#   never_decidable: whether the review of benefits and risks was adequate
#   findings:
#     no_events: it is not defined which misuse events are reported
#     not_weighed: benefits and risks of disclosure are not weighed
#     not_backed: the definition has no reference that resolves
#   reviews:
#     links_only: Do the addresses given define the misuse events to report and weigh disclosure?
#   partial:
#     incomplete: "the events are defined, but benefits and risks of disclosing them are not weighed"
#   example: |
#     incident_reporting:
#       events: Every misuse that caused harm
#       weighed: Public benefit against the privacy of victims
#       evidence: [docs/incidents.md]
subjects["7.3.1"] := channels.release.all

met["7.3.1"].release if {
	texts.said(input.incident_reporting.events)
	texts.said(input.incident_reporting.weighed)
	evidence.backed(input.incident_reporting)
}

partial["7.3.1"].release contains "incomplete" if {
	texts.said(input.incident_reporting.events)
	not texts.said(input.incident_reporting.weighed)
}

findings contains found.section("7.3.1", "no_events", "incident_reporting.events") if {
	not texts.said(input.incident_reporting.events)
}

findings contains found.section("7.3.1", "not_weighed", "incident_reporting.weighed") if {
	not texts.said(input.incident_reporting.weighed)
}

findings contains found.section(id, "not_backed", "incident_reporting.evidence") if {
	some id, _ in subjects
	input.incident_reporting.given
	not evidence.backed(input.incident_reporting)
}

# METADATA
# title: Reports of misuse are kept in a common format
# description: The stated format is one that incident databases take and machines read; of another, a person judges that.
# custom:
#   ask: plain
#   decides: existence
#   page: 17
#   basis: [nist, ai800, "ai800:content"]
#   remedy: State `incident_reporting.format` with `evidence`.
#   never_decidable: whether verified reports are collated in it
#   findings:
#     no_format: no format for misuse reports is stated
#     unknown_format: "{format} is not a format we know; a person must judge it"
#     not_backed: the format has no reference that resolves
#   reviews:
#     links_only: Is the stated format commonly used and machine-readable?
#     unknown_format: Is the stated format commonly used and machine-readable?
#   example: |
#     incident_reporting:
#       format: AVID
#       evidence: [docs/incidents.md]
subjects["7.3.2"] := channels.release.all

met["7.3.2"].release if {
	_spelling in _formats
	evidence.backed(input.incident_reporting)
}

needs_review["7.3.2"].release contains "unknown_format" if {
	_other_format
	evidence.backed(input.incident_reporting)
}

# Machine-readable formats of reports that incident databases and threat exchanges publish or take, as of June 2026.
_formats := {
	"avid",
	"avid-report",
	"oecd-ai-incidents-monitor",
	"oecd-aim",
	"oecd-common-reporting-framework",
	"stix",
	"stix-2.1",
}

_spelling := replace(input.incident_reporting.format.key, " ", "-")

_other_format if {
	texts.word(input.incident_reporting.format.grade)
	not _spelling in _formats
}

findings contains found.section("7.3.2", "no_format", "incident_reporting.format") if {
	not texts.word(input.incident_reporting.format.grade)
}

findings contains object.union(place, {"args": {"format": input.incident_reporting.format.key}}) if {
	_other_format
	place := found.section("7.3.2", "unknown_format", "incident_reporting.format")
}

# METADATA
# title: Verified reports go to third parties
# description: The incident databases or other third parties that receive reports are named, with evidence.
# custom:
#   ask: plain
#   decides: existence
#   page: 17
#   basis: [nist, "ai800:content"]
#   remedy: Name the `incident_reporting.databases` that receive verified reports, with `evidence`.
#   never_decidable: whether reports are shared in fact
#   findings:
#     no_database: no third party is named that receives verified reports
#     not_backed: the sharing has no reference that resolves
#   reviews:
#     links_only: Do the addresses given show that verified reports go to third parties such as incident databases?
#   example: |
#     incident_reporting:
#       databases: [AI Incident Database]
#       evidence: [docs/incidents.md]
subjects["7.3.3"] := channels.release.all

met["7.3.3"].release if {
	texts.all_words(input.incident_reporting.databases)
	evidence.backed(input.incident_reporting)
}

findings contains found.section("7.3.3", "no_database", "incident_reporting.databases") if {
	not texts.all_words(input.incident_reporting.databases)
}

# METADATA
# title: The reporting process is described with an example
# description: It is stated which events are reported, with an example of a type and of who gets the report, with evidence.
# custom:
#   ask: can
#   decides: existence
#   page: 17
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: State `incident_reporting.example` with `type` and `recipient`, and give `evidence`.
#   findings:
#     no_process: the reporting process is not described
#     no_example: no example of an incident type and its recipient is given
#     not_backed: the description has no reference that resolves
#   reviews:
#     links_only: Do the addresses given describe the reporting process with an example?
#   partial:
#     incomplete: part of the process or of the example is given
#   example: |
#     incident_reporting:
#       events: Every misuse that caused harm
#       example: {type: Fraud with generated texts, recipient: AI Incident Database}
#       evidence: [docs/incidents.md]
subjects["7.3.a"] := channels.release.all

met["7.3.a"].release if {
	count(_described) == 3
	evidence.backed(input.incident_reporting)
}

partial["7.3.a"].release contains "incomplete" if {
	count(_described) > 0
	count(_described) < 3
}

_described contains "events" if texts.said(input.incident_reporting.events)

_described contains "type" if texts.word(input.incident_reporting.example.type)

_described contains "recipient" if texts.word(input.incident_reporting.example.recipient)

findings contains found.section("7.3.a", "no_process", "incident_reporting.events") if not "events" in _described

findings contains found.section("7.3.a", "no_example", "incident_reporting.example") if {
	some part in ["type", "recipient"]
	not part in _described
}
