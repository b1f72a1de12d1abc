# METADATA
# scope: package
# title: Limit access to the model's capabilities, for hosted access
# description: Who is let in, what they can do and how access ends is recorded, tested at the access the channel gives, and backed.
# schemas:
#   - input: schema.document
package ai800.ipd.b3_limit_access.closed

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.doubts
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.items
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# title: Access is limited to contexts and users with lower risk
# description: A limit that is recorded, in place, tested and backed, on a channel that states its gate; without one a person judges what limits it.
# custom:
#   basis: [nist, "techfreedom:TF-31", ai800, "ai800:words", "ai800:content"]
#   findings:
#     absent: "channel {c}: a limit to lower-risk contexts and users is neither recorded nor considered"
#     not_in_place: safeguard {s} has no description or is not in place by the day of the check
#     not_tested: nothing tested at the level of channel {c} shows that {s} works
#     no_gate: safeguard {s} limits users or contexts, but channel {c} states no gate
#     not_backed: safeguard {s} has no reference that resolves
#   reviews:
#     no_gate: What limits contexts or users on this channel, given that no gate is stated for it?
#     links_only: Do the addresses given show what limits contexts or users on this channel?
subjects["B3.2"] := channels.ids.closed

met["B3.2"][input.channels[c].id] if {
	some c in channels.of.closed
	_gated[c]
	some s in items.tested["B3.2"][c]
	evidence.backed(input.safeguards[s])
}

needs_review["B3.2"][input.channels[c].id] contains "no_gate" if {
	some c in channels.of.closed
	not _gated[c]
	some s in items.tested["B3.2"][c]
	evidence.backed(input.safeguards[s])
}

partial["B3.2"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	items.recorded["B3.2"][c]
	not items.tested["B3.2"][c]
}

_gated contains c if {
	some c in channels.of.closed
	not input.channels[c].gate.kind in {"none", ""}
}

findings contains object.union(finding, {"args": {"s": input.safeguards[s].id}}) if {
	some c in channels.of.closed
	some s in items.recorded["B3.2"][c]
	not _gated[c]
	finding := found.channel("B3.2", "no_gate", c, "gate")
}

# METADATA
# title: Access can be reduced when misuse is detected
# description: A backed procedure for taking the model back. Where vetted recipients hold the weights, a person judges whether it can work.
# custom:
#   basis: [nist, "techfreedom:TF-32", ai800, "ai800:words", "ai800:content"]
#   findings:
#     absent: "channel {c}: reducing access when misuse is detected is neither recorded nor considered"
#     no_procedure: channel {c} does not say how access would be reduced
#     recipients_hold_weights: recipients of channel {c} hold the weights; only a person can judge whether access can be reduced
#     not_backed: the roll-back of channel {c} has no reference that resolves
#   reviews:
#     recipients_hold_weights: Can access really be reduced on this channel when misuse is detected, although recipients hold the weights?
#     links_only: Do the addresses given show how access is reduced on this channel when misuse is detected?
#   partial:
#     no_procedure: a safeguard that reduces access is recorded, but not how it is done
subjects["B3.3"] := channels.ids.closed

met["B3.3"][input.channels[c].id] if {
	some c in _procedure
	_procedure_backed[c]
	input.channels[c].rank in {0, 1, 2, 3}
}

needs_review["B3.3"][input.channels[c].id] contains "recipients_hold_weights" if {
	some c in _procedure
	_procedure_backed[c]
	input.channels[c].rank == 4
}

partial["B3.3"][input.channels[c].id] contains "no_procedure" if {
	some c in channels.of.closed
	items.recorded["B3.3"][c]
	not c in _procedure
}

_procedure contains c if {
	some c in channels.of.closed
	rollback := input.channels[c].deployment.rollback
	rollback.possible == true
	texts.said(rollback.how)
}

_procedure_backed contains c if {
	some c in channels.of.closed
	evidence.backed(input.channels[c].deployment.rollback)
}

_procedure_backed contains c if {
	some c in channels.of.closed
	some s in items.placed["B3.3"][c]
	evidence.backed(input.safeguards[s])
}

findings contains found.channel("B3.3", "absent", c, "") if {
	some c in channels.of.closed
	not c in _roll_back_named
	not "B3.3" in considerations.stated
}

findings contains found.deployment("B3.3", "no_procedure", c, "rollback") if {
	some c in _roll_back_named
	not c in _procedure
}

findings contains found.deployment("B3.3", "recipients_hold_weights", c, "rollback") if {
	some c in channels.of.closed
	input.channels[c].deployment.rollback.possible == true
	input.channels[c].rank == 4
}

findings contains found.deployment("B3.3", "not_backed", c, "rollback") if {
	some c in _procedure
	not c in _procedure_backed
}

_roll_back_named contains c if {
	some c in channels.of.closed
	items.recorded["B3.3"][c]
}

_roll_back_named contains c if {
	some c in channels.of.closed
	input.channels[c].deployment.rollback.possible == true
}

# METADATA
# title: Capabilities or features are limited
# description: A limit that is recorded, in place, tested at the access the channel gives, and backed.
# custom:
#   basis: [nist, "ai800:words", "ai800:content"]
#   findings:
#     not_tested: nothing tested at the level of channel {c} shows that {s} works
#   reviews:
#     links_only: Do the addresses given show which capabilities or features are limited, and how?
subjects["B3.4"] := channels.ids.closed

met["B3.4"][input.channels[c].id] if {
	some c in channels.of.closed
	some s in items.tested["B3.4"][c]
	evidence.backed(input.safeguards[s])
}

partial["B3.4"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	items.recorded["B3.4"][c]
	not items.tested["B3.4"][c]
}

findings contains finding if {
	some c in channels.of.closed
	some id in {"B3.2", "B3.4"}
	some finding in items.gaps[id][c]
}

findings contains finding if {
	some c in channels.of.closed
	some id in {"B3.2", "B3.4"}
	some finding in items.not_tested[id][c]
}

# METADATA
# title: A model of severe risk is kept to those who develop and evaluate it
# description: Where a risk may be high or severe, the channel is internal only, and internal use is limited, with evidence. It is not asked where every rating is low or moderate, backed, and a low one borne out by what was measured.
# custom:
#   basis: [nist, "techfreedom:TF-10", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   findings:
#     absent: "channel {c} gives others access, and restriction to those who develop and evaluate is neither recorded nor considered"
#     contradicts_channel: safeguard {s} restricts the model to its developers, but channel {c} gives access to others
#     no_internal_limits: channel {c} does not say how internal use is limited and logged
#     not_backed: the internal limits have no reference that resolves
#   reviews:
#     links_only: Do the addresses given show the internal protections (log of use, subset of staff, more than one person, same safeguards)?
#   reasons:
#     no_severe_risk:
#       text: no threat profile is rated high or severe
#       basis: ai800
#   partial:
#     incomplete: the channel is internal only, but not all that is asked of internal use is there
subjects["B3.5"] := channels.ids.closed

met["B3.5"][input.channels[c].id] if {
	some c in _limited_inside
	evidence.backed(input.channels[c].deployment.internal_access)
}

partial["B3.5"][input.channels[c].id] contains "incomplete" if {
	some c in _internal
	not c in _limited_inside
}

not_applicable["B3.5"][input.channels[c].id] contains "no_severe_risk" if {
	_no_severe_risk
	some c in channels.of.closed
}

_internal contains c if {
	some c in channels.of.closed
	input.channels[c].access == "internal_only"
}

_limited_inside contains c if {
	some c in _internal
	texts.said(input.channels[c].deployment.internal_access.limits)
}

_no_severe_risk if {
	profiles.exist
	every p, profile in input.threat_profiles {
		profile.risk.rating in {"low", "moderate"}
		evidence.backed(profile.risk)
		_low_is_borne_out(p, profile.risk.rating)
	}
}

_low_is_borne_out(_, "moderate")

_low_is_borne_out(p, "low") if profiles.borne_out.closed[p]

findings contains found.channel("B3.5", "absent", c, "") if {
	some c in _given_to_others
	not items.recorded["B3.5"][c]
	not "B3.5" in considerations.stated
	not _no_severe_risk
}

findings contains finding if {
	some c in _given_to_others
	some finding in items.misplaced.contradicts_channel["B3.5"][c]
}

findings contains found.deployment("B3.5", "no_internal_limits", c, "internal_access.limits") if {
	some c in _internal
	not c in _limited_inside
}

findings contains found.deployment("B3.5", "not_backed", c, "internal_access.evidence") if {
	some c in _limited_inside
	not evidence.backed(input.channels[c].deployment.internal_access)
}

_given_to_others contains c if {
	some c in channels.of.closed
	input.channels[c].rank >= 1
}

findings contains object.union(finding, {"id": "B3.5", "subject": input.channels[c].id}) if {
	some c in channels.of.closed
	some finding in doubts.in_release.closed
}
