package ai800.ipd.p6_1_monitor_channels.closed

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.monitoring

# METADATA
# title: Detection has tiers
# description: Tiers of detection on the channel are described, with evidence.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   findings:
#     no_tiers: channel {c} neither uses tiered detection nor says why not
#     not_backed: the tiers on channel {c} have no reference that resolves
#   reviews:
#     links_only: Do the addresses given describe the tiers of detection?
#   reasons:
#     internal_only:
#       text: an internal channel is not a distribution channel (glossary, p.18); use by staff is judged at ipd:B3.5
#       basis: ai800
#       alternatives: ["B3.5"]
#     recipient_runs_model:
#       text: vetted recipients run the model themselves; see ipd:6.1.6
#       basis: ai800
#       alternatives: ["6.1.6"]
subjects["6.1.5"] := channels.ids.closed

met["6.1.5"][input.channels[c].id] if {
	some c in channels.of.closed
	some m in monitoring.tiers[c]
	evidence.backed(input.channels[c].monitoring[m])
}

not_applicable["6.1.5"][input.channels[c].id] contains reason if some c, reason in _out_of_sight

findings contains found.monitoring("6.1.5", "no_tiers", c, "tiers") if {
	some c in channels.of.closed
	not monitoring.tiers[c]
	not "6.1.5" in considerations.stated
}

findings contains found.plan("6.1.5", "not_backed", [c, m], "evidence") if {
	some c in channels.of.closed
	some m in monitoring.tiers[c]
	not evidence.backed(input.channels[c].monitoring[m])
}

# METADATA
# title: Where vetted recipients run the model, their use is watched
# description: Mechanisms other than direct monitoring by which malicious use by recipients would be seen, with evidence. Asked only where recipients hold the weights.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800, "ai800:words", "ai800:content"]
#   reviews:
#     links_only: Do the addresses given show how use of the model by its recipients is watched?
#   reasons:
#     no_independent_operation:
#       text: users of this channel cannot run the model themselves; published weights are judged on their own channel
#       basis: nist
subjects["6.1.6"] := channels.ids.closed

met["6.1.6"][input.channels[c].id] if {
	some c in _run_by_recipients
	some m in monitoring.ecosystem_watch[c]
	evidence.backed(input.channels[c].monitoring[m])
}

not_applicable["6.1.6"][input.channels[c].id] contains "not_opened" if some c in (channels.of.closed & channels.stopped)

not_applicable["6.1.6"][input.channels[c].id] contains "no_independent_operation" if {
	some c in channels.of.closed
	input.channels[c].rank in {0, 1, 2, 3}
}

_run_by_recipients contains c if {
	some c in channels.of.closed
	input.channels[c].access == "gated_weights"
}

findings contains found.monitoring("6.1.6", "not_watched", c, "ecosystem_watch") if {
	some c in _run_by_recipients
	not monitoring.ecosystem_watch[c]
	not "6.1.6" in considerations.stated
}

findings contains found.plan("6.1.6", "not_backed", [c, m], "evidence") if {
	some c in _run_by_recipients
	some m in monitoring.ecosystem_watch[c]
	not evidence.backed(input.channels[c].monitoring[m])
}

# METADATA
# title: The monitoring of each channel is summarised
# description: The mechanisms (for vetted recipients of weights, the watch over the ecosystem), and how one knows that they work, with evidence.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800, "ai800:words", "ai800:content"]
#   reviews:
#     links_only: Do the addresses given summarise the monitoring of this channel and how its effectiveness is determined?
#   reasons:
#     internal_only:
#       text: an internal channel is not a distribution channel (glossary, p.18)
#       basis: ai800
subjects["6.1.a"] := channels.ids.closed

met["6.1.a"][input.channels[c].id] if {
	some c, told in _summary
	some m in (told & monitoring.method[c])
	evidence.backed(input.channels[c].monitoring[m])
}

partial["6.1.a"][input.channels[c].id] contains "incomplete" if {
	some c, _ in _summary
	not _with_method[c]
}

not_applicable["6.1.a"][input.channels[c].id] contains "not_opened" if some c in (channels.of.closed & channels.stopped)

not_applicable["6.1.a"][input.channels[c].id] contains "internal_only" if {
	some c in channels.of.closed
	input.channels[c].access == "internal_only"
}

_summary[c] contains m if {
	some c in channels.of.closed
	some m in monitoring.mechanisms[c]
}

_summary[c] contains m if {
	some c in _run_by_recipients
	some m in monitoring.ecosystem_watch[c]
}

_with_method contains c if {
	some c, told in _summary
	count(told & monitoring.method[c]) > 0
}

findings contains found.channel("6.1.a", "no_summary", c, "") if {
	some c in channels.of.closed
	not _summary[c]
}

findings contains found.plan("6.1.a", "no_method", [c, m], "effectiveness.how") if {
	some c, told in _summary
	some m in told
	not monitoring.method[c][m]
}

findings contains found.plan("6.1.a", "not_backed", [c, m], "evidence") if {
	some c, told in _summary
	some m in told
	not evidence.backed(input.channels[c].monitoring[m])
}
