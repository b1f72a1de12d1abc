# METADATA
# scope: package
# title: Stop development if a model displays significant misuse risk, for published weights
# description: What counts is the marginal risk that publishing adds.
# schemas:
#   - input: schema.document
package ai800.ipd.b5_stop_development.open

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.doubts
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.profiles
import data.ai800.lib.ratings
import data.ai800.lib.texts

# METADATA
# title: Where the marginal risk stays high or undetermined, the plan was changed or stopped
# description: A backed decision to modify, delay or cancel. A weighed decision to publish all the same is for a person. Not asked where every marginal risk is moderate at most, and a low one borne out by what was measured.
# custom:
#   basis: [nist, "techfreedom:TF-29", ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     cannot_tell: {basis: "techfreedom:TF-29", text: the marginal rating decides for published weights; elsewhere the absolute one does}
#     absent: {basis: "techfreedom:TF-29", text: a marginal risk that is not determined asks for a decision; absolute ratings have no such word}
#   reviews:
#     weighed_and_published: Was changing or stopping development considered before publishing with a marginal risk that is high or not determined?
#     links_only: Do the addresses given show that changing or stopping development was considered before publishing with a marginal risk that is high or not determined?
#   reasons:
#     safeguards_sufficient:
#       text: no marginal risk is rated high or undetermined
#       basis: "techfreedom:TF-29"
subjects["B5.1"] := channels.ids.open

met["B5.1"][input.channels[c].id] if {
	some c, _ in _risky
	_changed[c]
	evidence.backed(input.channels[c].deployment.decision)
}

needs_review["B5.1"][input.channels[c].id] contains "weighed_and_published" if {
	some c, _ in _risky
	decision := input.channels[c].deployment.decision
	decision.outcome == "proceed"
	texts.said(decision.weighing.conclusion)
	evidence.backed(decision)
}

not_applicable["B5.1"][input.channels[c].id] contains "safeguards_sufficient" if {
	profiles.exist
	some c in channels.of.open
	every p, _ in input.threat_profiles { _sufficient[c][p] }
}

_risky[c] contains p if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
	risk.marginal in {"high", "undetermined"}
}

_sufficient[c] contains p if {
	some c, rated in profiles.rated
	some p in rated
	input.channels[c].risks[p].marginal == "moderate"
}

_sufficient[c] contains p if {
	some c, rated in profiles.rated
	some p in rated
	input.channels[c].risks[p].marginal in ratings.low_marginal
	profiles.borne_out_on[c][p]
}

_told[c] contains p if {
	some c, risky in _risky
	some p in risky
}

_told[c] contains p if {
	some c in channels.of.open
	some p in profiles.rated[c]
}

_changed contains c if {
	some c in channels.of.open
	decision := input.channels[c].deployment.decision
	decision.outcome in {"modify", "delay", "cancel"}
	texts.said(decision.basis)
}

findings contains object.union(finding, {"args": {"p": profile.id, "rating": rating}}) if {
	some c, risky in _risky
	some p in risky
	not _changed[c]
	not "B5.1" in considerations.stated
	profile := input.threat_profiles[p]
	rating := input.channels[c].risks[p].marginal
	finding := found.deployment("B5.1", "absent", c, "decision.outcome")
}

findings contains object.union(finding, {"args": {"p": profile.id}}) if {
	some c in channels.of.open
	some p, profile in input.threat_profiles
	not _told[c][p]
	finding := found.deployment("B5.1", "cannot_tell", c, "risks")
}

findings contains found.deployment("B5.1", "no_threat_profiles", c, "risks") if {
	some c in channels.of.open
	not profiles.exist
}

findings contains found.deployment("B5.1", "not_backed", c, "decision.evidence") if {
	some c, _ in _risky
	_changed[c]
	not evidence.backed(input.channels[c].deployment.decision)
}

findings contains object.union(finding, {"id": "B5.1", "subject": input.channels[c].id}) if {
	some c, doubted in _doubts
	some finding in doubted
}

# Asked of the rating on the channel, so a profile rated higher elsewhere is doubted too.
_doubts[c] contains doubts.rating_not_supported.open[p] if {
	some c, found_low in _low
	some p in found_low
}

_doubts[c] contains finding if {
	some c, found_low in _low
	some p in (found_low & profiles.contested_on[c])
	some finding in doubts.rating_contested[p]
}

_doubts[c] contains doubts.other_name[e] if {
	some c, found_low in _low
	some p in (found_low - profiles.supported)
	some e in input.threat_profiles[p].evaluations
}

_low[c] contains p if {
	some c in channels.of.open
	some p, risk in input.channels[c].risks
	risk.marginal in ratings.low_marginal
}
