package ai800.ipd.p5_3_deploy_when_risk_is_managed.both

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# description: Findings of 5.3.1 on the decision itself, which both variants share, by the variant that judges the channel.
decision_findings[channel.variant] contains {
	"id": "5.3.1",
	"subject": channel.id,
	"code": "no_process",
	"at": input.release.release_policy.at,
	"field": "",
	"args": {},
} if {
	some channel in input.channels
	not process_stated
}

decision_findings[channel.variant] contains {
	"id": "5.3.1",
	"subject": channel.id,
	"code": "process_not_backed",
	"at": input.release.release_policy.at,
	"field": "evidence",
	"args": {},
} if {
	some channel in input.channels
	process_stated
	not evidence.backed(input.release.release_policy)
}

decision_findings[channel.variant] contains on_decision("5.3.1", "no_decision", c, "outcome") if {
	some c, channel in input.channels
	channel.deployment.decision.outcome == ""
}

decision_findings[channel.variant] contains on_decision("5.3.1", "no_decision_date", c, "decided_on") if {
	some c, channel in input.channels
	channel.deployment.decision.given
	not dates.given(channel.deployment.decision.decided_on)
}

decision_findings[channel.variant] contains on_decision("5.3.1", "no_decider", c, "decided_by") if {
	some c, channel in input.channels
	channel.deployment.decision.given
	not texts.word(channel.deployment.decision.decided_by)
}

decision_findings[channel.variant] contains on_decision("5.3.1", "no_basis", c, "basis") if {
	some c, channel in input.channels
	channel.deployment.decision.given
	not texts.said(channel.deployment.decision.basis)
}

decision_findings[channel.variant] contains on_decision("5.3.1", "not_backed", c, "evidence") if {
	some c, channel in input.channels
	channel.deployment.decision.given
	not evidence.backed(channel.deployment.decision)
}

decision_findings[channel.variant] contains on_decision("5.3.1", "decided_in_future", c, "decided_on") if {
	some c, channel in input.channels
	channel.deployment.decision.decided_on.day > input.as_of
}

decision_findings[channel.variant] contains object.union(
	on_decision("5.3.1", "decided_late", c, "decided_on"),
	{"args": {"n": late}},
) if {
	some c, channel in input.channels
	not c in channels.stopped
	late := channel.deployment.decision.decided_on.day - channels.day[c]
	late > 0
}

decision_findings[channel.variant] contains _on_channel("no_opening_date", c, "opens_on") if {
	some c in channels.no_opening_date
	channel := input.channels[c]
}

decision_findings[channel.variant] contains _on_channel("no_profiles", c, "") if {
	some c, channel in input.channels
	not c in channels.stopped
	count(input.threat_profiles) == 0
}

decision_findings[channel.variant] contains object.union(
	on_decision("5.3.1", "contradicts_decision", c, "outcome"),
	{"args": {"outcome": channel.deployment.decision.outcome, "opens_on": channel.opens_on}},
) if {
	some c, channel in input.channels
	channel.deployment.decision.outcome in {"delay", "cancel"}
	channel.opens_on.day <= input.as_of
}

decision_findings[channel.variant] contains object.union(
	on_decision("5.3.1", "contradicts_release", c, "outcome"),
	{"args": {"outcome": channel.deployment.decision.outcome}},
) if {
	some c, channel in input.channels
	channel.deployment.decision.outcome in {"delay", "cancel"}
	not dates.given(channel.opens_on)
	input.release.status == "released"
	not c in channels.another_goes_on
}

decision_findings[channel.variant] contains object.union(
	_on_channel("contradicts_status", c, "status"),
	{"at": input.release.at, "args": {"opens_on": channel.opens_on}},
) if {
	some c, channel in input.channels
	channel.opens_on.day < input.as_of
	input.release.status == "planned"
}

_on_channel(code, c, field) := object.union(
	on_decision("5.3.1", code, c, field),
	{"at": input.channels[c].at},
)

# METADATA
# description: A finding at the decision on a channel, for a row.
on_decision(id, code, c, field) := {
	"id": id,
	"subject": input.channels[c].id,
	"code": code,
	"at": input.channels[c].deployment.decision.at,
	"field": field,
	"args": {"c": input.channels[c].id},
}

# METADATA
# description: A finding at what a channel's deployment says of a threat profile, for a row.
on_profile(id, code, c, p) := {
	"id": id,
	"subject": input.channels[c].id,
	"code": code,
	"at": input.channels[c].risks[p].at,
	"field": "",
	"args": {"c": input.channels[c].id, "p": input.threat_profiles[p].id},
}
