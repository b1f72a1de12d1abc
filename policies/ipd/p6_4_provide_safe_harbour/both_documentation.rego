package ai800.ipd.p6_4_provide_safe_harbour.both

import data.ai800.lib.channels
import data.ai800.lib.considerations
import data.ai800.lib.findings as found
import data.ai800.lib.texts

# METADATA
# title: The commitment to no legal action is summarised
# description: The text of the safe harbour, that it rules out legal action, and evidence.
# custom:
#   ask: can
#   decides: existence
#   page: 15
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Summarise the commitment in `disclosure.safe_harbour.text`, set `no_legal_action: true` and give `evidence`."
#   findings:
#     no_summary: the commitment is not summarised
#     legal_action_open: the summary does not rule out legal action
#     not_backed: the commitment has no reference that resolves
#   reviews:
#     links_only: Does the address given summarise the commitment not to take legal action?
#   example: |
#     disclosure:
#       safe_harbour:
#         text: We take no legal action against research in good faith.
#         no_legal_action: true
#         evidence: [SECURITY.md#safe-harbour]
subjects["6.4.a"] := channels.release.all

met["6.4.a"].release if {
	_safe_harbour
	_no_legal_action
	_rests_on_something(input.disclosure.safe_harbour)
}

partial["6.4.a"].release contains "incomplete" if {
	_safe_harbour
	not _no_legal_action
}

partial["6.4.a"].release contains "incomplete" if {
	_no_legal_action
	not _safe_harbour
}

findings contains found.section("6.4.a", "no_summary", "disclosure.safe_harbour.text") if not _safe_harbour

findings contains found.section("6.4.a", "legal_action_open", "disclosure.safe_harbour.no_legal_action") if {
	input.disclosure.safe_harbour.given
	not _no_legal_action
}

findings contains found.section("6.4.a", "not_backed", "disclosure.safe_harbour") if {
	input.disclosure.safe_harbour.given
	not _rests_on_something(input.disclosure.safe_harbour)
}

# METADATA
# title: The process for vetted access is described
# description: How vetted researchers get access, with evidence. A backed consideration that none is offered leaves nothing to describe.
# custom:
#   ask: can
#   decides: existence
#   page: 15
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: Describe `disclosure.researcher_access.process` and point `evidence` at it.
#   findings:
#     no_process: the process for vetted access is not described
#     not_backed: the process has no reference that resolves
#   reviews:
#     links_only: Does the address given describe the process for vetted access to models with fewer safeguards?
#   reasons:
#     not_offered:
#       text: a backed entry in considered says that no such access is offered, so there is no process to describe
#       basis: ai800
#   example: |
#     disclosure:
#       researcher_access:
#         process: Apply with a short research plan; an answer comes within two weeks.
#         evidence: [docs/governance/researchers.md#access]
subjects["6.4.b"] := channels.release.all

met["6.4.b"].release if {
	texts.said(input.disclosure.researcher_access.process)
	_rests_on_something(input.disclosure.researcher_access)
}

not_applicable["6.4.b"].release contains "not_offered" if {
	"6.4.3" in considerations.decided
	not texts.word(input.disclosure.researcher_access.process)
}

findings contains found.section("6.4.b", "no_process", "disclosure.researcher_access.process") if {
	not texts.said(input.disclosure.researcher_access.process)
}

findings contains found.section("6.4.b", "not_backed", "disclosure.researcher_access") if {
	texts.said(input.disclosure.researcher_access.process)
	not _rests_on_something(input.disclosure.researcher_access)
}
