package ai800.lib.findings

# METADATA
# description: On a channel, given by its place.
channel(id, code, c, field) := {
	"id": id,
	"subject": input.channels[c].id,
	"code": code,
	"at": input.channels[c].at,
	"field": field,
	"args": {"c": input.channels[c].id},
}

# METADATA
# description: In the deployment of a channel, or at the channel where it has none.
deployment(id, code, c, field) := {
	"id": id,
	"subject": input.channels[c].id,
	"code": code,
	"at": input.channels[c].deployment.at,
	"field": field,
	"args": {"c": input.channels[c].id},
} if {
	input.channels[c].deployment.given
} else := channel(id, code, c, "")

# METADATA
# description: In the first monitoring record of a channel, or at the channel where there is none.
monitoring(id, code, c, field) := {
	"id": id,
	"subject": input.channels[c].id,
	"code": code,
	"at": input.channels[c].monitoring[0].at,
	"field": field,
	"args": {"c": input.channels[c].id},
} if {
	count(input.channels[c].monitoring) > 0
} else := channel(id, code, c, "")

# METADATA
# description: In one monitoring record of a channel, by the places of both.
plan(id, code, [c, m], field) := {
	"id": id,
	"subject": input.channels[c].id,
	"code": code,
	"at": input.channels[c].monitoring[m].at,
	"field": field,
	"args": {"c": input.channels[c].id},
}

# METADATA
# description: In one stage of a channel.
stage(id, code, c, n) := {
	"id": id,
	"subject": input.channels[c].id,
	"code": code,
	"at": input.channels[c].deployment.stages[n].at,
	"field": "",
	"args": {"c": input.channels[c].id},
}
