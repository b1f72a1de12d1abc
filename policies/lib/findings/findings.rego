# METADATA
# scope: package
# title: Findings
# description: |
#   Findings of rows that are judged once for the release, at the record concerned and with its id. Records are given by
#   their places.
package ai800.lib.findings

# METADATA
# description: In an evaluation.
evaluation(id, code, e, field) := {
	"id": id,
	"subject": "release",
	"code": code,
	"at": input.evaluations[e].at,
	"field": field,
	"args": {"e": input.evaluations[e].id},
}

# METADATA
# description: In an evaluation, about one of its threat profiles.
evaluation_of(id, code, e, p) := {
	"id": id,
	"subject": "release",
	"code": code,
	"at": input.evaluations[e].at,
	"field": "",
	"args": {"e": input.evaluations[e].id, "p": input.threat_profiles[p].id},
}

# METADATA
# description: In a red team.
red_team(id, code, r, field) := {
	"id": id,
	"subject": "release",
	"code": code,
	"at": input.red_teams[r].at,
	"field": field,
	"args": {"r": input.red_teams[r].id},
}

# METADATA
# description: In a red team, about one of its threat profiles.
red_team_of(id, code, r, p) := {
	"id": id,
	"subject": "release",
	"code": code,
	"at": input.red_teams[r].at,
	"field": "",
	"args": {"r": input.red_teams[r].id, "p": input.threat_profiles[p].id},
}

# METADATA
# description: In a threat profile.
profile(id, code, p, field) := {
	"id": id,
	"subject": "release",
	"code": code,
	"at": input.threat_profiles[p].at,
	"field": field,
	"args": {"p": input.threat_profiles[p].id},
}

# METADATA
# description: In a section of the release file as a whole, there or not.
section(id, code, name) := {
	"id": id,
	"subject": "release",
	"code": code,
	"at": "",
	"field": name,
	"args": {},
}
