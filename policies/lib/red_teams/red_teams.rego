# METADATA
# scope: package
# title: Red teams
# description: Which red teams count. Sets hold places in input.red_teams.
# schemas:
#   - input: schema.document
package ai800.lib.red_teams

import data.ai800.lib.access
import data.ai800.lib.dates
import data.ai800.lib.evidence

# METADATA
# description: Begun, not expired, not invalidated.
current contains i if {
	some i, record in input.red_teams
	dates.happened(record.performed_on)
	not _expired[i]
}

_expired[i] if {
	some i, record in input.red_teams
	record.valid_until.day < input.as_of
}

_expired[i] if {
	some i, record in input.red_teams
	record.invalidated_on.day <= input.as_of
}

# METADATA
# description: Current and backed, with a result that says access and outcome.
tried contains i if {
	some i in current
	record := input.red_teams[i]
	some result in record.results
	result.outcome != ""
	access.rank[result.access]
	evidence.backed(record)
}
