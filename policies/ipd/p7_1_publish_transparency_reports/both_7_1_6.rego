package ai800.ipd.p7_1_publish_transparency_reports.both

import data.ai800.lib.channels
import data.ai800.lib.findings as found
import data.ai800.lib.texts
import data.ai800.lib.transparency

# METADATA
# title: Reports are public, renewed with each version, and hold the key information
# description: The reports of this version that can be read cover evaluations and safeguards; the release has a version, and it is stated when reports are renewed.
# custom:
#   ask: plain
#   decides: computed
#   page: 16
#   basis: [nist, ai800, "ai800:content"]
#   remedy: State `transparency.cadence` and list a report with `version`, `published_on`, `covers` and `evidence` for each major version.
#   never_decidable: whether the public can read it
#   findings:
#     no_report: no transparency report is published by the day of the check
#     report_outdated: "report {n} is for version {version}, this release is {release_version}"
#     no_version: "the release has no version, so a report cannot be matched to it"
#     no_cadence: it is not stated when reports are updated
#     no_key_information: no report of this version that can be read covers {topic}
#     not_backed: no report of this version has a reference that resolves
#   reviews:
#     links_only: Is the report at the address given public, current, and does it hold the key information on misuse risk?
#   partial:
#     incomplete: a report of this version is published, but not with all that makes it regular and complete
#     outdated: "a report is published, but not of this major version"
#   example: |
#     release: {version: "2.0"}
#     transparency:
#       cadence: With every major release
#       reports:
#         - {version: "2.0", published_on: "2026-03-01", covers: [evaluations, safeguards], evidence: [docs/report.md]}
subjects["7.1.6"] := channels.release.all

met["7.1.6"].release if {
	_regular
	count(_key_information - transparency.shared) == 0
}

partial["7.1.6"].release contains "incomplete" if {
	count(transparency.current) > 0
	not _regular
}

partial["7.1.6"].release contains "incomplete" if {
	count(transparency.current) > 0
	some topic in _key_information
	not transparency.covering[topic]
}

partial["7.1.6"].release contains "outdated" if {
	count(transparency.current) == 0
	count(transparency.readable) > 0
}

_regular if {
	transparency.versioned
	texts.word(input.transparency.cadence)
}

_key_information := {"evaluations", "safeguards"}

findings contains found.section("7.1.6", "no_report", "transparency.reports") if {
	count(transparency.published) == 0
}

findings contains finding if {
	count(transparency.current) == 0
	some i in transparency.last
	report := input.transparency.reports[i]
	place := found.entry("7.1.6", "report_outdated", [i, report.at], "version")
	finding := object.union(place, {"args": {
		"version": report.version.key,
		"release_version": input.release.version.key,
	}})
}

findings contains found.section("7.1.6", "no_version", "release.version") if not transparency.versioned

findings contains found.section("7.1.6", "no_cadence", "transparency.cadence") if {
	not texts.word(input.transparency.cadence)
}

findings contains object.union(place, {"args": {"topic": topic}}) if {
	some topic in (_key_information - transparency.shared)
	_left_out[topic]
	place := found.section("7.1.6", "no_key_information", "transparency.reports")
}

# No report covers it; or one does that cannot be read, beside one that can.
_left_out contains topic if {
	count(transparency.current) > 0
	some topic in _key_information
	not transparency.covering[topic]
}

_left_out contains topic if {
	count(transparency.current & transparency.readable) > 0
	some topic in _key_information
}

findings contains found.section("7.1.6", "not_backed", "transparency.reports") if {
	count(transparency.current) > 0
	count(transparency.current & transparency.readable) == 0
}
