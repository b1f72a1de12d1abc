# METADATA
# scope: package
# title: Publish regular transparency reports that include key details regarding misuse risks and how those risks are managed.
# description: A published report of this version covers what the release states about evaluations, safeguards, data, downstream steps and governance.
# schemas:
#   - input: schema.document
# custom:
#   objective: 7
#   page: 16
#   shared:
#     7.1.1:
#       findings:
#         no_current_report: &no_current_report no transparency report of this version is published by the day of the check
#     7.1.2:
#       findings:
#         no_current_report: *no_current_report
#     7.1.3:
#       findings:
#         no_current_report: *no_current_report
#     7.1.4:
#       findings:
#         no_current_report: *no_current_report
#     7.1.5:
#       findings:
#         no_current_report: *no_current_report
package ai800.ipd.p7_1_publish_transparency_reports.both

import data.ai800.lib.channels
import data.ai800.lib.findings as found
import data.ai800.lib.safeguards
import data.ai800.lib.texts
import data.ai800.lib.transparency

# METADATA
# title: Evaluations made before deployment are reported
# description: A report of this version covers evaluations, and one with a method, or a red team, was made with a result before a channel opened.
# custom:
#   ask: plain
#   decides: consistency
#   page: 16
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Publish a report of this version, list it under `transparency.reports` with `covers: [evaluations]` and `evidence`, and record the evaluations."
#   never_decidable: whether it shares as much detail as public safety allows
#   findings:
#     not_covered: no report of this version covers evaluations
#     nothing_to_report: no evaluation with a result and a method, and no red team with a result, is recorded that was made before a channel opened
#     not_backed: the report on evaluations has no reference that resolves
#   reviews:
#     links_only: Does the report at the address given share methodology and results of the pre-deployment evaluations?
#   partial:
#     incomplete: "a report of this version covers evaluations, but none made before opening is recorded with method and result"
#   example: |
#     transparency:
#       reports:
#         - {version: "2.0", published_on: "2026-03-01", covers: [evaluations], evidence: [docs/report.md#evaluations]}
#     evaluations:
#       - id: uplift
#         performed_on: "2026-02-01"
#         method: Randomised trial with two arms.
#         result: {metric: share of steps completed, value: 0.2}
subjects["7.1.1"] := channels.release.all

_recorded contains "7.1.1" if {
	some e in safeguards.resulting.evaluations
	texts.said(input.evaluations[e].method)
	_before_opening(input.evaluations[e].performed_on)
}

_recorded contains "7.1.1" if {
	some r in safeguards.resulting.red_teams
	_before_opening(input.red_teams[r].performed_on)
}

_before_opening(date) if {
	some c, _ in input.channels
	channels.before(date, c)
}

findings contains found.section("7.1.1", "nothing_to_report", "evaluations") if not "7.1.1" in _recorded

# METADATA
# title: Safeguards are reported
# description: A report of this version covers safeguards, and every safeguard names the channels it applies to.
# custom:
#   ask: plain
#   decides: consistency
#   page: 16
#   basis: [nist, "ai800:content"]
#   remedy: Cover `safeguards` in a report of this version and name the `channels` of each safeguard.
#   never_decidable: whether the detail is as much as can be shared
#   findings:
#     not_covered: no report of this version covers safeguards
#     no_channels: safeguard {s} does not say on which channels it applies
#     not_backed: the report on safeguards has no reference that resolves
#   reviews:
#     links_only: Does the report at the address given say which safeguards are in place and how they apply on each channel?
#   partial:
#     incomplete: "a report of this version covers safeguards, but some safeguard does not name its channels"
#   example: |
#     transparency:
#       reports:
#         - {version: "2.0", published_on: "2026-03-01", covers: [safeguards], evidence: [docs/report.md#safeguards]}
subjects["7.1.2"] := channels.release.all

_recorded contains "7.1.2" if count(_without_channels) == 0

_without_channels contains s if {
	some s, safeguard in input.safeguards
	count(safeguard.channels) == 0
}

findings contains finding if {
	some s in _without_channels
	finding := {
		"id": "7.1.2",
		"subject": "release",
		"code": "no_channels",
		"at": input.safeguards[s].at,
		"field": "channels",
		"args": {"s": input.safeguards[s].id},
	}
}

# METADATA
# title: Training data is reported
# description: A report of this version covers training data, and its sources or what was filtered out are stated.
# custom:
#   ask: plain
#   decides: consistency
#   page: 16
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Cover `training_data` in a report of this version and state `model.training.data.sources` or `filtering`.
#   never_decidable: whether the information is what misuse risk turns on
#   findings:
#     not_covered: no report of this version covers training data
#     no_data_information: neither data sources nor filtering is stated
#     not_backed: the report on training data has no reference that resolves
#   reviews:
#     links_only: Does the report at the address given share the data sources and the criteria for filtering and selection that bear on misuse risk?
#   partial:
#     incomplete: "a report of this version covers training data, but neither sources nor filtering is stated"
#   example: |
#     model:
#       training:
#         data: {sources: Public web text and licensed books., filtering: Texts on pathogens were removed.}
#     transparency:
#       reports:
#         - {version: "2.0", published_on: "2026-03-01", covers: [training_data], evidence: [docs/report.md#data]}
subjects["7.1.3"] := channels.release.all

_recorded contains "7.1.3" if texts.said(input.model.training.data.sources)

_recorded contains "7.1.3" if texts.said(input.model.training.data.filtering)

findings contains found.section("7.1.3", "no_data_information", "model.training.data") if not "7.1.3" in _recorded

# METADATA
# title: Steps for downstream developers are reported
# description: A report of this version says what downstream developers and deployers should do.
# custom:
#   ask: plain
#   decides: consistency
#   page: 16
#   basis: [nist, ai800, "ai800:content"]
#   remedy: Cover `downstream_steps` in a report of this version; for published weights this is where optional filters and safe defaults are offered.
#   never_decidable: whether the steps would manage the risk
#   findings:
#     not_covered: no report of this version tells downstream developers what to do
#     not_backed: the steps for downstream have no reference that resolves
#   reviews:
#     links_only: Does the report at the address given say what downstream developers and deployers should do to manage misuse risk?
#   reasons:
#     internal_only:
#       text: nobody outside integrates the model
#       basis: ai800
#   example: |
#     transparency:
#       reports:
#         - {version: "2.0", published_on: "2026-03-01", covers: [downstream_steps], evidence: [docs/report.md#downstream]}
subjects["7.1.4"] := channels.release.all

_recorded contains "7.1.4"

not_applicable["7.1.4"].release contains "internal_only" if {
	count(input.channels) > 0
	every channel in input.channels { channel.access == "internal_only" }
}

# METADATA
# title: Governance is reported
# description: A report of this version covers governance, and who decides on deployments by which criteria is stated.
# custom:
#   ask: plain
#   decides: consistency
#   page: 16
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Cover `governance` in a report of this version and state `release.release_policy`.
#   never_decidable: whether the structure is as described
#   findings:
#     not_covered: no report of this version covers governance
#     no_process: it is not stated who decides on a deployment and by which criteria
#     not_backed: the report on governance has no reference that resolves
#   reviews:
#     links_only: Does the report at the address given describe the structure and process by which deployments are decided and misuse risk is managed?
#   partial:
#     incomplete: "a report of this version covers governance, but the process is not stated"
#   example: |
#     release:
#       release_policy: {decides: Release board, criteria: Residual risk below the threshold of each profile.}
#     transparency:
#       reports:
#         - {version: "2.0", published_on: "2026-03-01", covers: [governance], evidence: [docs/report.md#governance]}
subjects["7.1.5"] := channels.release.all

_recorded contains "7.1.5" if {
	texts.word(input.release.release_policy.decides)
	texts.said(input.release.release_policy.criteria)
}

findings contains found.section("7.1.5", "no_process", "release.release_policy") if not "7.1.5" in _recorded

# What a report has to cover for each of these rows; what else a row asks for is in _recorded.
_topic := {
	"7.1.1": "evaluations",
	"7.1.2": "safeguards",
	"7.1.3": "training_data",
	"7.1.4": "downstream_steps",
	"7.1.5": "governance",
}

met[id].release if {
	some id, topic in _topic
	topic in transparency.shared
	id in _recorded
}

partial[id].release contains "incomplete" if {
	some id, topic in _topic
	transparency.covering[topic]
	not id in _recorded
}

findings contains found.section(id, "no_current_report", "transparency.reports") if {
	some id, _ in _topic
	count(transparency.current) == 0
}

findings contains found.section(id, "not_covered", "transparency.reports") if {
	some id, topic in _topic
	count(transparency.current) > 0
	not transparency.covering[topic]
}

findings contains found.section(id, "not_backed", "transparency.reports") if {
	some id, topic in _topic
	transparency.covering[topic]
	not topic in transparency.shared
}
