package ai800.ipd.p4_1_measure_capabilities.both

import data.ai800.lib.channels
import data.ai800.lib.evaluations
import data.ai800.lib.findings as found
import data.ai800.lib.measurement
import data.ai800.lib.texts

# METADATA
# title: A proxy task says how it relates to the capability
# description: Some evaluation measures a proxy task, and each that does says how the task relates to the capability of concern.
# custom:
#   ask: consider
#   decides: existence
#   page: 10
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "Mark proxy evaluations with `task.kind: proxy` and state `task.relation_to_capability`, or record in `considered[]` (`ipd:4.1.3`) why the capability was measured directly."
#   never_decidable: whether the task is safe, tractable and similar enough (4.1.1 asks a person)
#   findings:
#     no_proxy_task: no evaluation measures a proxy task
#     no_relation: evaluation {e} does not say how its proxy task relates to the capability of concern
#   reviews:
#     links_only: Do the addresses given describe a safe proxy task that is close enough to the capability?
#     by_label: No task is called a proxy; does the benchmark that is called direct measure the capability of concern itself?
#   reasons:
#     measured_directly: {text: "Every threat profile was measured directly and no proxy task was used: 4.1.1 asks for the one or the other.", basis: nist}
#   partial:
#     incomplete: some proxy tasks say how they relate to the capability, and others do not
#   example: |
#     evaluations:
#       - id: proxy-test
#         threat_profiles: [bio]
#         kind: benchmark
#         task: {name: troubleshooting test, kind: proxy, relation_to_capability: "It asks for the same laboratory skills."}
#         model: {name: Base, version: "2.0"}
#         performed_on: "2026-02-01"
#         result: {metric: Accuracy, value: 0.31}
#         evidence: [docs/proxy.md]
subjects["4.1.3"] := channels.release.all

met["4.1.3"].release if {
	count(_proxy_tasks) > 0
	_proxy_tasks == _related
}

not_applicable["4.1.3"].release contains "measured_directly" if {
	measurement.measured_directly
	_no_proxy_task
}

needs_review["4.1.3"].release contains "by_label" if {
	measurement.by_label
	_no_proxy_task
}

partial["4.1.3"].release contains "incomplete" if count(_related) > 0

_proxy_tasks contains e if {
	some e in (evaluations.sound & evaluations.with_proxy_task)
	texts.word(input.evaluations[e].task.name.grade)
}

_related contains e if {
	some e in _proxy_tasks
	texts.said(input.evaluations[e].task.relation_to_capability)
}

_no_proxy_task if count(evaluations.read & evaluations.with_proxy_task) == 0

findings contains found.section("4.1.3", "no_proxy_task", "evaluations") if count(_proxy_tasks) == 0

findings contains found.evaluation("4.1.3", "no_relation", e, "task.relation_to_capability") if {
	some e in (_proxy_tasks - _related)
}
