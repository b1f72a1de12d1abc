# METADATA
# scope: package
# title: Where possible, monitor distribution channels for evidence of misuse.
# description: What passes the developer is watched; what runs out of sight is watched for by other means.
# schemas:
#   - input: schema.document
# custom:
#   objective: 6
#   page: 13
#   shared:
#     6.1.1:
#       ask: plain
#       decides: existence
#       page: 14
#       remedy: Add a `monitoring` record for the channel with `mechanisms`, `privacy` and `evidence`.
#       never_decidable: whether the monitoring runs, sees misuse, and keeps privacy in fact
#       reasons:
#         not_opened: &not_opened
#           text: "the decision was not to open this channel now: nothing is distributed through it"
#           basis: ai800
#       example: |
#         monitoring:
#           - channel: api
#             mechanisms: [Weekly review of flagged requests]
#             privacy: Reviewers see requests without account data.
#             evidence: [docs/safety/monitoring.md#mechanisms]
#     6.1.2:
#       ask: plain
#       decides: existence
#       page: 14
#       remedy: Describe the built or procured system in `monitoring[].automated_detection` with `evidence`.
#       never_decidable: whether the system detects misuse
#       reasons:
#         not_opened: *not_opened
#       example: |
#         monitoring:
#           - channel: api
#             automated_detection: A classifier reads every request and answer.
#             evidence: [docs/safety/monitoring.md#detection]
#     6.1.3:
#       ask: plain
#       decides: computed
#       page: 14
#       remedy: Add `monitoring[].effectiveness` with `how` and `assessed_on`, and `evidence`.
#       never_decidable: whether misuse goes undetected; NIST gives no interval for continually
#       reasons:
#         not_opened: *not_opened
#       example: |
#         monitoring:
#           - channel: api
#             effectiveness:
#               how: A red team tries to pass the classifier every quarter.
#               assessed_on: "2026-05-01"
#             evidence: [docs/safety/monitoring.md#effectiveness]
#     6.1.5:
#       ask: consider
#       decides: existence
#       page: 14
#       remedy: Describe `monitoring[].tiers` with `evidence`, or record under `considered` as ipd:6.1.5 why one tier is enough.
#       never_decidable: whether the tiers help resources, privacy and coverage
#       reasons:
#         not_opened: *not_opened
#       example: |
#         monitoring:
#           - channel: api
#             tiers: A cheap classifier first, then a larger model, then two reviewers.
#             evidence: [docs/safety/monitoring.md#tiers]
#     6.1.6:
#       ask: consider
#       decides: existence
#       page: 14
#       remedy: Describe in `monitoring[].ecosystem_watch` what is watched (repositories, forums, incident reports, known malware) with `evidence`.
#       never_decidable: whether the watch would see misuse
#       findings:
#         not_watched: nothing says how malicious use of the model got through channel {c} is watched for
#         not_backed: the watch over channel {c} has no reference that resolves
#       reasons:
#         not_opened: *not_opened
#       example: |
#         monitoring:
#           - channel: hub
#             ecosystem_watch: Hubs, forums and incident databases are searched weekly for derivatives.
#             evidence: [docs/safety/monitoring.md#ecosystem]
#     6.1.a:
#       ask: can
#       decides: existence
#       page: 14
#       remedy: Give each channel a `monitoring` record with its mechanisms, `effectiveness.how` and `evidence`.
#       findings:
#         no_summary: channel {c} has no summary of how it is monitored
#         no_method: the summary for channel {c} does not say how effectiveness is determined
#         not_backed: the summary for channel {c} has no reference that resolves
#       reasons:
#         not_opened: *not_opened
#       example: |
#         monitoring:
#           - channel: hub
#             mechanisms: [Weekly search for derivatives on the hub]
#             effectiveness: {how: Seeded copies have to be found within a week.}
#             evidence: [docs/safety/monitoring.md#summary]
package ai800.ipd.p6_1_monitor_channels.both

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.monitoring

# METADATA
# title: Third parties that host a channel were asked to monitor it
# description: A channel that a third party hosts has a backed request to monitor for misuse and to share what is seen.
# custom:
#   ask: plain
#   decides: existence
#   page: 14
#   basis: [nist, "techfreedom:TF-28", ai800, "ai800:words", "ai800:content"]
#   remedy: State `channels[].hosted_by`, and for a third party what was asked of it in `monitoring[].asked_of_third_parties` with `evidence`.
#   never_decidable: whether the host agreed and does it
#   findings:
#     no_host: channel {c} does not say who hosts it
#     not_asked: the host of channel {c} was not asked to monitor and share
#     not_backed: what was asked of the host of channel {c} has no reference that resolves
#   reviews:
#     links_only: Do the addresses given show that the host was asked to monitor for misuse and to share what it sees regularly?
#   reasons:
#     not_opened:
#       text: "the decision was not to open this channel now: nothing is distributed through it"
#       basis: ai800
#     no_third_party_channel:
#       text: the developer hosts this channel itself
#       basis: nist
#     internal_only:
#       text: an internal channel is not a distribution channel (glossary, p.18)
#       basis: ai800
#   example: |
#     channels:
#       - {id: hub, access: widely_available_weights, hosted_by: third_party}
#     monitoring:
#       - channel: hub
#         asked_of_third_parties: The hub was asked to look for abuse and to report monthly.
#         evidence: [docs/safety/monitoring.md#hosts]
subjects["6.1.4"] := channels.ids.all

met["6.1.4"][channel.id] if {
	some c in _hosted_elsewhere
	channel := input.channels[c]
	some m in monitoring.request[c]
	evidence.backed(channel.monitoring[m])
}

not_applicable["6.1.4"][input.channels[c].id] contains "not_opened" if some c in channels.stopped

not_applicable["6.1.4"][channel.id] contains "no_third_party_channel" if {
	some channel in input.channels
	channel.hosted_by == "developer"
}

not_applicable["6.1.4"][channel.id] contains "internal_only" if {
	some channel in input.channels
	channel.access == "internal_only"
}

_hosted_elsewhere contains c if {
	some c, channel in input.channels
	channel.hosted_by == "third_party"
}

findings contains found.channel("6.1.4", "no_host", c, "hosted_by") if {
	some c, channel in input.channels
	channel.hosted_by == ""
}

findings contains found.monitoring("6.1.4", "not_asked", c, "asked_of_third_parties") if {
	some c in _hosted_elsewhere
	not monitoring.request[c]
}

findings contains found.plan("6.1.4", "not_backed", [c, m], "evidence") if {
	some c in _hosted_elsewhere
	some m in monitoring.request[c]
	not evidence.backed(input.channels[c].monitoring[m])
}
