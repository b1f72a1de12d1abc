# METADATA
# scope: package
# title: Detect and block attempted misuse, for hosted access
# description: What is recorded for a hosted channel is in place, tested at the access it gives, and backed.
# schemas:
#   - input: schema.document
package ai800.ipd.b2_detect_and_block.closed

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.items
import data.ai800.lib.monitoring

# METADATA
# title: Misuse is detected around the model
# description: Detection that is recorded, in place, tested and backed, and that the monitoring of the channel names too.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   findings:
#     absent: "channel {c}: detection of misuse around the model is neither recorded nor considered"
#     not_in_place: safeguard {s} has no description or is not in place by the day of the check
#     not_tested: nothing tested at the level of channel {c} shows that {s} works
#     monitoring_disagrees: safeguard {s} detects misuse, but the monitoring of channel {c} names no automated detection
#     not_backed: safeguard {s} has no reference that resolves
#   reviews:
#     links_only: Do the addresses given show what watches this channel for misuse and where people review it?
#   reasons:
#     recipient_runs_model:
#       text: vetted recipients run the model themselves, without this infrastructure
#       basis: ai800
#       alternatives: ["6.1.6", "7.1.4"]
subjects["B2.1"] := channels.ids.closed

met["B2.1"][input.channels[c].id] if {
	some c in channels.of.closed
	_monitoring_agrees[c]
	some s in items.tested["B2.1"][c]
	evidence.backed(input.safeguards[s])
}

partial["B2.1"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	items.recorded["B2.1"][c]
	not items.tested["B2.1"][c]
}

partial["B2.1"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	items.recorded["B2.1"][c]
	not _monitoring_agrees[c]
}

not_applicable["B2.1"][input.channels[c].id] contains "recipient_runs_model" if some c in _run_by_recipients

# An internal channel needs no monitoring record.
_monitoring_agrees contains c if {
	some c in channels.of.closed
	input.channels[c].rank == 0
}

_monitoring_agrees contains c if some c, _ in monitoring.detection

_run_by_recipients contains c if {
	some c in channels.of.closed
	input.channels[c].access == "gated_weights"
}

findings contains object.union(finding, {"args": {"s": input.safeguards[s].id}}) if {
	some c in channels.of.closed
	some s in items.recorded["B2.1"][c]
	not _monitoring_agrees[c]
	finding := found.monitoring("B2.1", "monitoring_disagrees", c, "automated_detection")
}

# METADATA
# title: Detected misuse is blocked
# description: Blocking or limiting that is recorded, in place, tested at the access the channel gives, and backed.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   findings:
#     absent: "channel {c}: blocking of detected misuse is neither recorded nor considered"
#     not_in_place: safeguard {s} has no description or is not in place by the day of the check
#     not_tested: nothing tested at the level of channel {c} shows that {s} works
#     not_backed: safeguard {s} has no reference that resolves
#   reviews:
#     links_only: Do the addresses given show what is blocked or limited, and what happens to users who misuse the model?
#   reasons:
#     recipient_runs_model:
#       text: vetted recipients run the model themselves; no query passes the developer
#       basis: ai800
#       alternatives: ["6.1.6", "B1.2", "B1.3"]
subjects["B2.2"] := channels.ids.closed

met["B2.2"][input.channels[c].id] if {
	some c in channels.of.closed
	some s in items.tested["B2.2"][c]
	evidence.backed(input.safeguards[s])
}

partial["B2.2"][input.channels[c].id] contains "incomplete" if {
	some c in channels.of.closed
	items.recorded["B2.2"][c]
	not items.tested["B2.2"][c]
}

not_applicable["B2.2"][input.channels[c].id] contains "recipient_runs_model" if some c in _run_by_recipients

findings contains finding if {
	some c in (channels.of.closed - _run_by_recipients)
	some id in {"B2.1", "B2.2"}
	some finding in items.gaps[id][c]
}

findings contains finding if {
	some c in channels.of.closed
	some id in {"B2.1", "B2.2"}
	some finding in items.not_tested[id][c]
}
