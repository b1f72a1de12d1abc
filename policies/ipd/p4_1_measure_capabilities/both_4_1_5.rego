package ai800.ipd.p4_1_measure_capabilities.both

import data.ai800.lib.channels
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: Proxy results leave room for more than the proxy shows
# description: |
#   Every evaluation says whether its task is direct or a proxy, and how it relates to the capability of concern; each
#   proxy also says whether it is harder, and how uncertain the step from it is. Whether the reading is right a person judges.
# custom:
#   ask: plain
#   decides: judgement
#   page: 10
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "State `task.relation_to_capability` for every evaluation, and for each proxy also `task.harder_than_capability` and `uncertainty`."
#   never_decidable: whether the interpretation was adjusted enough
#   findings:
#     no_evaluations: no evaluation is declared as performed and still valid
#     no_task_kind: evaluation {e} does not say whether its task is direct or a proxy
#     no_relation: evaluation {e} does not say how its task relates to the capability of concern, or how far its proxy is from it
#     difficulty_not_declared: evaluation {e} does not say whether its task is harder than the capability of concern
#     no_uncertainty: evaluation {e} does not say how uncertain the step from proxy to capability is
#     not_backed: evaluation {e} rests on nothing that can be read
#   reviews:
#     links_only: Do the addresses given show that the results are read with enough room for capabilities beyond the proxy?
#     interpretation: Are the results of the proxies read with enough room for capabilities beyond them?
#     by_label: Does the benchmark that is called direct measure the capability of concern itself?
#   reasons:
#     no_proxy_capability: {text: "Every evaluation is declared to measure the capability itself and no proxy was evaluated (whether every threat profile was measured is asked at 4.1.1).", basis: ai800}
#   partial:
#     incomplete: some proxies say all of what is asked, and others do not
#   example: |
#     evaluations:
#       - id: proxy-test
#         threat_profiles: [bio]
#         kind: benchmark
#         task: {name: troubleshooting test, kind: proxy, relation_to_capability: "It asks for the same laboratory skills.", harder_than_capability: true}
#         performed_on: "2026-02-01"
#         uncertainty: {level: moderate, reasons: ["Written answers leave out manual skill."]}
#         evidence: [docs/proxy.md]
subjects["4.1.5"] := channels.release.all

not_applicable["4.1.5"].release contains "no_proxy_capability" if {
	_all_direct
	count(_direct_by_label) == 0
}

needs_review["4.1.5"].release contains "interpretation" if {
	_tasks_told
	count(_proxied) > 0
	_proxied == _proxied_told
}

needs_review["4.1.5"].release contains "by_label" if {
	_all_direct
	count(_direct_by_label) > 0
}

partial["4.1.5"].release contains "incomplete" if {
	_tasks_told
	count(_proxied_told) > 0
}

_called_direct contains e if {
	some e in evaluations.read
	input.evaluations[e].task.kind == "direct"
}

_direct_by_label contains e if {
	some e in _called_direct
	input.evaluations[e].kind in {"benchmark", ""}
}

_proxied := evaluations.read & (evaluations.with_proxy_task | evaluations.with_proxy_model)

_proxied_told := (((_proxied & _with_relation) & _with_difficulty) & _with_reasons) & _backed

_with_relation contains e if {
	some e in evaluations.read
	texts.said(input.evaluations[e].task.relation_to_capability)
}

_with_difficulty contains e if {
	some e in evaluations.read
	input.evaluations[e].task.harder_than_capability != null
}

_with_reasons contains e if {
	some e in evaluations.read
	input.evaluations[e].uncertainty.level != ""
	texts.some_said(input.evaluations[e].uncertainty.reasons)
}

_backed contains e if {
	some e in evaluations.read
	evidence.backed(input.evaluations[e])
}

_with_task_kind contains e if {
	some e in evaluations.read
	input.evaluations[e].task.kind != ""
}

# Lines 1 and 2.
_tasks_told if {
	count(evaluations.read) > 0
	evaluations.read == _with_task_kind
	count(_called_direct - _with_relation) == 0
}

_all_called_direct if {
	count(evaluations.read) > 0
	evaluations.read == _called_direct
	count(_proxied) == 0
}

_all_direct if {
	_all_called_direct
	evaluations.read == _with_relation
	evaluations.read == _backed
}

findings contains found.section("4.1.5", "no_evaluations", "evaluations") if count(evaluations.read) == 0

findings contains found.evaluation("4.1.5", "no_task_kind", e, "task.kind") if {
	some e in (evaluations.read - _with_task_kind)
}

findings contains found.evaluation("4.1.5", "no_relation", e, "task.relation_to_capability") if {
	some e in ((_called_direct | _proxied) - _with_relation)
}

findings contains found.evaluation("4.1.5", "difficulty_not_declared", e, "task.harder_than_capability") if {
	some e in (_proxied - _with_difficulty)
}

findings contains found.evaluation("4.1.5", "no_uncertainty", e, "uncertainty") if some e in (_proxied - _with_reasons)

findings contains found.evaluation("4.1.5", "not_backed", e, "evidence") if some e in (_proxied - _backed)

findings contains found.evaluation("4.1.5", "not_backed", e, "evidence") if {
	_all_called_direct
	some e in (evaluations.read - _backed)
}
