package ai800.ipd.p3_3_maintain_security.both

import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# description: Places of the security measures. The sets below hold those of which a line of the practice is true.
measures contains m if some m, _ in input.security.measures

# METADATA
# description: A set holds every measure, and there is one.
every_measure(set_of) if {
	count(measures) > 0
	count(measures - set_of) == 0
}

# METADATA
# description: A set holds some of the measures and leaves some out.
some_but_not_every_measure(set_of) if {
	count(set_of) > 0
	count(measures - set_of) > 0
}

backed contains m if {
	some m, record in input.security.measures
	evidence.backed(record)
}

worded contains m if {
	some m, record in input.security.measures
	texts.word(record.measure)
}

# METADATA
# description: 3.3.1, says what it is and what it protects.
described contains m if {
	some m in worded
	count(input.security.measures[m].protects) > 0
}

with_threat contains m if {
	some m, record in input.security.measures
	count(record.against) > 0
}

# METADATA
# description: Measures by what they protect.
protecting.weights contains m if {
	some m, record in input.security.measures
	"weights" in record.protects
}

# METADATA
# description: Measures by what they are against.
against.exfiltration contains m if {
	some m, record in input.security.measures
	"exfiltration" in record.against
}

against.extraction contains m if {
	some m, record in input.security.measures
	"extraction" in record.against
}

against.insider contains m if {
	some m, record in input.security.measures
	"insider" in record.against
}

# METADATA
# description: 3.3.a, with evidence of its own or of the section as a whole.
summarized contains m if some m in backed

summarized contains m if {
	evidence.backed(input.security)
	some m in measures
}

# METADATA
# description: 3.3.2, nobody outside can query the model.
only_internal if {
	count(input.channels) > 0
	every channel in input.channels { channel.access == "internal_only" }
}

# METADATA
# description: 3.3.3, threat profiles with a rating.
rated contains p if {
	some p, profile in input.threat_profiles
	profile.risk.rating != ""
}

rated contains p if {
	some p, profile in input.threat_profiles
	profile.marginal.rating != ""
}

reliance_declared if input.security.relies_on_confidentiality in {true, false}
