package ai800.ipd.p4_1_measure_capabilities.both

import data.ai800.lib.channels
import data.ai800.lib.evaluations
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: Overlap with the training data is measured, and there is none
# description: Every evaluation was checked for overlap with the training data, says how, and how much was found.
# custom:
#   ask: plain
#   decides: computed
#   page: 10
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Give each `evaluations[]` a `contamination` with `checked: true`, `method` and `overlap`."
#   never_decidable: whether the method finds paraphrased or translated overlap
#   findings:
#     no_evaluations: no evaluation is declared as performed and still valid
#     not_checked: evaluation {e} was not checked for overlap with the training data
#     no_method: evaluation {e} does not say how overlap was measured
#     not_measured: evaluation {e} gives no overlap from 0 to 1
#     not_backed: evaluation {e} rests on nothing that can be read
#   reviews:
#     links_only: Do the addresses given show how overlap with the training data was measured, and what was found?
#     overlap: Is the result of an evaluation that overlaps with the training data still usable, and is it read accordingly?
#   partial:
#     incomplete: some evaluations were checked in full, and others were not
#   example: |
#     evaluations:
#       - id: bio-test
#         performed_on: "2026-02-01"
#         contamination: {checked: true, method: "Overlap of 13-grams with the training data", overlap: 0}
#         evidence: [docs/contamination.md]
subjects["4.1.7"] := channels.release.all

met["4.1.7"].release if {
	_overlap_measured
	count(_overlapping) == 0
}

needs_review["4.1.7"].release contains "overlap" if {
	_overlap_measured
	count(_overlapping) > 0
}

partial["4.1.7"].release contains "incomplete" if count(_fully_checked) > 0

# Lines 1 to 5.
_overlap_measured if {
	count(evaluations.read) > 0
	evaluations.read == _fully_checked
}

_fully_checked := ((_checked & _with_overlap_method) & _with_overlap) & _backed

_checked contains e if {
	some e in evaluations.read
	input.evaluations[e].contamination.checked == true
}

_with_overlap_method contains e if {
	some e in evaluations.read
	texts.said(input.evaluations[e].contamination.method)
}

_with_overlap contains e if {
	some e in evaluations.read
	overlap := input.evaluations[e].contamination.overlap.value
	overlap >= 0
	overlap <= 1
}

_overlapping contains e if {
	some e in _with_overlap
	input.evaluations[e].contamination.overlap.value > 0
}

findings contains found.section("4.1.7", "no_evaluations", "evaluations") if count(evaluations.read) == 0

findings contains found.evaluation("4.1.7", "not_checked", e, "contamination.checked") if {
	some e in (evaluations.read - _checked)
}

findings contains found.evaluation("4.1.7", "no_method", e, "contamination.method") if {
	some e in (evaluations.read - _with_overlap_method)
}

findings contains found.evaluation("4.1.7", "not_measured", e, "contamination.overlap") if {
	some e in (evaluations.read - _with_overlap)
}

findings contains found.evaluation("4.1.7", "not_backed", e, "evidence") if some e in (evaluations.read - _backed)
