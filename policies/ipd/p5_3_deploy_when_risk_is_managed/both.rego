# METADATA
# scope: package
# title: Only pursue deployments where misuse risk is adequately managed.
# description: Each deployment was decided on by a stated process, in time, on the assessed risk, and the basis is on record.
# schemas:
#   - input: schema.document
# custom:
#   objective: 5
#   page: 13
#   shared:
#     5.3.1:
#       ask: plain
#       decides: computed
#       page: 13
#       remedy: Add `deployments[].decision` with `outcome`, `decided_on`, `decided_by`, `basis` and `evidence` dated on or before `opens_on`, and `release.release_policy`; for published weights add `weighing` where the marginal risk is moderate or higher.
#       never_decidable: whether benefits outweigh risks, and whether the ratings and thresholds are right
#       findings:
#         no_process: it is not stated who decides on a deployment and by which criteria
#         process_not_backed: the release policy has no reference that resolves
#         no_decision: channel {c} has no recorded decision
#         no_decision_date: channel {c} has no dated decision
#         no_decider: the decision on channel {c} does not say who took it
#         no_basis: the decision on channel {c} gives no basis
#         decided_late: channel {c} opened {n} days before it was decided on
#         decided_in_future: the decision on channel {c} is dated in the future
#         no_opening_date: channel {c} does not say when it opened, so the order cannot be shown
#         not_backed: the decision on channel {c} has no reference that resolves
#         no_profiles: no threat profile is declared, so the decision on channel {c} rests on no assessed risk
#         contradicts_decision: "channel {c} is open since {opens_on}, though the decision was {outcome}"
#         contradicts_release: "the release is declared released, but the decision on channel {c} was {outcome} and no other channel is left that could have opened"
#         contradicts_status: "channel {c} opened on {opens_on}, but the release is declared planned"
#       partial:
#         incomplete: the decision stands, but the process behind it or the day on which the channel opened is not stated
#     5.3.2:
#       ask: consider
#       decides: computed
#       page: 13
#       remedy: "State `deployments[].decision.margin_of_safety` with `evidence`, or record under `considered` as ipd:5.3.2 why none is left."
#       never_decidable: whether the margin is large enough, and whether it allows for what actors may learn later
#       findings:
#         no_margin: channel {c} states no margin of safety
#         no_profiles: no threat profile is declared, so the margin on channel {c} stands beside no risk
#         no_comparison: the margin for {p} lacks a rating or a threshold to stand between
#         larger_margin_asked: "risk {p} is severe or uncertain, so a larger margin is asked for"
#         not_backed: the decision on channel {c} has no reference that resolves
#       reasons:
#         deployment_stopped:
#           text: the decision was not to open this channel now
#           basis: nist
#     5.3.a:
#       ask: can
#       decides: consistency
#       page: 13
#       remedy: State `deployments[].decision.basis` with `evidence` and compare each risk with its threshold (closed) or its marginal rating and weighing (open).
#       never_decidable: whether the basis is sound
#       findings:
#         no_basis: channel {c} does not document why its risk was found adequately managed
#         no_profiles: no threat profile is declared, so the basis for channel {c} assesses nothing
#         no_rating: the basis for channel {c} leaves out threat profile {p}
#         residual_unacceptable: "residual risk of {p} is {residual}; the organization calls {limit} and above unacceptable"
#         decision_fails: channel {c} documents a basis, but the decision that it is the basis of does not stand (5.3.1)
#         contradicts_basis: what is declared about channel {c} contradicts itself (5.3.1), so its basis documents nothing
#         not_backed: the basis for channel {c} has no reference that resolves
#       partial:
#         incomplete: a basis is documented, but not all that it has to show
package ai800.ipd.p5_3_deploy_when_risk_is_managed.both

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.ratings
import data.ai800.lib.texts

# METADATA
# description: Line 1 of 5.3.1, as far as it is stated.
process_stated if {
	texts.word(input.release.release_policy.decides)
	texts.said(input.release.release_policy.criteria)
}

# METADATA
# description: Line 2 of 5.3.1.
decided contains c if {
	some c in argued
	decision := input.channels[c].deployment.decision
	decision.outcome != ""
	dates.given(decision.decided_on)
	texts.word(decision.decided_by)
}

# METADATA
# description: The channel's one decision states its basis (5.3.a).
argued contains c if {
	some c, channel in input.channels
	channel.deployment.given
	texts.said(channel.deployment.decision.basis)
}

# METADATA
# description: Line 3 of 5.3.1, decided on before the channel opened, or decided not to open it.
in_time contains c if {
	some c, channel in input.channels
	channels.before(channel.deployment.decision.decided_on, c)
}

in_time contains c if some c in channels.stopped

# METADATA
# description: Nobody can tell whether it was decided on in time, because the day on which it opened is unknown.
day_unknown contains c if {
	some c in channels.no_opening_date
	dates.happened(input.channels[c].deployment.decision.decided_on)
}

# METADATA
# description: Line 4 of 5.3.1, the last line of the other rows.
backed contains c if {
	some c, channel in input.channels
	evidence.backed(channel.deployment.decision)
}

# METADATA
# description: Lines 1 to 4 of 5.3.1, a decision by a stated process, complete, in time and backed.
on_record contains c if {
	process_stated
	evidence.backed(input.release.release_policy)
	some c in ((decided & in_time) & backed)
}

# METADATA
# description: Decisions that are complete but for the process or the day on which the channel opened; their proof aside.
incomplete contains c if some c in (decided & day_unknown)

incomplete contains c if {
	not process_stated
	some c in (decided & in_time)
}

# METADATA
# description: The residual risk on the channel is one that the organization's own threshold calls unacceptable.
unacceptable[c] contains p if {
	some c, channel in input.channels
	some p, risk in channel.risks
	ratings.ordinal[risk.residual] >= ratings.limit[p]
}

# METADATA
# description: The finding that goes with `unacceptable`, without id.
residual_unacceptable[c] contains {
	"subject": channel.id,
	"code": "residual_unacceptable",
	"at": channel.risks[p].at,
	"field": "residual",
	"args": {
		"c": channel.id,
		"p": input.threat_profiles[p].id,
		"residual": channel.risks[p].residual,
		"limit": ratings.word[ratings.limit[p]],
	},
} if {
	some c, found in unacceptable
	channel := input.channels[c]
	some p in found
}

# METADATA
# description: |
#   The release with all that is stated taken as proved. A row asks with it what is missing beside proof. A whole new
#   input, as in main.
proved := object.union(input, {"assume": {"links": true, "borne_out": true, "names": true, "backing": true}})
