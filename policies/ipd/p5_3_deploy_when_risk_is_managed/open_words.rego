package ai800.ipd.p5_3_deploy_when_risk_is_managed.open

import data.ai800.ipd.p5_3_deploy_when_risk_is_managed.both
import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.ratings
import data.ai800.lib.safeguards
import data.ai800.lib.texts

# Lines 1 to 7 of 5.3.1.
_accepted contains c if {
	some c in both.on_record
	c in _adequate
}

_adequate contains c if {
	some c in channels.of.open
	c in channels.stopped
}

_adequate contains c if {
	some c in _for_review
	not _grave[c]
	not _doubted[c]
}

_questions[c] contains _asked_of[rating] if {
	some c in both.on_record
	c in _for_review
	some rating in _grave[c]
}

_asked_of := {"high": "high_risk", "undetermined": "undetermined_risk"}

# Every rating is on record, and weighed or watched as far as it asks for that.
_for_review contains c if {
	some c in _recorded
	not _unexplained[c]
	every p, _ in input.threat_profiles { _weighed_or_watched[c][p] }
}

# Line 5 of 5.3.1.
_recorded contains c if {
	profiles.exist
	some c in channels.of.open
	every p, risk in input.channels[c].risks {
		risk.marginal != ""
		_marginal_recorded[p]
	}
}

_marginal_recorded[p] if {
	some p, profile in input.threat_profiles
	profile.marginal.rating != ""
	texts.said(profile.marginal.evidence_of_marginal_risk)
	evidence.backed(profile.marginal)
}

# Line 6 of 5.3.1: ratings that a person judges, even with a complete record.
_grave[c] contains risk.marginal if {
	some c in channels.of.open
	some risk in input.channels[c].risks
	risk.marginal in {"high", "undetermined"}
}

_weighed_or_watched[c] contains p if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
	risk.marginal in ratings.low_marginal
}

_weighed_or_watched[c] contains p if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
	risk.marginal in {"moderate", "high"}
	_weighed[c][p]
}

_weighed_or_watched[c] contains p if {
	some c in channels.of.open
	c in channels.watched
	some p, risk in input.channels[c].risks
	risk.marginal == "undetermined"
}

# A safeguard that counts on published weights and came in time, a benefit, and a conclusion (techfreedom:TF-29).
_weighed[c] contains p if {
	some c in both.backed
	decision := input.channels[c].deployment.decision
	texts.said(decision.weighing.conclusion)
	_benefit_weighed[c]
	some p in decision.weighing.risks
	_mitigated_in_time[c][p]
}

_benefit_weighed[c] if {
	some c in channels.of.open
	deployment := input.channels[c].deployment
	some b in deployment.benefits
	b in deployment.decision.weighing.benefits
	texts.said(input.benefits[b].claim)
	evidence.backed(input.benefits[b])
}

_mitigated_in_time[c] contains p if {
	some c in channels.of.open
	some s in input.channels[c].safeguards
	safeguards.credited[c][s]
	safeguard := input.safeguards[s]
	texts.said(safeguard.description)
	channels.before(safeguard.implemented_on, c)
	evidence.backed(safeguard)
	some p in safeguard.mitigates
}

# Rated lower on the channel than in the profile, and no safeguard that counts explains it (ai800).
_unexplained[c] contains p if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
	input.threat_profiles[p].marginal.rating == "undetermined"
	risk.marginal in {"none", "low", "moderate"}
}

_unexplained[c] contains p if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
	rating := input.threat_profiles[p].marginal.rating
	ratings.marginal_ordinal[risk.marginal] < ratings.marginal_ordinal[rating]
	not _mitigated[c][p]
}

_mitigated[c] contains p if {
	some c in channels.of.open
	some s in input.channels[c].safeguards
	safeguards.credited[c][s]
	some p in input.safeguards[s].mitigates
}

# Line 7 of 5.3.1.
_doubted[c] contains p if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
	risk.marginal in ratings.low_marginal
	not profiles.borne_out_on[c][p]
}

# What would hold if all that is stated were proved. It tells a missing proof from what is not stated, or contradicts.
_proved := claimed if {
	claimed := _claimed with input as both.proved
}

_claimed := {
	"manageable": (_adequate | _for_review),
	"documented": (_accepted | {c | some c in _concluded; _questions[c]}),
	"stands": both.on_record & (_adequate | _for_review),
	"unexplained": _unexplained,
}

# Lines of 5.3.2: a margin, and what it stands beside.
_margin contains c if {
	some c in channels.of.open
	texts.word(input.channels[c].deployment.decision.margin_of_safety)
}

_margin_compared contains c if {
	profiles.exist
	some c in _margin
	every p, risk in input.channels[c].risks {
		risk.marginal != ""
		texts.said(input.threat_profiles[p].marginal.uncertainty)
	}
}

# Lines of 5.3.a.
_concluded contains c if {
	some c in channels.of.open
	texts.said(input.channels[c].deployment.decision.weighing.conclusion)
}

_over[c] contains p if {
	some c in channels.of.open
	not c in channels.stopped
	some p in both.unacceptable[c]
}
