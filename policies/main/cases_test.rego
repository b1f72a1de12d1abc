# METADATA
# scope: package
# title: The tables, run by OPA
# description: Every case beside every practice, as `python -m tools.cases --write` prepares it.
package ai800.main_test

import data.ai800.main

test_case[name] if {
	some name, case in data.cases
	answers := main.answers with input as case.document
	_verdict(answers, case) == case.verdict
	_codes(answers, case) == {code | some code in case.findings}
}

test_there_are_cases if count(data.cases) > 0

_order := ["unmet", "partial", "needs_review", "met", "not_applicable"]

_verdict(answers, case) := worst[0] if {
	found := {answer.verdict |
		some variant in ["both", case.variant]
		some subject in case.subjects
		answer := answers[_][variant].verdicts[case.id][subject]
	}
	worst := [verdict | some verdict in _order; verdict in found]
	count(worst) > 0
} else := "unmet"

_codes(answers, case) := {finding.code |
	some variant in ["both", case.variant]
	some finding in answers[_][variant].findings
	finding.id == case.id
	finding.subject in case.subjects
}

# METADATA
# description: What the policies answer in each case, for whoever compares it with another engine.
answers[name] := found if {
	some name, case in data.cases
	found := main.answers with input as case.document
}
