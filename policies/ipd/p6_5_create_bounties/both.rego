# METADATA
# scope: package
# title: Create bounties for issues related to the misuse risk.
# description: A programme that pays for findings about misuse; the same for every release.
# schemas:
#   - input: schema.document
# custom:
#   objective: 6
#   page: 15
package ai800.ipd.p6_5_create_bounties.both

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: A bounty rewards findings about misuse risk
# description: A programme whose scope holds misuse, with rewards, a way to submit, a disclosure policy it rests on, and evidence.
# custom:
#   ask: plain
#   decides: existence
#   page: 16
#   basis: [nist, "ai800:content"]
#   remedy: "Add `bounty` with `scope` misuse or both, `rewards`, `submission`, `under_policy: true` and `evidence`."
#   never_decidable: whether rewards are paid
#   findings:
#     no_bounty: there is no bounty program
#     security_only: the bounty covers code security only, not misuse risk
#     no_reward: the bounty states no reward
#     no_submission: the bounty does not say how to submit
#     not_under_policy: the bounty does not rest on a disclosure policy
#     not_backed: the bounty has no reference that resolves
#   reviews:
#     links_only: Does the program at the address given reward findings about misuse risk that are disclosed under the policy?
#   partial:
#     incomplete: a bounty with a reward is stated, but not all that is asked of it
#   example: |
#     bounty:
#       scope: misuse
#       rewards: Up to ten thousand euros
#       submission: Through the disclosure form
#       under_policy: true
#       evidence: [docs/governance/bounty.md#terms]
#     disclosure:
#       policy: The vulnerability disclosure policy in SECURITY.md
subjects["6.5.1"] := channels.release.all

met["6.5.1"].release if {
	_complete
	evidence.backed(input.bounty)
}

partial["6.5.1"].release contains "incomplete" if {
	_terms
	not _complete
}

_complete if {
	_covers_misuse
	texts.word(input.bounty.rewards)
	texts.word(input.bounty.submission)
	_under_policy
}

_covers_misuse if input.bounty.scope in {"misuse", "both"}

_under_policy if {
	input.bounty.under_policy == true
	texts.word(input.disclosure.policy)
}

_terms if {
	input.bounty.scope != ""
	texts.word(input.bounty.rewards)
}

findings contains found.section("6.5.1", "no_bounty", "bounty") if input.bounty.scope == ""

findings contains found.section("6.5.1", "security_only", "bounty.scope") if input.bounty.scope == "security"

findings contains found.section("6.5.1", "no_reward", "bounty.rewards") if {
	input.bounty.given
	not texts.word(input.bounty.rewards)
}

findings contains found.section("6.5.1", "not_under_policy", "bounty.under_policy") if {
	input.bounty.given
	not _under_policy
}

findings contains found.section(id, "no_submission", "bounty.submission") if {
	some id in ["6.5.1", "6.5.a"]
	input.bounty.given
	not texts.word(input.bounty.submission)
}

findings contains found.section(id, "not_backed", "bounty.evidence") if {
	some id in ["6.5.1", "6.5.a"]
	input.bounty.given
	not evidence.backed(input.bounty)
}

# METADATA
# title: The terms of the bounty and the way to submit are described
# description: A scope, rewards and a way to submit, with evidence.
# custom:
#   ask: can
#   decides: existence
#   page: 16
#   basis: [nist, "ai800:content"]
#   remedy: State `bounty.scope`, `rewards` and `submission` and point `evidence` at the terms.
#   findings:
#     no_terms: the terms of the bounty are not stated
#     no_submission: the submission process is not stated
#     not_backed: the terms have no reference that resolves
#   reviews:
#     links_only: Do the addresses given hold the terms of the bounty and the way to submit?
#   example: |
#     bounty:
#       scope: misuse
#       rewards: Up to ten thousand euros
#       submission: Through the disclosure form
#       evidence: [docs/governance/bounty.md#terms]
subjects["6.5.a"] := channels.release.all

met["6.5.a"].release if {
	_terms
	texts.word(input.bounty.submission)
	evidence.backed(input.bounty)
}

partial["6.5.a"].release contains "incomplete" if {
	_terms
	not texts.word(input.bounty.submission)
}

partial["6.5.a"].release contains "incomplete" if {
	texts.word(input.bounty.submission)
	not _terms
}

findings contains found.section("6.5.a", "no_terms", "bounty") if not _terms
