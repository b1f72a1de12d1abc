# METADATA
# scope: package
# title: Improve the model's training.
# description: What training leaves out, trains against and protects; on published weights only this remains of a safeguard.
# schemas:
#   - input: schema.document
# custom:
#   page: 19
#   shared:
#     B1.1:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: Record the filter as a `safeguards` entry of kind ipd:B1.1 with `evaluated_by` and `evidence`, and describe it in `model.training.data.filtering`.
#       never_decidable: whether what was filtered would have given the capability
#       notes: [absent]
#       findings:
#         absent: "channel {c}: filtering of training data is neither recorded nor considered"
#         not_in_place: safeguard {s} has no description or is not in place by the day of the check
#         not_tested: nothing tested at the level of channel {c} shows what filtering {s} achieved
#         filtering_not_described: safeguard {s} filters data, but the training data section does not say how
#         not_backed: safeguard {s} has no reference that resolves
#       reviews:
#         links_only: Do the addresses given show what was filtered out of the training data and by which criteria?
#       example: |
#         model:
#           training:
#             data:
#               filtering: Laboratory protocols for pathogens were removed by a classifier and a word list.
#         safeguards:
#           - id: data-filter
#             kind: ipd:B1.1
#             description: Laboratory protocols for pathogens were left out of the training data.
#             channels: [hub]
#             implemented_on: "2025-07-01"
#             evaluated_by: [bio-helpful-only]
#             evidence: [docs/safety/data.md#filtering]
#         evaluations:
#           - id: bio-helpful-only
#             threat_profiles: [bio]
#             model: {name: Base, version: "2.0"}
#             variant: helpful_only
#             access: widely_available_weights
#             performed_on: "2026-01-20"
#             result: {metric: share of steps completed, value: 0.2}
#             evidence: [docs/evaluation.md#helpful-only]
#     B1.2:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: Record the training as a `safeguards` entry of kind ipd:B1.2 and name in `evaluated_by` an evaluation (for published weights with `fine_tuning_attack.safeguard_retention`).
#       never_decidable: whether what is left is enough
#       notes: [absent]
#       findings:
#         absent: "channel {c}: training against harmful output is neither recorded nor considered"
#         not_in_place: safeguard {s} has no description or is not in place by the day of the check
#         not_backed: safeguard {s} has no reference that resolves
#       example: |
#         safeguards:
#           - id: refusal
#             kind: ipd:B1.2
#             description: The model was trained to refuse requests for weapons.
#             channels: [hub]
#             implemented_on: "2025-11-01"
#             evaluated_by: [fine-tuning-attack]
#             evidence: [docs/safety/training.md#refusal]
#         evaluations:
#           - id: fine-tuning-attack
#             access: widely_available_weights
#             fine_tuning_attack: {performed: true, safeguard_retention: 0.8}
#     B1.3:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: Record it as a `safeguards` entry of kind ipd:B1.3 and name in `evaluated_by` an evaluation with `fine_tuning_attack` performed and `safeguard_retention`.
#       never_decidable: whether a better-resourced attacker would remove it
#       notes: [absent]
#       findings:
#         absent: "channel {c}: resistance to fine-tuning is neither recorded nor considered"
#         not_in_place: safeguard {s} has no description or is not in place by the day of the check
#         not_attacked: "{s} is to resist fine-tuning, and no fine-tuning attack at the level of channel {c} measured it"
#         not_backed: safeguard {s} has no reference that resolves
#       reviews:
#         links_only: Do the addresses given show how removal by fine-tuning is made harder?
#       example: |
#         safeguards:
#           - id: hardening
#             kind: ipd:B1.3
#             description: Training that makes the removal of refusals by fine-tuning harder.
#             channels: [hub]
#             implemented_on: "2025-11-01"
#             evaluated_by: [fine-tuning-attack]
#             evidence: [docs/safety/training.md#hardening]
#         evaluations:
#           - id: fine-tuning-attack
#             access: widely_available_weights
#             fine_tuning_attack: {performed: true, safeguard_retention: 0.8}
package ai800.ipd.b1_improve_training.both
