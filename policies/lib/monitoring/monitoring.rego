# METADATA
# scope: package
# title: Monitoring
# description: |
#   Where the monitoring of a channel says something, and where it does not. Keys are places in input.channels (c); sets
#   hold places in the channel's monitoring (m).
# schemas:
#   - input: schema.document
package ai800.lib.monitoring

import data.ai800.lib.texts

# METADATA
# description: Records that name mechanisms, each of them in words.
mechanisms[c] contains m if {
	some c, channel in input.channels
	some m, record in channel.monitoring
	texts.all_words(record.mechanisms)
}

# METADATA
# description: Records that describe a system that detects misuse.
detection[c] contains m if {
	some c, channel in input.channels
	some m, record in channel.monitoring
	texts.said(record.automated_detection)
}

# METADATA
# description: Records that say how the effectiveness of detection is assessed.
method[c] contains m if {
	some c, channel in input.channels
	some m, record in channel.monitoring
	texts.said(record.effectiveness.how)
}

# METADATA
# description: Records that say what hosts were asked to monitor and to share.
request[c] contains m if {
	some c, channel in input.channels
	some m, record in channel.monitoring
	texts.said(record.asked_of_third_parties)
}

# METADATA
# description: Records that describe tiers of detection.
tiers[c] contains m if {
	some c, channel in input.channels
	some m, record in channel.monitoring
	texts.said(record.tiers)
}

# METADATA
# description: Records that say how use outside the developer's reach is watched.
ecosystem_watch[c] contains m if {
	some c, channel in input.channels
	some m, record in channel.monitoring
	texts.said(record.ecosystem_watch)
}

# METADATA
# description: Records that say how the privacy of users is kept.
privacy[c] contains m if {
	some c, channel in input.channels
	some m, record in channel.monitoring
	texts.said(record.privacy)
}
