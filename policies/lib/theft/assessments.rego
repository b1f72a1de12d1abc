package ai800.lib.theft

import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.ratings
import data.ai800.lib.texts

# METADATA
# description: Places of the theft assessments in input.security.theft_assessments; the sets below hold such places.
all contains a if some a, _ in input.security.theft_assessments

# METADATA
# description: A set holds every theft assessment, and there is one.
every_one(found) if {
	count(all) > 0
	count(all - found) == 0
}

# METADATA
# description: A set holds some of the theft assessments and leaves some out.
some_but_not_every_one(found) if {
	count(found) > 0
	count(all - found) > 0
}

# METADATA
# description: Backed by something that can be read.
backed contains a if {
	some a, assessment in input.security.theft_assessments
	evidence.backed(assessment)
}

# METADATA
# description: Made by the day of the check.
made contains a if {
	some a, assessment in input.security.theft_assessments
	dates.happened(assessment.assessed_on)
}

# METADATA
# description: With a misuse risk that is predicted if the model is stolen.
predicting contains a if {
	some a, assessment in input.security.theft_assessments
	assessment.predicted_risk != ""
}

# METADATA
# description: With a word on how likely theft is.
with_probability contains a if {
	some a, assessment in input.security.theft_assessments
	texts.word(assessment.probability_of_theft)
}

# METADATA
# description: Said to be within tolerance.
within_tolerance contains a if {
	some a, assessment in input.security.theft_assessments
	assessment.within_tolerance == true
}

# METADATA
# description: Threat profiles of an assessment whose limit its predicted risk reaches.
over[a] contains p if {
	some a, assessment in input.security.theft_assessments
	some p in assessment.threat_profiles
	ratings.ordinal[assessment.predicted_risk] >= ratings.limit[p]
}

# METADATA
# description: Said not to be within tolerance, or with a risk that the organization itself calls unacceptable.
intolerable contains a if {
	some a, assessment in input.security.theft_assessments
	assessment.within_tolerance == false
}

intolerable contains a if some a, _ in over

# METADATA
# description: The last assessments made before training began; several, where they were made on the same day.
prior contains a if {
	latest := max(_days_before_training)
	some a in _before_training
	input.security.theft_assessments[a].assessed_on.day == latest
}

_days_before_training contains input.security.theft_assessments[a].assessed_on.day if some a in _before_training

_before_training contains a if {
	some a in made
	dates.not_after(input.security.theft_assessments[a].assessed_on, input.model.training.started_on)
}

# METADATA
# description: The last assessments made; several, where they were made on the same day.
last contains a if {
	latest := max(days)
	some a in made
	input.security.theft_assessments[a].assessed_on.day == latest
}

# METADATA
# description: The days on which an assessment was made.
days contains input.security.theft_assessments[a].assessed_on.day if some a in made

# METADATA
# description: A finding about one assessment.
finding(id, code, a, field) := {
	"id": id,
	"subject": "release",
	"code": code,
	"at": input.security.theft_assessments[a].at,
	"field": field,
	"args": {"id": input.security.theft_assessments[a].id},
}
