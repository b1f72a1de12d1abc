# METADATA
# scope: package
# title: Provide safe harbors for third-party safety research.
# description: How outsiders report issues of the model, what they are safe from, and what access they are given; the same for every release.
# schemas:
#   - input: schema.document
# custom:
#   objective: 6
#   page: 15
package ai800.ipd.p6_4_provide_safe_harbour.both

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: A disclosure policy covers issues of the model
# description: A policy that covers how the model behaves and not only code, how to report, how issues reach the public, how the organization responds, and evidence.
# custom:
#   ask: plain
#   decides: existence
#   page: 15
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Publish the policy in the repository and state `disclosure.policy`, `covers_model_behaviour`, `how_to_report`, `advisories` and `response_commitment`.
#   never_decidable: whether the policy is clear, and whether it is public when the repository is not
#   findings:
#     no_policy: no vulnerability disclosure policy is named
#     code_only: the policy is not said to cover model safety issues, only code
#     no_way_to_report: the policy does not say how to reach the developer
#     no_public_sharing: the policy does not say how issues are shared with the public
#     no_response: the policy does not say how the organization responds
#     not_backed: the policy has no reference that resolves
#   reviews:
#     links_only: Does the policy at the address given say how model safety issues are shared with the developer and the public and how the organization responds?
#   partial:
#     incomplete: a policy or a way to report is named, but not all that is asked of it
#   example: |
#     disclosure:
#       policy: The vulnerability disclosure policy in SECURITY.md
#       covers_model_behaviour: true
#       how_to_report: Write to safety@example.org
#       advisories: Findings are published within ninety days.
#       response_commitment: An answer within five working days.
#       evidence: [SECURITY.md]
subjects["6.4.1"] := channels.release.all

met["6.4.1"].release if {
	_policy_complete
	evidence.backed(input.disclosure)
}

partial["6.4.1"].release contains "incomplete" if {
	texts.word(input.disclosure.policy)
	not _policy_complete
}

partial["6.4.1"].release contains "incomplete" if {
	texts.word(input.disclosure.how_to_report)
	not _policy_complete
}

_policy_complete if {
	texts.word(input.disclosure.policy)
	texts.word(input.disclosure.how_to_report)
	input.disclosure.covers_model_behaviour == true
	texts.word(input.disclosure.advisories)
	texts.said(input.disclosure.response_commitment)
}

findings contains found.section("6.4.1", "no_policy", "disclosure.policy") if {
	not texts.word(input.disclosure.policy)
}

findings contains found.section("6.4.1", "code_only", "disclosure.covers_model_behaviour") if {
	input.disclosure.given
	input.disclosure.covers_model_behaviour != true
}

findings contains found.section("6.4.1", "no_way_to_report", "disclosure.how_to_report") if {
	input.disclosure.given
	not texts.word(input.disclosure.how_to_report)
}

findings contains found.section("6.4.1", "no_public_sharing", "disclosure.advisories") if {
	input.disclosure.given
	not texts.word(input.disclosure.advisories)
}

findings contains found.section("6.4.1", "no_response", "disclosure.response_commitment") if {
	input.disclosure.given
	not texts.said(input.disclosure.response_commitment)
}

findings contains found.section("6.4.1", "not_backed", "disclosure.evidence") if {
	input.disclosure.given
	not evidence.backed(input.disclosure)
}

# METADATA
# title: Good-faith research is safe from legal action and from restriction of accounts
# description: A safe harbour that rules out both, beside a disclosure policy to comply with, and evidence.
# custom:
#   ask: plain
#   decides: existence
#   page: 15
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Add `disclosure.safe_harbour` with `text`, `no_legal_action: true`, `no_account_restriction: true` and `evidence`."
#   never_decidable: whether the commitment binds
#   findings:
#     no_safe_harbour: there is no safe harbour text
#     legal_action_open: the safe harbour does not rule out legal action
#     account_restriction_open: the safe harbour does not rule out restricting accounts
#     no_policy: the safe harbour has no disclosure policy to comply with
#     not_backed: the safe harbour has no reference that resolves
#   reviews:
#     links_only: Does the text at the address given commit to no legal action and no account restriction against good-faith researchers who follow the disclosure policy?
#   partial:
#     incomplete: a safe harbour is stated, but not both commitments beside a disclosure policy
#   example: |
#     disclosure:
#       policy: The vulnerability disclosure policy in SECURITY.md
#       safe_harbour:
#         text: Research in good faith under this policy is authorised.
#         no_legal_action: true
#         no_account_restriction: true
#         evidence: [SECURITY.md#safe-harbour]
subjects["6.4.2"] := channels.release.all

met["6.4.2"].release if {
	_harbour_complete
	_rests_on_something(input.disclosure.safe_harbour)
}

partial["6.4.2"].release contains "incomplete" if {
	_safe_harbour
	_some_commitment
	not _harbour_complete
}

_harbour_complete if {
	_safe_harbour
	_no_legal_action
	_no_account_restriction
	texts.word(input.disclosure.policy)
}

_safe_harbour if texts.said(input.disclosure.safe_harbour.text)

_some_commitment if _no_legal_action

_some_commitment if _no_account_restriction

_no_legal_action if input.disclosure.safe_harbour.no_legal_action == true

_no_account_restriction if input.disclosure.safe_harbour.no_account_restriction == true

_rests_on_something(record) if evidence.backed(record)

_rests_on_something(_) if evidence.backed(input.disclosure)

findings contains found.section("6.4.2", "no_safe_harbour", "disclosure.safe_harbour") if not _safe_harbour

findings contains found.section("6.4.2", "legal_action_open", "disclosure.safe_harbour.no_legal_action") if {
	input.disclosure.safe_harbour.given
	not _no_legal_action
}

findings contains found.section("6.4.2", "account_restriction_open", "disclosure.safe_harbour.no_account_restriction") if {
	input.disclosure.safe_harbour.given
	not _no_account_restriction
}

findings contains found.section("6.4.2", "no_policy", "disclosure.policy") if {
	input.disclosure.safe_harbour.given
	not texts.word(input.disclosure.policy)
}

findings contains found.section("6.4.2", "not_backed", "disclosure.safe_harbour") if {
	input.disclosure.safe_harbour.given
	not _rests_on_something(input.disclosure.safe_harbour)
}

# METADATA
# title: Vetted outside researchers are supported
# description: How researchers get support or access, with evidence. That weights are public does not answer it by itself.
# custom:
#   ask: consider
#   decides: existence
#   page: 15
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Describe `disclosure.researcher_access.process` with `evidence`, or record under `considered` as ipd:6.4.3 why none is offered.
#   never_decidable: whether researchers get the access
#   findings:
#     no_support: nothing is offered to vetted researchers and nothing says why not
#     not_backed: the support for researchers has no reference that resolves
#   reviews:
#     links_only: Does the address given describe support for vetted outside researchers?
#   example: |
#     disclosure:
#       researcher_access:
#         process: Apply with a short research plan; an answer comes within two weeks.
#         evidence: [docs/governance/researchers.md#access]
subjects["6.4.3"] := channels.release.all

met["6.4.3"].release if {
	texts.said(input.disclosure.researcher_access.process)
	_rests_on_something(input.disclosure.researcher_access)
}

findings contains found.section("6.4.3", "no_support", "disclosure.researcher_access") if {
	not texts.said(input.disclosure.researcher_access.process)
	not "6.4.3" in considerations.stated
}

findings contains found.section("6.4.3", "not_backed", "disclosure.researcher_access") if {
	texts.said(input.disclosure.researcher_access.process)
	not _rests_on_something(input.disclosure.researcher_access)
}
