package ai800.ipd.p2_1_identify_unacceptable_risk.both

import data.ai800.lib.dates
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.texts

# METADATA
# description: Places of the thresholds. The sets below hold those of which a line of the practice is true.
all contains t if some t, _ in input.thresholds

# METADATA
# description: A set holds every threshold, and there is one.
every_one(found) if {
	count(all) > 0
	count(all - found) == 0
}

# METADATA
# description: A set holds some of the thresholds and leaves some out.
some_but_not_every_one(found) if {
	count(found) > 0
	count(all - found) > 0
}

# METADATA
# description: For a row, the thresholds of which each of its lines about a single threshold is true.
complete := {
	"2.1.2": ((cost & actors) & scale_or_quality) & backed,
	"2.1.3": (weighing & benefits_backed) & backed,
	"2.1.4": since_impact & backed,
	"2.1.5": external_factors & backed,
	"2.1.a": (described & of_profile) & backed,
}

backed contains t if {
	some t, threshold in input.thresholds
	evidence.backed(threshold)
}

described contains t if {
	some t, threshold in input.thresholds
	texts.said(threshold.unacceptable_when)
}

of_profile contains t if {
	some t, threshold in input.thresholds
	threshold.threat_profile >= 0
}

# METADATA
# description: 2.1.1, with a rating or a complete metric, so that something can be compared with it.
comparable contains t if {
	some t, threshold in input.thresholds
	threshold.unacceptable_from != ""
}

comparable contains t if {
	some t, threshold in input.thresholds
	texts.word(threshold.metric.benchmark.grade)
	threshold.metric.operator != ""
	is_number(threshold.metric.value.value)
}

declared contains t if {
	some t, threshold in input.thresholds
	dates.happened(threshold.declared_on)
}

# METADATA
# description: 2.1.1 and 2.1.4, the day of the last look at each threshold.
last_look[t] := max(days) if {
	some t, threshold in input.thresholds
	days := [date.day | some date in [threshold.declared_on, threshold.refined_on]; dates.given(date)]
	count(days) > 0
}

# METADATA
# description: Set or refined on the day of the impact assessment of the threat profile, or since.
since_impact contains t if {
	some t, day in last_look
	some p in [input.thresholds[t].threat_profile]
	input.threat_profiles[p].impact.assessed_on.day <= day
}

# METADATA
# description: 2.1.4, set or refined on the day of the last review of the threat profiles, or since.
since_review contains t if {
	some t, day in last_look
	input.threat_profile_process.reviewed_on.day <= day
}

# METADATA
# description: |
#   2.1.1, evaluations that name a threshold which was not shown to have been declared by then. One that is planned or
#   over does not count; one that has a result and no date does, as leaving the date out must not help.
declared_late[e] := record.threshold if {
	some e, record in input.evaluations
	record.threshold >= 0
	_measured[e]
	not dates.not_after(input.thresholds[record.threshold].declared_on, record.performed_on)
}

_measured contains e if some e in evaluations.current

_measured contains e if {
	some e, record in input.evaluations
	is_number(record.result.value.value)
	not evaluations.history[e]
}

# METADATA
# description: 2.1.1, current evaluations that name a threshold which was refined after them.
refined_after[e] := record.threshold if {
	some e in evaluations.current
	record := input.evaluations[e]
	dates.after(input.thresholds[record.threshold].refined_on, record.performed_on)
}

cost contains t if {
	some t, threshold in input.thresholds
	"cost" in threshold.accounts_for
}

actors contains t if {
	some t, threshold in input.thresholds
	"actors" in threshold.accounts_for
}

scale_or_quality contains t if {
	some t, threshold in input.thresholds
	some factor in ["scale", "quality"]
	factor in threshold.accounts_for
}

weighing contains t if {
	some t, threshold in input.thresholds
	some b in threshold.benefits_weighed
	texts.said(input.benefits[b].claim)
}

benefits_backed contains t if {
	some t in weighing
	every b in input.thresholds[t].benefits_weighed { evidence.backed(input.benefits[b]) }
}

external_factors contains t if {
	some t, threshold in input.thresholds
	texts.said(threshold.external_factors)
}

# METADATA
# description: 2.1.1, threat profiles with a threshold that says what is unacceptable.
with_threshold contains p if {
	some p, profile in input.threat_profiles
	some t in profile.thresholds
	described[t]
}

# METADATA
# description: 2.1.1, threat profiles with an impact assessment that is stated and backed.
with_impact contains p if {
	some p, profile in input.threat_profiles
	texts.said(profile.impact.summary)
	evidence.backed(profile.impact)
}

# METADATA
# description: 2.1.1, threat profiles all of whose thresholds are backed.
with_backed_thresholds contains p if {
	some p, profile in input.threat_profiles
	every t in profile.thresholds { backed[t] }
}

# METADATA
# description: 2.1.1, threat profiles with a threshold that is not older than their impact assessment.
with_later_threshold contains p if {
	some p, profile in input.threat_profiles
	some t in profile.thresholds
	since_impact[t]
}
