# METADATA
# scope: package
# title: Items of Appendix B
# description: |
#   What is recorded for an item of Appendix B, and what is missing about it. Keys are the row (B1.1) and the place of
#   the channel (c); sets hold places in input.safeguards, or findings.
# schemas:
#   - input: schema.document
package ai800.lib.items

import data.ai800.lib.considerations
import data.ai800.lib.dates
import data.ai800.lib.doubts
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.findings
import data.ai800.lib.safeguards
import data.ai800.lib.texts

_of := {
	"ipd:B1.1": "B1.1",
	"ipd:B1.2": "B1.2",
	"ipd:B1.3": "B1.3",
	"ipd:B2.1": "B2.1",
	"ipd:B2.2": "B2.2",
	"ipd:B3.1": "B3.1",
	"ipd:B3.2": "B3.2",
	"ipd:B3.3": "B3.3",
	"ipd:B3.4": "B3.4",
	"ipd:B3.5": "B3.5",
	"ipd:B4.1": "B4.1",
	"ipd:B4.2": "B4.2",
	"ipd:B4.3": "B4.3",
	"ipd:B5.1": "B5.1",
}

# METADATA
# description: Safeguards of the item that are recorded for the channel.
recorded[id][c] contains s if {
	some c, channel in input.channels
	some s in channel.recorded_safeguards
	id := _of[input.safeguards[s].kind]
}

# METADATA
# description: Those that are described and in place.
placed[id][c] contains s if {
	some id, found in recorded
	some c, safeguards_of in found
	some s in safeguards_of
	texts.said(input.safeguards[s].description)
	dates.happened(input.safeguards[s].implemented_on)
}

# METADATA
# description: Those in place of which something shows what they do at the level of the channel.
tested[id][c] contains s if {
	some c, found in safeguards.tested
	some s in found
	id := _of[input.safeguards[s].kind]
	placed[id][c][s]
}

# METADATA
# description: |
#   Those in place that a fine-tuning attack tried to remove, with what was left of them. Published weights ask for an
#   attack on the weights, hosted access for one through the fine-tuning API (techfreedom:TF-30).
attacked[id][c] contains s if {
	some id, found in placed
	some c, safeguards_of in found
	some s in safeguards_of
	some rank in _attacks[s]
	rank >= _level[input.channels[c].variant]
}

_level := {"open": 4, "closed": 3}

_attacks[s] contains evaluations.attack[e] if {
	some s, safeguard in input.safeguards
	some e in safeguard.evaluated_by_evaluations
	not evaluations.other_model[e]
	texts.word(input.evaluations[e].fine_tuning_attack.safeguard_retention)
	dates.not_after(safeguard.implemented_on, input.evaluations[e].performed_on)
}

# METADATA
# description: Findings on what is recorded, or is not, whatever the item.
gaps[id][c] contains findings.channel(id, "absent", c, "") if {
	some id in _of
	some c, _ in input.channels
	not recorded[id][c]
	not id in considerations.stated
}

gaps[id][c] contains _finding(id, c, s, {"code": "not_in_place", "field": ""}) if {
	some id, found in recorded
	some c, safeguards_of in found
	some s in safeguards_of
	not placed[id][c][s]
}

gaps[id][c] contains _finding(id, c, s, {"code": "not_backed", "field": "evidence"}) if {
	some id, found in placed
	some c, safeguards_of in found
	some s in safeguards_of
	not evidence.backed(input.safeguards[s])
}

gaps[id][c] contains object.union(doubts.other_name[e], {"id": id, "subject": input.channels[c].id}) if {
	some id, found in placed
	some c, safeguards_of in found
	some s in safeguards_of
	some e in input.safeguards[s].evaluated_by_evaluations
}

# METADATA
# description: Findings on what is in place and not shown at the level of the channel.
not_tested[id][c] contains _finding(id, c, s, {"code": "not_tested", "field": "evaluated_by"}) if {
	some id, found in placed
	some c, safeguards_of in found
	some s in safeguards_of
	not tested[id][c][s]
}

# METADATA
# description: Findings on what is in place and no fine-tuning attack measured.
not_attacked[id][c] contains _finding(id, c, s, {"code": "not_attacked", "field": "evaluated_by"}) if {
	some id, found in placed
	some c, safeguards_of in found
	some s in safeguards_of
	not attacked[id][c][s]
}

# METADATA
# description: Findings, by code, on a safeguard that stands on a channel where it cannot be had.
misplaced[code][id][c] contains _finding(id, c, s, {"code": code, "field": "channels"}) if {
	some code in ["not_credited", "contradicts_openness", "contradicts_channel"]
	some id, found in recorded
	some c, safeguards_of in found
	some s in safeguards_of
}

_finding(id, c, s, said) := {
	"id": id,
	"subject": input.channels[c].id,
	"code": said.code,
	"at": input.safeguards[s].at,
	"field": said.field,
	"args": {"c": input.channels[c].id, "s": input.safeguards[s].id},
}
