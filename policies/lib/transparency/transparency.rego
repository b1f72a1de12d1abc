# METADATA
# scope: package
# title: Transparency reports
# description: |
#   Which reports are of the version that is released, and what they cover. Sets hold places in
#   input.transparency.reports.
# schemas:
#   - input: schema.document
package ai800.lib.transparency

import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# description: Published by the day of the check.
published contains i if {
	some i, report in input.transparency.reports
	dates.happened(report.published_on)
}

# METADATA
# description: |
#   Published, and of the same major version as the release; where the release has no version, the one published last.
current contains i if {
	some i in published
	version := input.transparency.reports[i].version
	texts.word(version.grade)
	_major(version.key) == _major(input.release.version.key)
	versioned
}

current contains i if {
	not versioned
	some i in last
}

# METADATA
# description: Those published last.
last contains i if {
	some i in published
	input.transparency.reports[i].published_on.day == max(_days)
}

# METADATA
# description: The release has a version.
versioned if texts.word(input.release.version.grade)

# What stands before the first dot, without a leading v.
_major(version) := split(trim_prefix(version, "v"), ".")[0]

_days contains input.transparency.reports[i].published_on.day if some i in published

# METADATA
# description: Those that rest on something that can be read.
readable contains i if {
	some i in published
	evidence.backed(input.transparency.reports[i])
}

# METADATA
# description: Current reports by what they cover.
covering[topic] contains i if {
	some i in current
	some topic in input.transparency.reports[i].covers
}

# METADATA
# description: Topics that a current report covers which can be read.
shared contains topic if {
	some topic, found in covering
	count(found & readable) > 0
}
