# METADATA
# scope: package
# title: Implement safeguards proportionate to the model's misuse risk.
# description: Each raised threat profile has a safeguard that stands on the channel, was in place when it opened, and was shown to work.
# schemas:
#   - input: schema.document
# custom:
#   objective: 5
#   page: 12
#   shared:
#     5.2.1:
#       ask: plain
#       decides: consistency
#       page: 12
#       never_decidable: whether the safeguards are proportionate to the risk
#       findings:
#         no_threat_profiles: no threat profile is declared, so no safeguard can be mapped to a risk
#         no_rating: threat profile {p} has no rating for channel {c}
#         unmitigated: threat profile {p} is rated {rating} and no safeguard that counts on channel {c} mitigates it
#         not_described: safeguard {s} is not described
#         no_implementation_date: safeguard {s} does not say since when it is in place
#         implemented_late: safeguard {s} came {n} days after channel {c} opened
#         not_implemented_yet: safeguard {s} is dated in the future
#         no_opening_date: channel {c} does not say when it opens
#         not_backed: safeguard {s} has no reference that resolves
#         rating_not_backed: the low rating of {p} has no reference that resolves, so it does not excuse a safeguard
#       partial:
#         not_in_time: every raised threat profile has a safeguard, but not one that is shown to have been in place when the channel opened
#       reasons:
#         deployment_stopped: {text: the decision was not to open this channel now, basis: nist}
#     5.2.2:
#       ask: plain
#       decides: computed
#       page: 12
#       remedy: Name in `safeguards[].evaluated_by` an evaluation or red team done before the channel opened, at its access level (for published weights after a removal attempt), with a `threshold` that has a `metric`.
#       never_decidable: "whether the evidence is reliable: elicitation, realism, honesty of the numbers"
#       findings:
#         no_threat_profiles: no threat profile is declared, so no safeguard can be relied on against one
#         no_rating: threat profile {p} has no rating for channel {c}
#         rating_not_backed: the low rating of {p} has no reference that resolves, so it does not excuse the evidence
#         no_safeguard: channel {c} has no safeguard whose effectiveness could be shown
#         not_evaluated: safeguard {s} is relied on and nothing shows that it works
#         no_implementation_date: safeguard {s} does not say since when it is in place, so nothing is shown to have been done with it
#         no_opening_date: channel {c} does not say when it opens, so nothing is shown to have been done before
#         other_profile: nothing that evaluated {s} is about threat profile {p}
#         undated: "{x} does not say when it was done"
#         not_done_yet: "{x} is dated in the future"
#         evaluated_late: "{x} was done {n} days after channel {c} opened"
#         evaluated_before_implementation: "{x} is older than the safeguard {s} it is to show"
#         evidence_expired: "{x} no longer holds: it ended on {ended_on}"
#         wrong_level: "{x} was not done on safeguard {s} at the level channel {c} gives ({access}), or does not say so"
#         wrong_model: "{x} was done on a model that is not shown to be the one released here"
#         not_backed: "{x} has no reference that resolves"
#         threshold_crossed: "{x}: {value} is unacceptable by threshold {t} ({operator} {bound})"
#         misused_with_safeguards: red team {x} misused the model, and does not say that the safeguards were off
#         no_measure: "{x} is not compared with a threshold for {p} and its benchmark that was set before it"
#       reviews:
#         effect: Does the recorded result show that the safeguard works well enough to be relied on?
#       partial:
#         incomplete: the safeguard was tested, but not in time, in place, at the level of the channel, for every threat profile, or not on this model
#       reasons:
#         deployment_stopped: {text: the decision was not to open this channel now, basis: nist}
#         no_safeguard_declared: {text: "no safeguard is declared for a raised threat profile, so there is none whose effectiveness could be shown: see 5.2.1", basis: ai800}
#     5.2.3:
#       ask: consider
#       decides: computed
#       page: 13
#       basis: [nist, "techfreedom:TF-09", "techfreedom:TF-30", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#       remedy: State `added_in_response` on each safeguard, and for those added name in `evaluated_by` a red team done with them in place before the channel opened, or record the consideration under `considered` as ipd:5.2.3.
#       never_decidable: whether the red team exercised the added safeguard
#       findings:
#         no_safeguard: channel {c} names no safeguard, and not every risk is shown to be low
#         safeguard_channel_mismatch: safeguard {s} and channel {c} do not name each other
#         not_said_whether_added: safeguard {s} does not say whether it was added in response to an identified risk
#         denied_but_later: safeguard {s} is said not to have been added in response, and nothing shows that it came before {x}, which is about the same threat profile
#         no_implementation_date: safeguard {s} does not say since when it is in place
#         no_opening_date: channel {c} does not say when it opens
#         no_red_team: safeguard {s} was added in response to a risk and no red team tested it in place
#         red_team_not_current: red team {r} is not dated, not done yet, or no longer valid
#         red_team_too_early: red team {r} was done before safeguard {s} was in place
#         red_team_late: red team {r} was done after channel {c} opened
#         wrong_level: red team {r} has no result with safeguards on at the level of channel {c}
#         not_backed: red team {r} has no reference that resolves
#       reviews:
#         links_only: Do the addresses given show that risk was assessed again with the added safeguards in place?
#         denied_but_later: Was the safeguard added because of the earlier evaluation of the same threat profile, and if so was risk assessed again with it in place?
#       partial:
#         incomplete: something was tested with the added safeguards in place, but not by a red team, in time and at the level of the channel, or one safeguard does not say whether it was added
#       reasons:
#         deployment_stopped: {text: the decision was not to open this channel now, basis: nist}
#         no_safeguard_declared: {text: "no safeguard is declared for a raised threat profile, so none was added: see 5.2.1", basis: ai800}
#         no_added_safeguard: {text: no safeguard on this channel was added in response to an identified risk, basis: nist}
#       example: |
#         safeguards:
#           - id: refusal-2
#             kind: ipd:B1.3
#             channels: [hub]
#             implemented_on: 2026-01-20
#             added_in_response: true
#             evaluated_by: [second-red-team]
#         red_teams:
#           - id: second-red-team
#             performed_on: 2026-01-25
#             results:
#               - {access: widely_available_weights, safeguards_on: true, outcome: not_misused}
#             evidence: [docs/red-team-2.md#results]
#         deployments:
#           - {channel: hub, safeguards: [refusal-2]}
#     5.2.a:
#       ask: can
#       decides: existence
#       page: 13
#       basis: [nist, "techfreedom:TF-09", "techfreedom:TF-30", ai800, "ai800:words", "ai800:content", "ai800:moderate"]
#       remedy: List each implemented safeguard under `safeguards` with `kind`, `description`, `channels`, `implemented_on` and `evidence`.
#       never_decidable: whether the list is complete
#       findings:
#         no_safeguards: no safeguard is listed
#         incomplete: safeguard {s} does not say {field}
#         not_implemented_yet: safeguard {s} is dated in the future
#         not_backed: safeguard {s} has no reference that resolves
#       reviews:
#         links_only: Do the addresses given list the safeguards that are in place?
#       partial:
#         incomplete: some safeguard is listed in full, and another is not
#       example: |
#         safeguards:
#           - id: filter
#             kind: ipd:B1.1
#             description: Texts on pathogens were left out of the training data.
#             channels: [hub]
#             implemented_on: 2025-07-01
#             evidence: [docs/safeguards.md#training-data]
#     5.2.b:
#       ask: can
#       decides: existence
#       page: 13
#       basis: [nist, "techfreedom:TF-09", "techfreedom:TF-30", ai800, "ai800:content", "ai800:moderate"]
#       remedy: Name in `safeguards[].evaluated_by` the evaluations and red teams of each safeguard, each with its result and `evidence`.
#       never_decidable: whether the summary is fair to the tests behind it
#       findings:
#         no_safeguards: no safeguard is listed, so no test result can be
#         not_evaluated: safeguard {s} names no evaluation and no red team that is done and still valid
#         no_result: "{x} records no result"
#         not_backed: "{x} has no reference that resolves"
#       reviews:
#         links_only: Do the addresses given summarise the results of testing the safeguards?
#       partial:
#         incomplete: some safeguard has a test with its result, and another has not
#       example: |
#         safeguards:
#           - id: filter
#             evaluated_by: [knowledge-test]
#         evaluations:
#           - id: knowledge-test
#             performed_on: 2026-02-01
#             result: {metric: share of questions answered, value: 0.2}
#             evidence: [docs/evaluations.md#knowledge-test]
package ai800.ipd.p5_2_implement_safeguards.both
