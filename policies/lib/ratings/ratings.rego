# METADATA
# scope: package
# title: Ratings
# description: Ratings in their order, and the limit that the organization set. Keys are places in input.threat_profiles.
# schemas:
#   - input: schema.document
package ai800.lib.ratings

# METADATA
# description: Absolute ratings in their order.
ordinal := {"low": 1, "moderate": 2, "high": 3, "severe": 4}

# METADATA
# description: Marginal ratings in their order; undetermined has none.
marginal_ordinal := {"none": 0, "low": 1, "moderate": 2, "high": 3}

# METADATA
# description: Marginal ratings from which a safeguard is asked for.
raised_marginal := {"moderate", "high", "undetermined"}

# METADATA
# description: Marginal ratings that ask for nothing.
low_marginal := {"none", "low"}

# METADATA
# description: Thresholds that say from where on a risk is unacceptable; an empty one does not count.
counting contains t if {
	some t, threshold in input.thresholds
	ordinal[threshold.unacceptable_from]
}

counting contains t if {
	some t, threshold in input.thresholds
	threshold.metric.operator != ""
	is_number(threshold.metric.value.value)
}

# METADATA
# description: Threat profiles that have a threshold that counts.
has_threshold contains p if {
	some p, profile in input.threat_profiles
	some t in profile.thresholds
	t in counting
}

# METADATA
# description: The lowest rating that the organization calls unacceptable, as an ordinal; a lower one is acceptable.
limit[p] := min(levels) if {
	some p, profile in input.threat_profiles
	levels := [ordinal[input.thresholds[t].unacceptable_from] | some t in profile.thresholds]
	count(levels) > 0
}

# METADATA
# description: The word for an ordinal.
word := {1: "low", 2: "moderate", 3: "high", 4: "severe"}
