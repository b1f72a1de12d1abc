# METADATA
# scope: package
# title: Stop development if a model displays significant misuse risk.
# description: Where a risk is left above what is accepted, changing or ending the plan is decided on.
# schemas:
#   - input: schema.document
# custom:
#   page: 19
#   shared:
#     B5.1:
#       ask: consider
#       decides: computed
#       page: 19
#       remedy: Record in `deployments[].decision` that the plan is modified, delayed or cancelled with its `basis`, or under `considered` as ipd:B5.1 why not.
#       never_decidable: whether other practical safeguards would have been sufficient, theft and internal abuse included
#       notes: [absent]
#       findings:
#         absent: "channel {c}: risk {p} is left at {rating}, and changing or stopping is neither decided nor considered"
#         cannot_tell: it cannot be told whether the safeguards are sufficient for {p}
#         no_threat_profiles: without a threat profile it cannot be told whether the safeguards are sufficient
#         not_backed: the decision on channel {c} has no reference that resolves
#       example: |
#         considered:
#           - id: "ipd:B5.1"
#             outcome: Development goes on
#             because: The refusals hold since they were trained again, and the decision is looked at every quarter.
#             evidence: [docs/safety/decision.md#going-on]
package ai800.ipd.b5_stop_development.both
