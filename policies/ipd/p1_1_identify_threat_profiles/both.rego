# METADATA
# scope: package
# title: Identify and maintain a list of threat profiles that covers significant ways in which malicious actors might misuse the model.
# description: What might be done with the model, by whom and to what end, and who thought of it; the rows read `threat_profiles` and `threat_profile_process`.
# schemas:
#   - input: schema.document
# custom:
#   objective: 1
#   page: 5
package ai800.ipd.p1_1_identify_threat_profiles.both

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.profiles
import data.ai800.lib.texts

# METADATA
# title: Each threat profile names a capability, an actor and tasks
# description: Every threat profile has a capability of concern, a kind of actor, at least one malicious task, and evidence.
# custom:
#   ask: plain
#   decides: existence
#   page: 5
#   basis: [nist, "ai800:content"]
#   remedy: Give each `threat_profiles[]` a `capability_of_concern`, an `actor.kind`, at least one `tasks[].task` and `evidence`.
#   never_decidable: whether a profile is realistic, and whether a significant way of misuse is missing
#   findings:
#     no_profiles: no threat profile is declared
#     no_capability: threat profile {p} names no capability of concern
#     no_actor: threat profile {p} names no actor
#     no_task: threat profile {p} names no malicious task
#     not_backed: threat profile {p} rests on nothing that can be read
#   reviews:
#     links_only: Do the linked pages describe this capability, this actor and these tasks?
#   partial:
#     incomplete: some threat profiles are complete, but not every one
#   example: |
#     threat_profiles:
#       - id: bio
#         domain: cbrn
#         capability_of_concern: Help with acquiring pathogens
#         actor: {kind: Small group}
#         tasks: [{task: Plan the acquisition of a pathogen}]
#         evidence: [docs/threats.md]
subjects["1.1.1"] := channels.release.all

met["1.1.1"].release if profiles.every_one(_specified)

partial["1.1.1"].release contains "incomplete" if profiles.some_but_not_every_one(_specified)

# METADATA
# title: Known misuse risks are considered
# description: Backed threat profiles on CBRN weapons, on offensive cyber operations, and on CSAM or NCII; what does not concern the model is left out by a documented consideration.
# custom:
#   ask: consider
#   decides: existence
#   page: 5
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: Add a `threat_profiles[]` for each of `cbrn`, `cyber` and `csam` or `ncii`, or say in `considered[]` (`ipd:1.1.2`) why a kind does not concern this model.
#   never_decidable: whether a kind left out by consideration is really irrelevant to this model
#   findings:
#     no_cbrn: "no backed threat profile is about chemical, biological, radiological or nuclear weapons"
#     no_cyber: no backed threat profile is about offensive cyber operations
#     no_csam_or_ncii: no backed threat profile is about CSAM or NCII
#   reviews:
#     links_only: Do the linked pages cover the known kinds of misuse?
#   partial:
#     incomplete: some of the known kinds of misuse are covered, but not all
#   example: |
#     threat_profiles:
#       - {id: bio, domain: cbrn, capability_of_concern: Help with acquiring pathogens, evidence: [docs/threats.md]}
#       - {id: hack, domain: cyber, capability_of_concern: Help with finding vulnerabilities, evidence: [docs/threats.md]}
#     considered:
#       - {id: "ipd:1.1.2", outcome: No profile on CSAM or NCII, because: The model writes only code., evidence: [docs/threats.md]}
subjects["1.1.2"] := channels.release.all

met["1.1.2"].release if count(_covered_kinds) == 3

partial["1.1.2"].release contains "incomplete" if count(_covered_kinds) in {1, 2}

# METADATA
# title: External experts helped to find gaps
# description: An outside expert with a name and a role is listed, and the process is backed.
# custom:
#   ask: consider
#   decides: existence
#   page: 5
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "List outside experts in `threat_profile_process.experts[]` with `kind: external`, `name` and `role`, or record in `considered[]` (`ipd:1.1.3`) why none were asked."
#   never_decidable: whether the experts had the relevant expertise; model access (`model_access_for_experts`) is only `potentially` asked and is not required
#   findings:
#     no_external_expert: no outside expert with a name and a role is listed
#     not_backed: the work of the experts rests on nothing that can be read
#   reviews:
#     links_only: Do the linked pages show outside experts looking for gaps in the threat profiles?
#   example: |
#     threat_profile_process:
#       experts: [{name: Kim Roe, kind: external, role: Reviewed the biological scenarios}]
#       evidence: [docs/process.md]
subjects["1.1.3"] := channels.release.all

met["1.1.3"].release if {
	count(_external_experts) > 0
	evidence.backed(input.threat_profile_process)
}

# METADATA
# title: The threat profiles are listed
# description: Every threat profile has a domain, a capability of concern and evidence.
# custom:
#   ask: can
#   decides: existence
#   page: 5
#   basis: [nist, "ai800:content"]
#   remedy: List each profile under `threat_profiles[]` with `domain`, `capability_of_concern` and `evidence`.
#   findings:
#     no_profiles: there is no list of threat profiles
#     not_listed: threat profile {p} lacks a domain or a capability of concern
#     not_backed: threat profile {p} points to no document that can be read
#   reviews:
#     links_only: Do the linked pages hold the list of threat profiles?
#   partial:
#     incomplete: some threat profiles are listed and backed, but not every one
#   example: |
#     threat_profiles:
#       - {id: bio, domain: cbrn, capability_of_concern: Help with acquiring pathogens, evidence: [docs/threats.md]}
subjects["1.1.a"] := channels.release.all

met["1.1.a"].release if profiles.every_one(_listed & _backed)

partial["1.1.a"].release contains "incomplete" if profiles.some_but_not_every_one(_listed & _backed)

# METADATA
# title: The selection of the threat profiles is described
# description: How they were selected, and why they cover enough, each in a statement, and backed.
# custom:
#   ask: can
#   decides: existence
#   page: 5
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: State `threat_profile_process.selection` and `threat_profile_process.coverage_rationale` and add `evidence`.
#   never_decidable: whether the coverage is adequate
#   findings:
#     no_profiles: there are no threat profiles to describe
#     no_selection: nothing says how the threat profiles were selected
#     no_coverage_rationale: nothing says why the coverage is judged adequate
#     not_backed: the description points to no document that can be read
#   reviews:
#     links_only: Do the linked pages say how the profiles were selected and why they cover enough?
#   partial:
#     incomplete: either the selection or the coverage is described, not both
#   example: |
#     threat_profile_process:
#       selection: Experts ranked forty scenarios by harm.
#       coverage_rationale: All domains of the standard are covered.
#       evidence: [docs/process.md]
subjects["1.1.b"] := channels.release.all

met["1.1.b"].release if {
	_described_parts == {"selection", "coverage_rationale"}
	profiles.exist
	evidence.backed(input.threat_profile_process)
}

partial["1.1.b"].release contains "incomplete" if {
	count(_described_parts) == 1
	profiles.exist
	evidence.backed(input.threat_profile_process)
}

# METADATA
# title: The experts and their roles are described
# description: Every expert has a name, a kind (internal or external) and a role, and the process is backed.
# custom:
#   ask: can
#   decides: existence
#   page: 5
#   basis: [nist, "ai800:content"]
#   remedy: List everyone who made the profiles in `threat_profile_process.experts[]` with `name`, `kind` and `role`.
#   never_decidable: whether the list is complete
#   findings:
#     no_experts: "no expert, internal or external, is named"
#     expert_not_described: an expert has no name or no kind
#     no_role: an expert has no role in making the profiles
#     not_backed: the description of the experts points to no document that can be read
#   reviews:
#     links_only: Do the linked pages name the experts and their roles?
#   partial:
#     incomplete: some experts are described, but not every one
#   example: |
#     threat_profile_process:
#       experts:
#         - {name: Jo Doe, kind: internal, role: Led the ranking of scenarios}
#         - {name: Kim Roe, kind: external, role: Reviewed the biological scenarios}
#       evidence: [docs/process.md]
subjects["1.1.c"] := channels.release.all

met["1.1.c"].release if {
	count(_experts) > 0
	count(_experts - (_identified & _with_role)) == 0
	evidence.backed(input.threat_profile_process)
}

partial["1.1.c"].release contains "incomplete" if {
	count(_identified & _with_role) > 0
	count(_experts - (_identified & _with_role)) > 0
	evidence.backed(input.threat_profile_process)
}

_specified := ((_capable & _with_actor) & _with_tasks) & _backed

_backed contains p if {
	some p, profile in input.threat_profiles
	evidence.backed(profile)
}

_capable contains p if {
	some p, profile in input.threat_profiles
	texts.word(profile.capability_of_concern)
}

_with_actor contains p if {
	some p, profile in input.threat_profiles
	texts.word(profile.actor.kind)
}

_with_tasks contains p if {
	some p, profile in input.threat_profiles
	count(profile.tasks) > 0
	every task in profile.tasks { texts.word(task.task) }
}

_listed contains p if {
	some p in _capable
	input.threat_profiles[p].domain != ""
}

_kind_of := {"cbrn": "no_cbrn", "cyber": "no_cyber", "csam": "no_csam_or_ncii", "ncii": "no_csam_or_ncii"}

# Known kinds of misuse that a backed threat profile is about, each by the finding that there is none.
_covered_kinds contains _kind_of[input.threat_profiles[p].domain] if some p in (_capable & _backed)

_experts contains i if some i, _ in input.threat_profile_process.experts

_identified contains i if {
	some i, expert in input.threat_profile_process.experts
	expert.kind != ""
	texts.word(expert.name)
}

_with_role contains i if {
	some i, expert in input.threat_profile_process.experts
	texts.word(expert.role)
}

_external_experts contains i if {
	some i in (_identified & _with_role)
	input.threat_profile_process.experts[i].kind == "external"
}

_described_parts contains "selection" if texts.said(input.threat_profile_process.selection)

_described_parts contains "coverage_rationale" if texts.said(input.threat_profile_process.coverage_rationale)
