package ai800.lib.findings

# METADATA
# description: In one entry of a list without ids, by its place in the list and in the release file.
entry(id, code, [n, at], field) := {
	"id": id,
	"subject": "release",
	"code": code,
	"at": at,
	"field": field,
	"args": {"n": n + 1},
}
