# METADATA
# scope: package
# title: Monitor distribution channels where possible, for hosted access
# description: What passes the developer is watched, by stated means that are assessed, with the privacy of users kept.
# schemas:
#   - input: schema.document
package ai800.ipd.p6_1_monitor_channels.closed

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.monitoring

# METADATA
# title: The channel is monitored for misuse, and privacy is kept
# description: Mechanisms by which misuse is looked for, how the privacy of users is kept, and evidence.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   findings:
#     no_monitoring: channel {c} is not monitored by any stated mechanism
#     no_privacy: monitoring of channel {c} does not say how users' privacy is kept
#     not_backed: monitoring of channel {c} has no reference that resolves
#   reviews:
#     links_only: Do the addresses given show that this channel is monitored for misuse and how privacy is kept?
#   partial:
#     only_asked: the third party that hosts the channel was asked to monitor it, and no mechanism is stated
#   reasons:
#     internal_only:
#       text: an internal channel is not a distribution channel (glossary, p.18); use by staff is judged at ipd:B3.5
#       basis: ai800
#       alternatives: ["B3.5"]
#     recipient_runs_model:
#       text: vetted recipients run the model themselves; ipd:6.1.6 and ipd:6.1.4 take the place of direct monitoring
#       basis: ai800
#       alternatives: ["6.1.6", "6.1.4"]
subjects["6.1.1"] := channels.ids.closed

met["6.1.1"][input.channels[c].id] if {
	some c in channels.of.closed
	some m in (monitoring.mechanisms[c] & monitoring.privacy[c])
	evidence.backed(input.channels[c].monitoring[m])
}

partial["6.1.1"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	monitoring.mechanisms[c]
	not _with_privacy[c]
}

partial["6.1.1"][input.channels[c].id] contains "only_asked" if {
	some c in channels.of.closed
	input.channels[c].hosted_by == "third_party"
	not monitoring.mechanisms[c]
	monitoring.request[c]
}

not_applicable["6.1.1"][input.channels[c].id] contains reason if some c, reason in _out_of_sight

_with_privacy contains c if {
	some c in channels.of.closed
	count(monitoring.mechanisms[c] & monitoring.privacy[c]) > 0
}

_out_of_sight[c] := "not_opened" if some c in (channels.of.closed & channels.stopped)

_out_of_sight[c] := reason if {
	some c in channels.of.closed
	not c in channels.stopped
	reason := _by_access[input.channels[c].access]
}

_by_access := {"internal_only": "internal_only", "gated_weights": "recipient_runs_model"}

findings contains found.monitoring("6.1.1", "no_monitoring", c, "mechanisms") if {
	some c in channels.of.closed
	not monitoring.mechanisms[c]
}

findings contains found.plan("6.1.1", "no_privacy", [c, m], "privacy") if {
	some c in channels.of.closed
	some m in monitoring.mechanisms[c]
	not monitoring.privacy[c][m]
}

findings contains found.plan("6.1.1", "not_backed", [c, m], "evidence") if {
	some c in channels.of.closed
	some m in monitoring.mechanisms[c]
	not evidence.backed(input.channels[c].monitoring[m])
}

# METADATA
# title: Misuse is detected automatically
# description: A system that detects misuse on the channel is described, with evidence.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   findings:
#     no_detection: channel {c} names no system that detects misuse automatically
#     not_backed: the detection on channel {c} has no reference that resolves
#   reviews:
#     links_only: Do the addresses given show that automated detection of misuse is in place on this channel?
#   reasons:
#     internal_only:
#       text: an internal channel is not a distribution channel (glossary, p.18); use by staff is judged at ipd:B3.5
#       basis: ai800
#       alternatives: ["B3.5"]
#     recipient_runs_model:
#       text: vetted recipients run the model themselves; see ipd:6.1.6
#       basis: ai800
#       alternatives: ["6.1.6"]
subjects["6.1.2"] := channels.ids.closed

met["6.1.2"][input.channels[c].id] if {
	some c in channels.of.closed
	some m in monitoring.detection[c]
	evidence.backed(input.channels[c].monitoring[m])
}

not_applicable["6.1.2"][input.channels[c].id] contains reason if some c, reason in _out_of_sight

findings contains found.monitoring("6.1.2", "no_detection", c, "automated_detection") if {
	some c in channels.of.closed
	not monitoring.detection[c]
}

findings contains found.plan("6.1.2", "not_backed", [c, m], "evidence") if {
	some c in channels.of.closed
	some m in monitoring.detection[c]
	not evidence.backed(input.channels[c].monitoring[m])
}

# METADATA
# title: Detection is assessed again and again
# description: How the effectiveness of detection is assessed, an assessment within 365 days, and evidence; an older one is for a person.
# custom:
#   basis: [nist, ai800, "ai800:365-days", "ai800:words", "ai800:content"]
#   findings:
#     no_method: channel {c} does not say how the effectiveness of detection is assessed
#     never_assessed: detection on channel {c} has no dated assessment
#     assessed_in_future: the assessment of detection on channel {c} is dated in the future
#     assessment_old: detection on channel {c} was last assessed {n} days ago
#     not_backed: the assessment of detection on channel {c} has no reference that resolves
#   reviews:
#     assessment_old: Is the last assessment of the detection recent enough to be called continual?
#     links_only: Do the addresses given show how, and when last, the detection on this channel was assessed, and is that recent enough to be called continual?
#   partial:
#     incomplete: it is said how detection is assessed, but not when it was
#   reasons:
#     internal_only:
#       text: an internal channel is not a distribution channel (glossary, p.18); use by staff is judged at ipd:B3.5
#       basis: ai800
#       alternatives: ["B3.5"]
#     recipient_runs_model:
#       text: vetted recipients run the model themselves; see ipd:6.1.6
#       basis: ai800
#       alternatives: ["6.1.6"]
subjects["6.1.3"] := channels.ids.closed

met["6.1.3"][input.channels[c].id] if {
	some c, ages in _age
	some m, age in ages
	age <= 365
	evidence.backed(input.channels[c].monitoring[m])
}

needs_review["6.1.3"][input.channels[c].id] contains "assessment_old" if {
	some c, ages in _age
	some m, age in ages
	age > 365
	evidence.backed(input.channels[c].monitoring[m])
}

partial["6.1.3"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	monitoring.method[c]
	not _age[c]
}

not_applicable["6.1.3"][input.channels[c].id] contains reason if some c, reason in _out_of_sight

# Days since the assessment, where one is dated and has happened.
_age[c][m] := input.as_of - assessed_on.day if {
	some c in channels.of.closed
	some m in monitoring.method[c]
	assessed_on := input.channels[c].monitoring[m].effectiveness.assessed_on
	dates.happened(assessed_on)
}

findings contains found.monitoring("6.1.3", "no_method", c, "effectiveness") if {
	some c in channels.of.closed
	not monitoring.method[c]
}

findings contains found.plan("6.1.3", "never_assessed", [c, m], "effectiveness.assessed_on") if {
	some c in channels.of.closed
	some m in monitoring.method[c]
	not dates.given(input.channels[c].monitoring[m].effectiveness.assessed_on)
}

findings contains found.plan("6.1.3", "assessed_in_future", [c, m], "effectiveness.assessed_on") if {
	some c in channels.of.closed
	some m in monitoring.method[c]
	input.channels[c].monitoring[m].effectiveness.assessed_on.day > input.as_of
}

findings contains object.union(finding, {"args": {"n": age}}) if {
	some c, ages in _age
	some m, age in ages
	age > 365
	finding := found.plan("6.1.3", "assessment_old", [c, m], "effectiveness.assessed_on")
}

findings contains found.plan("6.1.3", "not_backed", [c, m], "evidence") if {
	some c in channels.of.closed
	some m in monitoring.method[c]
	not evidence.backed(input.channels[c].monitoring[m])
}
