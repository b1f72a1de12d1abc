# METADATA
# scope: package
# title: Limit access to the model's capabilities.
# description: Who gets how much of the model, and when; what cannot be had on published weights is a contradiction there.
# schemas:
#   - input: schema.document
# custom:
#   page: 19
#   shared:
#     B3.2:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: Record it as a `safeguards` entry of kind ipd:B3.2 for a hosted channel and state its `gate`; take it off published channels.
#       never_decidable: whether the admitted contexts and users carry less risk
#       notes: [absent]
#       example: |
#         channels:
#           - id: api
#             access: api_inference
#             gate: {kind: manual_vetting, redistribution_allowed: false}
#         safeguards:
#           - id: vetting
#             kind: ipd:B3.2
#             description: Only laboratories with a named officer are admitted.
#             channels: [api]
#             implemented_on: "2026-01-10"
#             evaluated_by: [red-team-api]
#             evidence: [docs/safety/access.md#vetting]
#         red_teams:
#           - id: red-team-api
#             threat_profiles: [bio]
#             performed_on: "2026-02-10"
#             results: [{access: api_inference, safeguards_on: true, outcome: not_misused}]
#             evidence: [docs/red-team.md#api]
#     B3.3:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: "State `deployments[].rollback` with `possible`, `how` and `evidence` for hosted channels; for published weights set `possible: false` and describe `deprecation`."
#       never_decidable: whether the roll-back would work in time
#       notes: [absent]
#       example: |
#         deployments:
#           - channel: api
#             rollback:
#               possible: true
#               how: The on-call engineer sends requests to the earlier version within an hour.
#               evidence: [docs/safety/access.md#roll-back]
#     B3.4:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: Record it as a `safeguards` entry of kind ipd:B3.4 with `evaluated_by` (for published weights an evaluation after a removal attempt) and `evidence`.
#       never_decidable: whether narrow beneficial uses are kept
#       notes: [absent]
#       findings:
#         absent: "channel {c}: limits on capabilities or features are neither recorded nor considered"
#         not_in_place: safeguard {s} has no description or is not in place by the day of the check
#         not_backed: safeguard {s} has no reference that resolves
#       example: |
#         safeguards:
#           - id: no-protein-design
#             kind: ipd:B3.4
#             description: The ability to design proteins was unlearned.
#             channels: [hub]
#             implemented_on: "2025-11-01"
#             evaluated_by: [fine-tuning-attack]
#             evidence: [docs/safety/access.md#limits]
#         evaluations:
#           - id: fine-tuning-attack
#             threat_profiles: [bio]
#             model: {name: Base, version: "2.0"}
#             variant: fine_tuned_adversarial
#             access: widely_available_weights
#             performed_on: "2026-01-20"
#             fine_tuning_attack: {performed: true, method: Low-rank adaptation on harmful data, safeguard_retention: 0.8}
#             result: {metric: share of steps completed, value: 0.2}
#             evidence: [docs/evaluation.md#fine-tuning]
#     B3.5:
#       ask: consider
#       decides: consistency
#       page: 19
#       remedy: Describe `deployments[].internal_access.limits` with `evidence` on an internal_only channel, or record under `considered` as ipd:B3.5 why wider access is kept.
#       never_decidable: whether internal use is limited in fact
#       notes: [absent]
#       example: |
#         channels:
#           - {id: lab, access: internal_only, audience: The evaluation team}
#         deployments:
#           - channel: lab
#             internal_access:
#               limits: Two named people together, on logged machines, with every safeguard on.
#               evidence: [docs/safety/access.md#internal]
#         considered:
#           - id: "ipd:B3.5"
#             outcome: Others get access too
#             because: Customers need the hosted service, and only the team gets the weights.
#             evidence: [docs/safety/access.md#who-gets-access]
package ai800.ipd.b3_limit_access.both

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.dates
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.items
import data.ai800.lib.monitoring
import data.ai800.lib.texts

# METADATA
# title: The audience is limited first and widened gradually
# description: Two stages or more, each wider than the one before, with what is watched meanwhile; on published weights such stages were possible only before.
# custom:
#   ask: consider
#   decides: computed
#   page: 19
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: List `deployments[].stages` with `from`, `audience` and `access`, and what is watched meanwhile in `monitoring[].mechanisms`.
#   never_decidable: whether what was learned changed the next stage
#   notes: [absent]
#   findings:
#     absent: "channel {c}: a gradual opening is neither planned nor considered"
#     contradicts_irreversibility: stage {n} narrows access after the weights were given out, which cannot be done
#     not_widening: the stages of channel {c} are fewer than two, out of order, or not widening
#     stage_incomplete: stage {n} does not say {field}
#     not_watched: channel {c} opens in stages, but nothing says what is watched meanwhile
#     not_backed: the stages of channel {c}, or what is watched meanwhile, have no reference that resolves
#   reviews:
#     links_only: Do the addresses given show what was watched while the audience was limited, on published channels before the weights were public?
#   reasons:
#     weights_published:
#       text: the weights are public already; a staged opening was possible only before
#       basis: ai800
#       alternatives: ["6.1.6", "6.2.3"]
#   example: |
#     deployments:
#       - channel: hub
#         stages:
#           - {from: "2026-01-15", audience: Twenty research partners, access: api_inference}
#           - {from: "2026-03-01", audience: Anyone who downloads, access: widely_available_weights}
#         evidence: [docs/safety/rollout.md#stages]
#     monitoring:
#       - channel: hub
#         mechanisms: [Weekly review of flagged requests]
#         evidence: [docs/safety/rollout.md#monitoring]
subjects["B3.1"] := channels.ids.all

met["B3.1"][channel.id] if {
	some c in channels.staged
	channel := input.channels[c]
	some m in monitoring.mechanisms[c]
	evidence.backed(channel.monitoring[m])
	evidence.backed(channel.deployment)
}

partial["B3.1"][input.channels[c].id] contains "incomplete" if {
	some c in _opening_recorded
	not c in channels.staged
}

partial["B3.1"][input.channels[c].id] contains "incomplete" if {
	some c in _opening_recorded
	not monitoring.mechanisms[c]
}

not_applicable["B3.1"][input.channels[c].id] contains "weights_published" if {
	some c in channels.published
	not c in _opening_recorded
}

_opening_recorded contains c if {
	some c, channel in input.channels
	count(channel.deployment.stages) > 0
}

_opening_recorded contains c if some c, _ in items.recorded["B3.1"]

findings contains found.channel("B3.1", "absent", c, "") if {
	some c, _ in input.channels
	not c in _opening_recorded
	not c in channels.published
	not "B3.1" in considerations.stated
}

findings contains object.union(finding, {"field": "access", "args": {"n": n + 1}}) if {
	some c in channels.of.open
	some n in _narrowing[c]
	finding := found.stage("B3.1", "contradicts_irreversibility", c, n)
}

# Stages with less access than one before them that gave the weights out.
_narrowing[c] contains later if {
	some c, channel in input.channels
	some earlier, first in channel.deployment.stages
	access.rank[first.access] >= 4
	some later, second in channel.deployment.stages
	access.rank[second.access] < access.rank[first.access]
	_comes_after(later, earlier, second.from, first.from)
}

_comes_after(_, _, second, first) if dates.after(second, first)

_comes_after(later, earlier, second, first) if {
	later > earlier
	not dates.after(first, second)
}

findings contains found.deployment("B3.1", "not_widening", c, "stages") if {
	some c, channel in input.channels
	count(channel.deployment.stages) > 0
	not c in channels.staged
}

findings contains object.union(finding, {"field": field, "args": {"n": n + 1, "field": field}}) if {
	some c, lacking in _lacking
	some n, fields in lacking
	some field in fields
	finding := found.stage("B3.1", "stage_incomplete", c, n)
}

_lacking[c][n] contains "from" if {
	some c, channel in input.channels
	some n, stage in channel.deployment.stages
	not dates.given(stage.from)
}

_lacking[c][n] contains "audience" if {
	some c, channel in input.channels
	some n, stage in channel.deployment.stages
	not texts.word(stage.audience.grade)
}

_lacking[c][n] contains "access" if {
	some c, channel in input.channels
	some n, stage in channel.deployment.stages
	stage.access == ""
}

findings contains found.monitoring("B3.1", "not_watched", c, "mechanisms") if {
	some c in channels.staged
	not monitoring.mechanisms[c]
}

findings contains found.deployment("B3.1", "not_backed", c, "evidence") if {
	some c in channels.staged
	not evidence.backed(input.channels[c].deployment)
}

findings contains found.plan("B3.1", "not_backed", [c, m], "evidence") if {
	some c in channels.staged
	some m in monitoring.mechanisms[c]
	not evidence.backed(input.channels[c].monitoring[m])
}
