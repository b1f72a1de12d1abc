# METADATA
# scope: package
# title: Maintain security practices sufficient to prevent model theft.
# description: Measures protect the weights against theft from outside and inside, in proportion to the risk; the rows read `security`. Once the weights are public they no longer apply.
# schemas:
#   - input: schema.document
# custom:
#   objective: 3
#   page: 9
#   shared:
#     3.3.1:
#       reviews:
#         theft_moot: &moot "Is it true that misuse risk is managed without keeping this model confidential, so that objective 3 does not ask for this?"
#       reasons:
#         weights_published: &published
#           text: "the weights are public and no other model is declared confidential, so nothing of this model is left to steal"
#           basis: "techfreedom:TF-20"
#     3.3.2:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
#     3.3.3:
#       reasons:
#         weights_published: *published
#     3.3.4:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
#     3.3.5:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
#     3.3.6:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
#     3.3.a:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
package ai800.ipd.p3_3_maintain_security.both

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.texts
import data.ai800.lib.theft

# METADATA
# title: Security measures against theft are in place
# description: Every declared measure says what it is and what it protects, with evidence; some protects the weights, and every one says what it is against.
# custom:
#   ask: plain
#   decides: existence
#   page: 9
#   basis: [nist, "techfreedom:TF-20", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "List `security.measures[]` with `measure`, `protects[]`, `against[]` and `evidence`."
#   never_decidable: "whether a measure is in place and works"
#   findings:
#     no_measures: "no security measure against model theft is declared"
#     not_described: "security measure {n} does not say what it is or what it protects"
#     not_backed: "security measure {n} rests on nothing that can be read"
#     weights_not_protected: "no measure protects the weights"
#     no_threat_named: "security measure {n} does not say what it is against"
#   reviews:
#     links_only: "Do the linked pages show the security measures?"
#   partial:
#     incomplete: "measures are described with evidence, but not every one, or none for the weights, or not what they are against"
#   example: |
#     security:
#       measures:
#         - {measure: Weights are encrypted at rest, protects: [weights], against: [exfiltration], evidence: [docs/security.md]}
subjects["3.3.1"] := channels.release.all

met["3.3.1"].release if {
	every_measure(described & backed)
	_specific
}

partial["3.3.1"].release contains "incomplete" if some_but_not_every_measure(described & backed)

partial["3.3.1"].release contains "incomplete" if {
	every_measure(described & backed)
	not _specific
}

# What is ours: the weights are among what is protected, and each measure says what it is against.
_specific if {
	count(protecting.weights) > 0
	every_measure(with_threat)
}

# METADATA
# title: Weights are protected from being carried off or extracted
# description: Some backed measure keeps the weights from being exfiltrated, and some backed measure is against extraction, which an internal model does not need.
# custom:
#   ask: plain
#   decides: existence
#   page: 9
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Add `security.measures[]` with `against: [exfiltration]` and `protects: [weights]`, and one with `against: [extraction]`."
#   never_decidable: "whether the protection works"
#   findings:
#     no_exfiltration_measure: "no backed measure keeps the weights from being carried off"
#     no_extraction_measure: "no backed measure guards against extraction through queries"
#   reviews:
#     links_only: "Do the linked pages show protection against exfiltration of the weights and against extraction?"
#   partial:
#     incomplete: "one of the two protections is in place"
#   example: |
#     security:
#       measures:
#         - {measure: Egress from the cluster is limited, protects: [weights], against: [exfiltration], evidence: [docs/security.md#egress]}
#         - {measure: Queries are limited and watched, protects: [weights], against: [extraction], evidence: [docs/security.md#queries]}
subjects["3.3.2"] := channels.release.all

met["3.3.2"].release if {
	exfiltration_prevented
	extraction_prevented
}

met["3.3.2"].release if {
	exfiltration_prevented
	only_internal
}

partial["3.3.2"].release contains "incomplete" if exfiltration_prevented

partial["3.3.2"].release contains "incomplete" if extraction_prevented

exfiltration_prevented if count((against.exfiltration & protecting.weights) & backed) > 0

extraction_prevented if count(against.extraction & backed) > 0

# METADATA
# title: Security is scaled to misuse risk
# description: The backed security section says how security is scaled to the risk and whether misuse risk relies on confidentiality, and every threat profile is rated; whether that is proportionate is for a person.
# custom:
#   ask: plain
#   decides: judgement
#   page: 9
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content"]
#   remedy: "State `security.proportionality` and `security.relies_on_confidentiality`, rate each `threat_profiles[]`, and add `security.evidence`."
#   never_decidable: "whether security is proportionate"
#   findings:
#     no_proportionality: "nothing says how security is scaled to misuse risk"
#     reliance_not_declared: "the release does not say whether it relies on confidentiality"
#     no_profiles: "no threat profile is declared, so there is no risk to be proportionate to"
#     no_rating: "threat profile {p} has no risk rating to be proportionate to"
#     not_backed: "the statement on proportion rests on nothing that can be read"
#   reviews:
#     links_only: "Is security proportionate to the rated misuse risk and to how much managing it depends on preventing theft?"
#     proportion: "Is security proportionate to the rated misuse risk and to how much managing it depends on preventing theft?"
#   partial:
#     incomplete: "proportion is stated with evidence, but not for every threat profile, or not whether confidentiality is relied on"
#   example: |
#     security:
#       relies_on_confidentiality: true
#       proportionality: Measures follow the value of the weights.
#       evidence: [docs/security.md]
subjects["3.3.3"] := channels.release.all

needs_review["3.3.3"].release contains "proportion" if {
	_proportion_stated
	reliance_declared
	profiles.every_one(rated)
}

partial["3.3.3"].release contains "incomplete" if {
	_proportion_stated
	not reliance_declared
}

partial["3.3.3"].release contains "incomplete" if {
	_proportion_stated
	not profiles.every_one(rated)
}

_proportion_stated if {
	texts.said(input.security.proportionality)
	evidence.backed(input.security)
}

# METADATA
# title: Insiders are protected against
# description: Some backed measure is against insiders, or the backed record of a channel limits internal access.
# custom:
#   ask: plain
#   decides: existence
#   page: 9
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Add `security.measures[]` with `against: [insider]`, or state `deployments[].internal_access.limits` with evidence."
#   never_decidable: "whether the protections are appropriate and used"
#   findings:
#     no_insider_protection: "no backed measure protects against insiders"
#   reviews:
#     links_only: "Do the linked pages show protection against insiders?"
#   example: |
#     security:
#       measures:
#         - {measure: Two persons approve access to weights, protects: [weights], against: [insider], evidence: [docs/security.md#access]}
subjects["3.3.4"] := channels.release.all

met["3.3.4"].release if insider_protection

insider_protection if count(against.insider & backed) > 0

insider_protection if {
	some channel in input.channels
	texts.said(channel.deployment.internal_access.limits)
	evidence.backed(channel.deployment.internal_access)
}

# METADATA
# title: Security standards are adopted
# description: The backed security section names adopted standards.
# custom:
#   ask: consider
#   decides: existence
#   page: 9
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Name the adopted standards in `security.standards[]` with `security.evidence`, or record in `considered[]` (`ipd:3.3.5`) why none."
#   never_decidable: "whether the standard is followed"
#   findings:
#     no_standards: "no security standard is named"
#     not_backed: "the named standards rest on nothing that can be read"
#   reviews:
#     links_only: "Do the linked pages show which security standards were adopted?"
#   example: |
#     security:
#       standards: [NIST CSF 2.0]
#       evidence: [docs/security.md]
subjects["3.3.5"] := channels.release.all

met["3.3.5"].release if {
	texts.all_words(input.security.standards)
	evidence.backed(input.security)
}

not_applicable[id].release contains "weights_published" if {
	theft.nothing_left
	some id, _ in subjects
}

needs_review[id].release contains "theft_moot" if {
	theft.moot
	some id, _ in subjects
	id != "3.3.3"
}
