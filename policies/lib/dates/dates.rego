# METADATA
# scope: package
# title: Dates
# description: |
#   A date is an object with `day` (days since 1970-01-01), or without it where none is given. All comparisons are
#   inclusive: the same day is in time, and still valid.
# schemas:
#   - input: schema.document
package ai800.lib.dates

# METADATA
# description: A calendar date is given.
given(date) if date.day

# METADATA
# description: The day is today or before it.
happened(date) if date.day <= input.as_of

# METADATA
# description: The first is on or before the second; false where one is missing.
not_after(first, second) if first.day <= second.day

# METADATA
# description: The day is today or after it.
coming(date) if date.day >= input.as_of

# METADATA
# description: Both are given, and the first is after the second.
after(first, second) if first.day > second.day

# METADATA
# description: A date as an argument of a finding; one that is not given is shown as such.
shown(date) := date if {
	given(date)
} else := ""
