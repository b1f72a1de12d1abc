# METADATA
# scope: package
# title: Detect and block attempted misuse.
# description: What stands around the model and watches or stops what users do; only who runs the model can have it.
# schemas:
#   - input: schema.document
# custom:
#   page: 19
#   shared:
#     B2.1:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: Record it as a `safeguards` entry of kind ipd:B2.1 for the hosted channel, with `evaluated_by`, and describe it in `monitoring[].automated_detection`.
#       never_decidable: whether human review is where it is appropriate
#       notes: [absent, not_credited]
#       example: |
#         safeguards:
#           - id: classifier
#             kind: ipd:B2.1
#             description: A classifier flags requests for weapons and passes them to reviewers.
#             channels: [api]
#             implemented_on: "2026-01-10"
#             evaluated_by: [red-team-api]
#             evidence: [docs/safety/misuse.md#detection]
#         monitoring:
#           - channel: api
#             automated_detection: A classifier reads every request and answer.
#         red_teams:
#           - id: red-team-api
#             threat_profiles: [bio]
#             performed_on: "2026-02-10"
#             results: [{access: api_inference, safeguards_on: true, outcome: not_misused}]
#             evidence: [docs/red-team.md#api]
#     B2.2:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: Record it as a `safeguards` entry of kind ipd:B2.2 for the hosted channel, with `evaluated_by` and `evidence`.
#       never_decidable: whether offenders are limited in fact
#       notes: [absent, not_credited]
#       example: |
#         safeguards:
#           - id: blocking
#             kind: ipd:B2.2
#             description: Flagged requests are refused, and accounts are suspended after the third.
#             channels: [api]
#             implemented_on: "2026-01-10"
#             evaluated_by: [red-team-api]
#             evidence: [docs/safety/misuse.md#blocking]
#         red_teams:
#           - id: red-team-api
#             threat_profiles: [bio]
#             performed_on: "2026-02-10"
#             results: [{access: api_inference, safeguards_on: true, outcome: not_misused}]
#             evidence: [docs/red-team.md#api]
package ai800.ipd.b2_detect_and_block.both
