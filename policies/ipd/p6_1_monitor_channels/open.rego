# METADATA
# scope: package
# title: Monitor distribution channels where possible, for published weights
# description: Whoever holds the weights runs the model unseen, so the ecosystem is watched in place of the channel.
# schemas:
#   - input: schema.document
package ai800.ipd.p6_1_monitor_channels.open

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.monitoring

# METADATA
# title: Direct monitoring is not asked of published weights
# description: No use passes the developer; the watch over the ecosystem and requests to hosts take its place.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800]
#   reasons:
#     weights_published:
#       text: whoever holds the weights runs the model unseen; NIST's own branch ipd:6.1.6, and ipd:6.1.4, take the place of direct monitoring
#       basis: "techfreedom:TF-28"
#       alternatives: ["6.1.6", "6.1.4"]
#     weights_not_published_yet:
#       text: "this channel is to give the weights away and is not shown to be open yet: nothing is run on it that could be watched; ipd:6.1.6 is judged already"
#       basis: ai800
#       alternatives: ["6.1.6"]
subjects["6.1.1"] := channels.ids.open

not_applicable["6.1.1"][input.channels[c].id] contains reason if some c, reason in _out_of_sight

# METADATA
# title: Automated detection is not asked of published weights
# description: Detection around the model can be left out by whoever holds it.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800]
#   reasons:
#     weights_published:
#       text: detection around the model can be left out by whoever holds the weights; NIST's own branch is ipd:6.1.6
#       basis: "techfreedom:TF-28"
#       alternatives: ["6.1.6"]
#     weights_not_published_yet:
#       text: "this channel is to give the weights away and is not shown to be open yet: nothing is run on it that could be watched; ipd:6.1.6 is judged already"
#       basis: ai800
#       alternatives: ["6.1.6"]
subjects["6.1.2"] := channels.ids.open

not_applicable["6.1.2"][input.channels[c].id] contains reason if some c, reason in _out_of_sight

# METADATA
# title: Assessing detection is not asked of published weights
# description: There is no detection whose effectiveness could be assessed.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800]
#   reasons:
#     weights_published:
#       text: there is no detection on a published artefact whose effectiveness could be assessed; NIST's own branch is ipd:6.1.6
#       basis: "techfreedom:TF-28"
#       alternatives: ["6.1.6"]
#     weights_not_published_yet:
#       text: "this channel is to give the weights away and is not shown to be open yet: nothing is run on it that could be watched; ipd:6.1.6 is judged already"
#       basis: ai800
#       alternatives: ["6.1.6"]
subjects["6.1.3"] := channels.ids.open

not_applicable["6.1.3"][input.channels[c].id] contains reason if some c, reason in _out_of_sight

# METADATA
# title: Tiers of detection are not asked of published weights
# description: Tiers need a service to detect on.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800]
#   reasons:
#     weights_published:
#       text: tiers of detection need a service to detect on; NIST's own branch is ipd:6.1.6
#       basis: "techfreedom:TF-28"
#       alternatives: ["6.1.6"]
#     weights_not_published_yet:
#       text: "this channel is to give the weights away and is not shown to be open yet: nothing is run on it that could be watched; ipd:6.1.6 is judged already"
#       basis: ai800
#       alternatives: ["6.1.6"]
subjects["6.1.5"] := channels.ids.open

not_applicable["6.1.5"][input.channels[c].id] contains reason if some c, reason in _out_of_sight

_out_of_sight[c] := "not_opened" if some c in (channels.of.open & channels.stopped)

_out_of_sight[c] := reason if {
	some c, reason in channels.given_away
	not c in channels.stopped
}

# METADATA
# title: The ecosystem is watched for malicious use
# description: Mechanisms other than direct monitoring by which malicious use of the published model would be seen, with evidence.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     not_watched: {basis: "nist", text: the draft asks it where others run the model beyond the developer’s sight}
#     not_backed: {basis: "nist", text: the draft asks it where others run the model beyond the developer’s sight}
#   reviews:
#     links_only: Do the addresses given show how patterns of malicious use of the published model are watched for?
subjects["6.1.6"] := channels.ids.open

met["6.1.6"][input.channels[c].id] if {
	some c in channels.of.open
	some m in monitoring.ecosystem_watch[c]
	evidence.backed(input.channels[c].monitoring[m])
}

not_applicable["6.1.6"][input.channels[c].id] contains "not_opened" if some c in (channels.of.open & channels.stopped)

findings contains found.monitoring("6.1.6", "not_watched", c, "ecosystem_watch") if {
	some c in channels.of.open
	not monitoring.ecosystem_watch[c]
	not "6.1.6" in considerations.stated
}

findings contains found.plan("6.1.6", "not_backed", [c, m], "evidence") if {
	some c in channels.of.open
	some m in monitoring.ecosystem_watch[c]
	not evidence.backed(input.channels[c].monitoring[m])
}

# METADATA
# title: The watch over each published channel is summarised
# description: What is watched or was asked for, and how one knows that it works, with evidence.
# custom:
#   basis: [nist, "techfreedom:TF-28", ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     no_summary: {basis: "nist", text: "a channel judged as open gives weights away, so it is never only internal"}
#   reviews:
#     links_only: Do the addresses given summarise how the published model is watched and how well that works?
subjects["6.1.a"] := channels.ids.open

met["6.1.a"][input.channels[c].id] if {
	some c in channels.of.open
	some m in (_summary[c] & monitoring.method[c])
	evidence.backed(input.channels[c].monitoring[m])
}

partial["6.1.a"][input.channels[c].id] contains "incomplete" if {
	some c, _ in _summary
	not _with_method[c]
}

not_applicable["6.1.a"][input.channels[c].id] contains "not_opened" if some c in (channels.of.open & channels.stopped)

_summary[c] contains m if {
	some c in channels.of.open
	some told in [monitoring.ecosystem_watch, monitoring.request, monitoring.mechanisms]
	some m in told[c]
}

_with_method contains c if {
	some c, told in _summary
	count(told & monitoring.method[c]) > 0
}

findings contains found.channel("6.1.a", "no_summary", c, "") if {
	some c in channels.of.open
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
