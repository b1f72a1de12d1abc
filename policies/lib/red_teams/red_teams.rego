# METADATA
# scope: package
# title: Red teams
# description: |
#   Which red teams count, and what they say. Sets hold places in input.red_teams. Those that are planned, expired or
#   invalidated earn no credit; a success against the release is looked for among all of them.
# schemas:
#   - input: schema.document
package ai800.lib.red_teams

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evidence

# METADATA
# description: Begun, not expired, not invalidated.
current contains i if {
	some i, record in input.red_teams
	dates.happened(record.performed_on)
	not i in history
}

# METADATA
# description: Planned, expired or invalidated by its own dates. What has no date is not history, nor current.
history contains i if {
	some i, record in input.red_teams
	dates.after(record.performed_on, {"day": input.as_of})
}

history contains i if {
	some i, record in input.red_teams
	record.valid_until.day < input.as_of
}

history contains i if {
	some i, record in input.red_teams
	record.invalidated_on.day <= input.as_of
}

# METADATA
# description: Current and backed, with a result that says access and outcome.
tried contains i if {
	some i, _ in results
	evidence.backed(input.red_teams[i])
}

# METADATA
# description: For each current red team, the places of its results that say access and outcome.
results[i] contains n if {
	some i in current
	some n, result in input.red_teams[i].results
	result.outcome != ""
	access.rank[result.access]
}

# METADATA
# description: |
#   For each red team, the places of its results in which the model was misused. Neither backing nor a date is asked of
#   them: what speaks against the release counts as soon as it says so.
misused[i] contains n if {
	some i, record in input.red_teams
	some n, result in record.results
	result.outcome == "misused"
}

# METADATA
# description: |
#   Red teams that succeeded and, with more access and the same safeguards, failed. Safeguards of which one of the results
#   says nothing are taken as the same, and so is access of which a success says nothing as less.
in_conflict contains i if {
	some i, successes in misused
	some n in successes
	some failure in input.red_teams[i].results
	failure.outcome == "not_misused"
	_less_access(input.red_teams[i].results[n].access, failure.access)
	_same_safeguards(input.red_teams[i].results[n].safeguards_on, failure.safeguards_on)
}

_less_access(one, other) if access.rank[one] < access.rank[other]

_less_access("", _)

_same_safeguards(one, other) if one == other

_same_safeguards(null, _)

_same_safeguards(_, null)

# METADATA
# description: |
#   For each variant, the highest rank that its channels give or a malicious actor could get there; weights are weights,
#   so 5 and 6 count as 4. A channel that does not say what it gives leaves it open.
reach[variant] := min([4, max(_ranks[variant])]) if {
	some variant, judged in channels.of
	every c in judged { input.channels[c].rank >= 0 }
}

# METADATA
# description: The level of that rank.
reach_level[variant] := level if {
	some variant, ranks in _ranks
	some level, rank in access.rank
	rank == max(ranks)
}

_ranks[variant] contains access.rank[level] if {
	some variant, judged in channels.of
	some c in judged
	some level in [input.channels[c].access, input.channels[c].deployment.malicious_access]
}
