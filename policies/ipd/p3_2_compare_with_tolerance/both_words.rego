package ai800.ipd.p3_2_compare_with_tolerance.both

import data.ai800.lib.dates
import data.ai800.lib.ratings
import data.ai800.lib.theft

# METADATA
# description: 3.2.1, threat profiles whose capability was estimated.
estimated contains p if {
	some estimate in input.capability_estimates
	some p in estimate.threat_profiles
}

# METADATA
# description: 3.2.1, threat profiles that a theft assessment names.
named[a] := {p | some p in assessment.threat_profiles} if some a, assessment in input.security.theft_assessments

# METADATA
# description: 3.2.1, those that the last assessments before training name together.
named_before_training contains p if {
	some a in theft.prior
	some p in named[a]
}

# METADATA
# description: 3.2.1, theft assessments that combine a probability with a predicted risk.
combined := (theft.with_probability & theft.predicting) & theft.backed

# METADATA
# description: 3.2.2, theft assessments that find the risk within tolerance and below each limit they are compared with.
tolerated := ((theft.within_tolerance & with_thresholds) & within_limits) & theft.backed

# METADATA
# description: 3.2.2, theft assessments that predict a risk that reaches none of the limits of their threat profiles.
within_limits contains a if {
	some a in theft.predicting
	not theft.over[a]
}

# METADATA
# description: 3.2.2, theft assessments whose threat profiles all have a threshold that counts.
with_thresholds contains a if {
	some a, profiles in named
	count(profiles) > 0
	count(profiles - ratings.has_threshold) == 0
}

# METADATA
# description: 3.2.2, theft assessments whose threat profiles all have a limit, which a metric alone is not.
with_limits contains a if {
	some a, profiles in named
	every p in profiles { ratings.limit[p] }
}

# METADATA
# description: |
#   3.2.2, theft assessments that find an unacceptable risk and have no date. What speaks against the decision counts
#   without one too, as leaving it out must not help.
undated_intolerable contains a if {
	some a in theft.intolerable
	not dates.given(input.security.theft_assessments[a].assessed_on)
}

# METADATA
# description: 3.2.a, theft assessments with a day in the past and a predicted risk.
documented := theft.made & theft.predicting
