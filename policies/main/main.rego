# METADATA
# scope: package
# title: Verdicts
# description: |
#   The one document the checker reads. It composes every practice by name, so adding a practice edits no list, and it
#   alone knows in which order claims become verdicts.
# schemas:
#   - input: schema.document
# custom:
#   common:
#     findings:
#       links_only: it rests only on addresses outside the repository
#       rating_not_supported: "{p} is rated {rating}, and no sound and conclusive evaluation, tried red team or backed capability estimate names it"
#       rating_disputed: evaluation {e} speaks of risk for {p}, which is rated low, and no later one clears it
#       rating_disputed_by_red_team: red team {r} misused the model for {p}, which is rated low, and no later one without a success answers it
#       rating_outdone: "in evaluation {e} the model does worse than every baseline ({value} against {baselines}), and the marginal risk of {p} is rated {rating}"
#       rating_uncompared: evaluation {e} speaks of risk for {p}, whose marginal risk is rated {rating}, and no result beside a baseline shows that the model adds little to it
#       rating_uncompared_by_red_team: red team {r} misused the model for {p}, whose marginal risk is rated {rating}, and no result beside a baseline, no earlier and with no less access, shows that the model adds little to it
#       other_name: evaluation {e} of variant {variant} was done on a model whose name is neither that of the release nor of one of its base models
#     reviews:
#       links_only: Do the addresses given show what is stated?
#       not_borne_out: Is the low rating borne out, although nothing measured names the threat profile, or an evaluation or a red team speaks against it?
#       other_name: Is the model that was evaluated the one released here, or its base?
#     partial:
#       unbacked: what is stated is complete, and nothing in the repository bears it out
#       incomplete: part of what is asked is there
package ai800.main

import data.ai800.ipd
import data.ai800.lib.considerations

# METADATA
# title: Answers
# description: |
#   Verdicts and findings of every practice, by practice and by file (both, open, closed). Every row names its subjects
#   (the channels it judges, or `release`), and every subject has a verdict, so nothing is passed over in silence.
# entrypoint: true
answers[practice][variant] := {"verdicts": _verdicts(practice, variant), "findings": _findings(practice, variant)} if {
	some practice, variant
	_ := ipd[practice][variant].subjects
}

_verdicts(practice, variant) := {id: {subject: _verdict(practice, variant, id, subject) | some subject in subjects} |
	some id, subjects in ipd[practice][variant].subjects
}

_verdict(practice, variant, id, subject) := {"verdict": "unmet", "because": []} if {
	_contradictions[practice][variant][id][subject]
} else := {"verdict": "not_applicable", "because": reasons} if {
	reasons := _strict.not_applicable[practice][variant][id][subject]
	count(reasons) > 0
} else := {"verdict": "met", "because": []} if {
	_holds(_strict, [practice, variant, id, subject])
} else := {"verdict": "needs_review", "because": questions} if {
	questions := _questions(practice, variant, id, subject)
} else := {"verdict": "partial", "because": reasons} if {
	reasons := _missing(practice, variant, id, subject)
} else := {"verdict": "unmet", "because": []}

_contradictions[practice][variant][finding.id] contains finding.subject if {
	some practice, variant
	some finding in ipd[practice][variant].findings
	startswith(finding.code, "contradicts_")
}

# What is claimed, when proof is taken as holding that is not there. One shape for every row: the lines of a rule are
# written once, and what it lacks is found by asking again. Where a row has no reason or question the set may still be
# there, and empty: an empty set claims nothing.
_claims := {
	"met": _met,
	"not_applicable": _not_applicable,
	"needs_review": _needs_review,
	"considered": considerations.decided,
	"consideration_fails": _consideration_fails,
}

_met[practice][variant] := ipd[practice][variant].met

_not_applicable[practice][variant] := ipd[practice][variant].not_applicable

_needs_review[practice][variant] := ipd[practice][variant].needs_review

_consideration_fails[practice][variant] := ipd[practice][variant].consideration_fails

_strict := _claims

# A whole new input: OPA writes `with input.assume` into the document itself where that document came out of another
# `with`, and everything asked afterwards then sees it.
_assuming(what) := object.union(input, {"assume": what})

_with_links := claims if {
	_mentions_links
	claims := _claims with input as _assuming({"links": true, "borne_out": false, "names": false, "backing": false})
}

_with_ratings := claims if {
	claims := _claims with input as _assuming({"links": true, "borne_out": true, "names": false, "backing": false})
}

_with_names := claims if {
	claims := _claims with input as _assuming({"links": true, "borne_out": true, "names": true, "backing": false})
}

_with_backing := claims if {
	claims := _claims with input as _assuming({"links": true, "borne_out": true, "names": true, "backing": true})
}

_mentions_links if input.mentions_links

# A row stands when it is met, does not apply, or asks a question of its own.
_stands(claims, place) if _holds(claims, place)

_stands(claims, [practice, variant, id, subject]) if count(claims.not_applicable[practice][variant][id][subject]) > 0

_stands(claims, [practice, variant, id, subject]) if count(claims.needs_review[practice][variant][id][subject]) > 0

_holds(claims, [practice, variant, id, subject]) if claims.met[practice][variant][id][subject]

_holds(claims, [practice, variant, id, subject]) if {
	id in claims.considered
	not claims.consideration_fails[practice][variant][id][subject]
}

_questions(practice, variant, id, subject) := questions if {
	questions := _strict.needs_review[practice][variant][id][subject]
	count(questions) > 0
} else := {"links_only"} if {
	_stands(_with_links, [practice, variant, id, subject])
} else := {"not_borne_out"} if {
	_stands(_with_ratings, [practice, variant, id, subject])
} else := {"other_name"} if {
	_stands(_with_names, [practice, variant, id, subject])
}

# Read as a whole, as the claims are: compiled, a look-up finds only some of the entries where rules of one name give the
# subject as a variable and others as a word.
_partial[practice][variant] := ipd[practice][variant].partial

_missing(practice, variant, id, subject) := reasons if {
	reasons := _partial[practice][variant][id][subject]
	count(reasons) > 0
} else := {"unbacked"} if {
	_stands(_with_backing, [practice, variant, id, subject])
}

# What is reported. A row that does not apply, or that a consideration closes, reports only contradictions and notes.
_findings(practice, variant) := {finding |
	some finding in ipd[practice][variant].findings
	_reported(practice, variant, finding)
}

_reported(_, _, finding) if startswith(finding.code, "contradicts_")

_reported(_, _, finding) if finding.code in {"absent", "not_credited"}

_reported(practice, variant, finding) if {
	not _does_not_apply[practice][variant][finding.id][finding.subject]
	not _closed_by_consideration[practice][variant][finding.id][finding.subject]
}

_does_not_apply[practice][variant][id] contains subject if {
	some practice, variant
	some id, subjects in _strict.not_applicable[practice][variant]
	some subject, reasons in subjects
	count(reasons) > 0
}

_closed_by_consideration[practice][variant][id] contains subject if {
	some practice, variant
	some id, subjects in ipd[practice][variant].subjects
	id in _strict.considered
	some subject in subjects
	not _strict.consideration_fails[practice][variant][id][subject]
}
