# METADATA
# scope: package
# title: Establish a roadmap to manage misuse risks for the development of planned foundation models and future versions.
# description: How misuse risk is to be managed, by which dated goals, and what changes if they come too late; the rows read `roadmap`.
# schemas:
#   - input: schema.document
# custom:
#   objective: 2
#   page: 7
#   shared:
#     2.2.3:
#       ask: plain
#       decides: consistency
#       page: 7
#       remedy: "Add `roadmap.safeguard_goals[]` with `goal` and `by`, or set `roadmap.safeguards_needed` to `answer: false` with `because`."
#       never_decidable: "whether safeguards are really unnecessary, and whether the goals are enough"
#       findings:
#         no_goals: "no safeguard goal is planned, and nothing declares with a reason that none is needed"
#         no_goal: safeguard goal {n} has no text
#         no_timeline: safeguard goal {n} has no date
#         not_backed: the roadmap rests on nothing that can be read
#       reviews:
#         links_only: Do the linked pages hold safeguard goals with a timeline?
#       partial:
#         incomplete: "safeguard goals are planned, but not each with a text and a day, or they are called unnecessary as well"
#       example: |
#         roadmap:
#           safeguard_goals:
#             - {goal: Refusal holds under fine-tuning attacks, by: "2025-12-01"}
#           evidence: [docs/roadmap.md#safeguards]
package ai800.ipd.p2_2_establish_roadmap.both

import data.ai800.lib.channels
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.roadmap
import data.ai800.lib.texts

# METADATA
# title: It is planned how misuse risk will be managed
# description: The backed roadmap states how the organization expects to manage misuse risk.
# custom:
#   ask: plain
#   decides: existence
#   page: 7
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: State `roadmap.approach` and point `roadmap.evidence` at the plan.
#   never_decidable: whether the approach reaches all seven objectives
#   findings:
#     no_approach: nothing says how the organization expects to manage misuse risk
#     not_backed: the roadmap rests on nothing that can be read
#   reviews:
#     links_only: Do the linked pages say how misuse risk will be managed?
#   example: |
#     roadmap:
#       approach: Measure, mitigate, then release in stages.
#       evidence: [docs/roadmap.md]
subjects["2.2.1"] := channels.release.all

met["2.2.1"].release if {
	texts.said(input.roadmap.approach)
	evidence.backed(input.roadmap)
}

# METADATA
# title: Security against theft is planned, where it is needed
# description: The backed roadmap has dated security goals, or says with a reason that none is needed, which is no answer where the release relies on confidentiality.
# custom:
#   ask: plain
#   decides: consistency
#   page: 7
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "Add `roadmap.security_goals[]` with `goal` and `by`, or set `roadmap.security_needed` to `answer: false` with `because`."
#   never_decidable: "whether security is really unnecessary, and whether the goals are enough"
#   findings:
#     no_goals: "no security goal is planned, and nothing declares with a reason that none is needed"
#     no_goal: security goal {n} has no text
#     no_timeline: security goal {n} has no date
#     not_backed: the roadmap rests on nothing that can be read
#     needed_but_denied: "the roadmap says no security against theft is needed, yet security.relies_on_confidentiality is true"
#   reviews:
#     links_only: Do the linked pages hold security goals with a timeline?
#   reasons:
#     security_not_needed:
#       text: "the roadmap says, with a reason, that security against theft is not needed to manage misuse risk"
#       basis: nist
#   partial:
#     incomplete: "security goals are planned, but not each with a text and a day, or they are called unnecessary as well"
#   example: |
#     roadmap:
#       security_goals:
#         - {goal: Two persons approve access to weights, by: "2025-09-01"}
#       evidence: [docs/roadmap.md#security]
subjects["2.2.2"] := channels.release.all

met["2.2.2"].release if {
	roadmap.planned.security_goals
	evidence.backed(input.roadmap)
	not _needed_but_denied
}

not_applicable["2.2.2"].release contains "security_not_needed" if {
	roadmap.excused.security_goals
	evidence.backed(input.roadmap)
	not _needed_but_denied
}

partial["2.2.2"].release contains "incomplete" if roadmap.partly_planned.security_goals

partial["2.2.2"].release contains "incomplete" if {
	roadmap.planned.security_goals
	evidence.backed(input.roadmap)
	_needed_but_denied
}

_needed_but_denied if {
	roadmap.denied.security_goals
	input.security.relies_on_confidentiality == true
}

findings contains object.union(finding, {"id": "2.2.2", "subject": "release"}) if {
	some finding in roadmap.gaps.security_goals
}

findings contains found.section("2.2.2", "needed_but_denied", "roadmap.security_needed") if _needed_but_denied

# METADATA
# title: It is planned what changes if risk comes first
# description: The backed roadmap states how deployment or development changes if risk becomes unacceptable before security and safeguards are ready.
# custom:
#   ask: plain
#   decides: existence
#   page: 7
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: State in `roadmap.contingency` how deployment or development changes if risk becomes unacceptable first.
#   never_decidable: whether the plan would be followed
#   findings:
#     no_contingency: nothing says how plans change if risk becomes unacceptable before security and safeguards are ready
#     not_backed: the roadmap rests on nothing that can be read
#   reviews:
#     links_only: Do the linked pages say what changes if the risk becomes unacceptable first?
#   example: |
#     roadmap:
#       contingency: Training stops until the goal is met.
#       evidence: [docs/roadmap.md#contingency]
subjects["2.2.4"] := channels.release.all

met["2.2.4"].release if {
	texts.said(input.roadmap.contingency)
	evidence.backed(input.roadmap)
}

# METADATA
# title: The roadmap is written down
# description: The backed roadmap has an approach, a dated goal (or says with reasons that neither security nor safeguards are needed), and a contingency.
# custom:
#   ask: can
#   decides: existence
#   page: 8
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Write the roadmap down: `roadmap.approach`, dated goals, `roadmap.contingency` and `roadmap.evidence`."
#   never_decidable: whether the mitigations are feasible within technical and resource limits
#   findings:
#     no_approach: the roadmap has no approach
#     no_mitigations: the roadmap names no dated mitigation
#     no_contingency: the roadmap does not say what happens if mitigations are not adequate
#     not_backed: the roadmap points to no document that can be read
#   reviews:
#     links_only: Do the linked pages hold the roadmap and the steps if mitigations fall short?
#   partial:
#     incomplete: "the roadmap is there, without its approach, its mitigations or its contingency"
#   example: |
#     roadmap:
#       approach: Measure, mitigate, then release in stages.
#       safeguard_goals:
#         - {goal: Refusal holds under fine-tuning attacks, by: "2025-12-01"}
#       contingency: Training stops until the goal is met.
#       evidence: [docs/roadmap.md]
subjects["2.2.a"] := channels.release.all

met["2.2.a"].release if {
	count(_parts) == 3
	evidence.backed(input.roadmap)
}

partial["2.2.a"].release contains "incomplete" if {
	count(_parts) in {1, 2}
	evidence.backed(input.roadmap)
}

_parts contains "approach" if texts.said(input.roadmap.approach)

_parts contains "mitigations" if {
	some goals in roadmap.complete
	count(goals) > 0
}

_parts contains "mitigations" if count(roadmap.excused) == count(roadmap.goals)

_parts contains "contingency" if texts.said(input.roadmap.contingency)

findings contains found.section(id, code, field) if {
	some id, parts in _lines
	some part, [code, field] in parts
	not _parts[part]
}

findings contains found.section(id, "not_backed", "roadmap.evidence") if {
	some id, _ in _lines
	input.roadmap.given
	not evidence.backed(input.roadmap)
}

# What a row says where a part of the roadmap is missing.
_lines := {
	"2.2.1": {"approach": ["no_approach", "roadmap.approach"]},
	"2.2.4": {"contingency": ["no_contingency", "roadmap.contingency"]},
	"2.2.a": {
		"approach": ["no_approach", "roadmap.approach"],
		"mitigations": ["no_mitigations", "roadmap"],
		"contingency": ["no_contingency", "roadmap.contingency"],
	},
}
