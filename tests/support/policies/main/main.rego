# METADATA
# scope: package
# description: A policy set as small as the contract allows, for tests of the engines.
package ai800.main

# METADATA
# description: One row for each channel, and one for the release.
# entrypoint: true
answers := {"p5_3_small": {"both": {
	"verdicts": {"5.3.1": _channels, "5.3.2": {"release": _release}},
	"findings": _findings,
}}}

_channels[channel.id] := {"verdict": "met", "because": set()} if {
	some channel in input.channels
	_backed[channel.id]
}

_channels[channel.id] := {"verdict": "partial", "because": {"unbacked", "incomplete"}} if {
	some channel in input.channels
	not _backed[channel.id]
}

_release := {"verdict": "needs_review", "because": {"whole"}} if {
	input.flop >= 10000000000000000000000000
} else := {"verdict": "unmet", "because": set()}

_findings contains _finding(channel) if {
	some channel in input.channels
	not _backed[channel.id]
}

_finding(channel) := {
	"id": "5.3.1",
	"subject": channel.id,
	"code": "not_backed",
	"at": channel.at,
	"field": "evidence",
	"args": {"c": channel.id, "names": {name | some name in channel.names}},
}

_backed[channel.id] if {
	some channel in input.channels
	channel.backed
}
