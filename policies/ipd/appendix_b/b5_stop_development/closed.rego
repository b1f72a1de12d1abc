# METADATA
# scope: package
# title: Stop development if a model displays significant misuse risk, for hosted access
# description: What counts is the risk that is left, beside what the organization calls unacceptable.
# schemas:
#   - input: schema.document
package ai800.ipd.b5_stop_development.closed

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.doubts
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.profiles
import data.ai800.lib.ratings
import data.ai800.lib.texts

# METADATA
# title: Where the risk left is unacceptable, the plan was changed or stopped
# description: A backed decision to modify, delay or cancel. Not asked where every residual risk is below what the organization calls unacceptable, and a low rating borne out by what was measured.
# custom:
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   reviews:
#     links_only: Do the addresses given show how the development plan was changed or ended?
#   reasons:
#     safeguards_sufficient:
#       text: every residual risk is below what the organization calls unacceptable
#       basis: nist
subjects["B5.1"] := channels.ids.closed

met["B5.1"][input.channels[c].id] if {
	some c, _ in _risky
	_changed[c]
	evidence.backed(input.channels[c].deployment.decision)
}

not_applicable["B5.1"][input.channels[c].id] contains "safeguards_sufficient" if {
	profiles.exist
	some c in channels.of.closed
	every p, _ in input.threat_profiles { _sufficient[c][p] }
}

_risky[c] contains p if {
	some c in channels.of.closed
	some p, risk in input.channels[c].risks
	ratings.ordinal[risk.residual] >= ratings.limit[p]
}

_sufficient[c] contains p if {
	some c, rated in profiles.rated
	some p in rated
	ratings.ordinal[input.channels[c].risks[p].residual] < ratings.limit[p]
	_low_is_borne_out(p, input.threat_profiles[p].risk.rating)
}

_low_is_borne_out(_, rating) if rating != "low"

_low_is_borne_out(p, _) if profiles.borne_out.closed[p]

_told[c] contains p if {
	some c, risky in _risky
	some p in risky
}

_told[c] contains p if {
	some c in channels.of.closed
	some p in profiles.rated[c]
	ratings.limit[p]
}

_changed contains c if {
	some c in channels.of.closed
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
	rating := input.channels[c].risks[p].residual
	finding := found.deployment("B5.1", "absent", c, "decision.outcome")
}

findings contains object.union(finding, {"args": {"p": profile.id}}) if {
	some c in channels.of.closed
	some p, profile in input.threat_profiles
	not _told[c][p]
	finding := found.deployment("B5.1", "cannot_tell", c, "risks")
}

findings contains found.deployment("B5.1", "no_threat_profiles", c, "risks") if {
	some c in channels.of.closed
	not profiles.exist
}

findings contains found.deployment("B5.1", "not_backed", c, "decision.evidence") if {
	some c, _ in _risky
	_changed[c]
	not evidence.backed(input.channels[c].deployment.decision)
}

findings contains object.union(finding, {"id": "B5.1", "subject": input.channels[c].id}) if {
	some c in channels.of.closed
	some finding in doubts.in_release.closed
}
