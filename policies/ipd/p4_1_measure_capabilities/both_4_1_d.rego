package ai800.ipd.p4_1_measure_capabilities.both

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.evaluations
import data.ai800.lib.findings as found
import data.ai800.lib.measurement
import data.ai800.lib.texts

# METADATA
# title: A proxy model is documented with its differences
# description: |
#   Every evaluation with a proxy model names it with its version, the evaluations that make the models comparable, its
#   own risk assessment and how it differs, and is backed.
# custom:
#   ask: can
#   decides: existence
#   page: 10
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "Complete `evaluations[].proxy_model` with `name`, `version`, `comparability_evaluations[]`, `own_risk_assessment` and `known_differences[]`."
#   never_decidable: whether further differences matter
#   findings:
#     no_proxy_model: no proxy model is documented, and no consideration says that none was used
#     proxy_not_named: evaluation {e} does not name its proxy model and version
#     no_comparison: evaluation {e} names no evaluations that make the models comparable
#     proxy_risk_unknown: evaluation {e} does not point to the proxy model's risk assessment
#     no_differences: evaluation {e} names no meaningful difference from the proxy model
#     not_backed: the comparison in {e} points to no document that can be read
#   reviews:
#     links_only: Do the addresses given document the comparison with the proxy model?
#     by_label: No proxy model was used; does the benchmark that is called direct measure the capability of concern itself?
#   reasons:
#     measured_directly: {text: Every threat profile was measured directly and no proxy model was used., basis: nist}
#     no_proxy_model_used: {text: "A documented consideration (ipd:4.1.2) says that no proxy model was used.", basis: nist}
#   partial:
#     incomplete: a proxy model is documented, but not in full
#   example: |
#     evaluations:
#       - id: compared
#         performed_on: "2026-02-01"
#         proxy_model:
#           name: Earlier Base
#           version: "1.0"
#           comparability_evaluations: [troubleshooting test, planning test]
#           own_risk_assessment: "docs/earlier-risk.md"
#           known_differences: ["Half the size and no images."]
#         evidence: [docs/comparison.md]
subjects["4.1.d"] := channels.release.all

met["4.1.d"].release if {
	_some_proxy_model_named
	_with_proxy_model == _documented
}

not_applicable["4.1.d"].release contains "measured_directly" if {
	measurement.measured_directly
	count(_with_proxy_model) == 0
}

not_applicable["4.1.d"].release contains "no_proxy_model_used" if {
	"4.1.2" in considerations.decided
	count(evaluations.read) > 0
	count(_with_proxy_model) == 0
}

needs_review["4.1.d"].release contains "by_label" if {
	measurement.by_label
	count(_with_proxy_model) == 0
}

partial["4.1.d"].release contains "incomplete" if count(_documented) > 0

partial["4.1.d"].release contains "incomplete" if {
	_some_proxy_model_named
	_with_proxy_model == _identified & _backed
	some line in [_comparable, _with_own_risk, _with_differences]
	_with_proxy_model == line
}

_some_proxy_model_named if {
	some e in _with_proxy_model
	texts.word(input.evaluations[e].proxy_model.name)
}

_documented := (((_identified & _comparable) & _with_own_risk) & _with_differences) & _backed

_identified contains e if {
	some e in _with_proxy_model
	texts.word(input.evaluations[e].proxy_model.name)
	texts.word(input.evaluations[e].proxy_model.version)
}

_comparable contains e if {
	some e in _with_proxy_model
	texts.all_words(input.evaluations[e].proxy_model.comparability_evaluations)
}

_with_own_risk contains e if {
	some e in _with_proxy_model
	texts.word(input.evaluations[e].proxy_model.own_risk_assessment)
}

_with_differences contains e if {
	some e in _with_proxy_model
	texts.all_words(input.evaluations[e].proxy_model.known_differences)
}

findings contains found.section("4.1.d", "no_proxy_model", "evaluations") if not _some_proxy_model_named

findings contains found.evaluation("4.1.d", "proxy_not_named", e, "proxy_model") if {
	some e in (_with_proxy_model - _identified)
}

findings contains found.evaluation("4.1.d", "no_comparison", e, "proxy_model.comparability_evaluations") if {
	some e in (_with_proxy_model - _comparable)
}

findings contains found.evaluation("4.1.d", "proxy_risk_unknown", e, "proxy_model.own_risk_assessment") if {
	some e in (_with_proxy_model - _with_own_risk)
}

findings contains found.evaluation("4.1.d", "no_differences", e, "proxy_model.known_differences") if {
	some e in (_with_proxy_model - _with_differences)
}

findings contains found.evaluation("4.1.d", "not_backed", e, "evidence") if some e in (_with_proxy_model - _backed)
