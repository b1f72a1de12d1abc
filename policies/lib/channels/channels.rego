# METADATA
# scope: package
# title: Channels
# description: |
#   Which channels a variant judges, when they open, and whether they are out. Sets hold places in input.channels.
# schemas:
#   - input: schema.document
package ai800.lib.channels

import data.ai800.lib.access
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# description: Channels by the variant that judges them.
of[channel.variant] contains i if some i, channel in input.channels

# METADATA
# description: Ids of the channels of a variant, and of all, the subjects of a row that is judged per channel.
ids.all := {channel.id | some channel in input.channels}

ids.open := {channel.id | some channel in input.channels; channel.variant == "open"}

ids.closed := {channel.id | some channel in input.channels; channel.variant == "closed"}

# METADATA
# description: The subject of a row that is judged once; a variant without a channel judges nothing.
release.all := {"release"}

release.open := {"release" | some channel in input.channels; channel.variant == "open"}

release.closed := {"release" | some channel in input.channels; channel.variant == "closed"}

_put_off := {"delay", "cancel"}

_put_off_channels contains i if {
	some i, channel in input.channels
	channel.deployment.decision.outcome in _put_off
}

# METADATA
# description: The day a channel opens; without one, the day of the release, unless the decision put it off.
day[i] := channel.opens_on.day if some i, channel in input.channels

day[i] := input.release.released_on.day if {
	some i, channel in input.channels
	not dates.given(channel.opens_on)
	not i in _put_off_channels
}

# METADATA
# description: An open channel of what is released, since the day it opened.
published contains i if {
	some i in of.open
	input.release.status == "released"
	day[i] <= input.as_of
}

# METADATA
# description: |
#   Why what the developer has to run itself cannot be had on an open channel: its weights are out, or are to be.
given_away[i] := "weights_published" if some i in published

given_away[i] := "weights_not_published_yet" if {
	some i in of.open
	not i in published
}

# METADATA
# description: Some weights are out.
weights_published if count(published) > 0

# METADATA
# description: The date has happened, and not after the channel opened; without a day only while the release is planned.
before(date, i) if {
	dates.happened(date)
	date.day <= day[i]
}

before(date, i) if {
	dates.happened(date)
	not day[i]
	input.release.status == "planned"
}

# METADATA
# description: The day on which it opens should be known and is not.
no_opening_date contains i if {
	some i, _ in input.channels
	not day[i]
	input.release.status != "planned"
	not i in stopped
}

# METADATA
# description: It was decided not to open the channel now, and it is not open.
stopped contains i if {
	some i in _put_off_channels
	dates.happened(input.channels[i].deployment.decision.decided_on)
	_not_open[i]
}

# METADATA
# description: Variants that judge a channel, and only channels that were stopped; `all` where it is so of every channel.
not_opened contains variant if {
	some variant, found in of
	count(found - stopped) == 0
}

not_opened contains "all" if {
	count(input.channels) > 0
	count(stopped) == count(input.channels)
}

_not_open[i] if {
	some i, channel in input.channels
	channel.opens_on.day > input.as_of
}

_not_open[i] if {
	some i, channel in input.channels
	not dates.given(channel.opens_on)
	input.release.status == "planned"
}

_not_open[i] if {
	some i, channel in input.channels
	not dates.given(channel.opens_on)
	i in another_goes_on
}

# METADATA
# description: Besides this channel there is one that reaches users and that was not put off.
another_goes_on contains i if {
	some i, _ in input.channels
	some other, channel in input.channels
	other != i
	channel.rank >= 1
	not other in _put_off_channels
}

# METADATA
# description: Access is opened in stages, each wider than the one before.
staged contains i if {
	some i, channel in input.channels
	stages := channel.deployment.stages
	count(stages) > 1
	every stage in stages { _stage_complete(stage) }
	every n in numbers.range(1, count(stages) - 1) { _widens(stages[n - 1], stages[n]) }
	stages[count(stages) - 1].access == channel.access
	_narrower(stages[0], stages[count(stages) - 1])
}

_stage_complete(stage) if {
	dates.given(stage.from)
	access.rank[stage.access]
	texts.word(stage.audience.grade)
}

_widens(first, second) if {
	first.from.day < second.from.day
	access.rank[first.access] <= access.rank[second.access]
}

_narrower(first, last) if access.rank[first.access] < access.rank[last.access]

_narrower(first, last) if first.audience.key != last.audience.key

# METADATA
# description: Indicators for an undetermined risk are named, with a day of review that has not passed, and backed.
watched contains i if {
	some i, channel in input.channels
	some plan in channel.monitoring
	texts.all_words(plan.indicators)
	dates.coming(plan.review_on)
	evidence.backed(plan)
}
