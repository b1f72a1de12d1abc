# METADATA
# scope: package
# title: Assess the risk of model theft from relevant threat actors.
# description: Who could steal the model, and how likely that is, was assessed; the rows read `security.theft_assessments`. Once the weights are public they no longer apply.
# schemas:
#   - input: schema.document
# custom:
#   objective: 3
#   page: 8
#   shared:
#     3.1.1:
#       reviews:
#         theft_moot: &moot "Is it true that misuse risk is managed without keeping this model confidential, so that objective 3 does not ask for this?"
#       reasons:
#         weights_published: &published
#           text: "the weights are public and no other model is declared confidential, so nothing of this model is left to steal"
#           basis: "techfreedom:TF-20"
#     3.1.2:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
#     3.1.3:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
#     3.1.4:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
#     3.1.a:
#       reviews:
#         theft_moot: *moot
#       reasons:
#         weights_published: *published
package ai800.ipd.p3_1_assess_theft_risk.both

import data.ai800.lib.channels
import data.ai800.lib.dates
import data.ai800.lib.findings as found
import data.ai800.lib.profiles
import data.ai800.lib.texts
import data.ai800.lib.theft

# METADATA
# title: Theft by each actor is assessed
# description: Every threat profile, with its actor's resources and motivation, is in a theft assessment, by its id or by its kind of actor; every assessment is dated, backed and reaches a result.
# custom:
#   ask: plain
#   decides: existence
#   page: 8
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Add `security.theft_assessments[]` with `threat_profiles[]`, `actors[]`, `predicted_risk`, `assessed_on` and `evidence`."
#   never_decidable: "whether the actor's tactics and sophistication (no field) were weighed, and whether the estimate is right"
#   findings:
#     no_profiles: "no threat profile is declared, so no actor's theft risk is assessed"
#     no_assessment: "the risk of model theft is not assessed"
#     profile_not_assessed: "no theft assessment covers threat profile {p} or its actor"
#     actor_not_described: "threat profile {p} lacks the actor's resources or motivation, on which theft risk depends"
#     no_result: "theft assessment {id} reaches no risk or probability"
#     no_date: "theft assessment {id} has no assessed_on in the past"
#     not_backed: "theft assessment {id} rests on nothing that can be read"
#   reviews:
#     links_only: "Do the linked pages assess theft by each actor?"
#   partial:
#     incomplete: "theft was assessed for some threat profiles, but not for every one"
#   example: |
#     security:
#       theft_assessments:
#         - id: theft-1
#           assessed_on: "2025-05-20"
#           threat_profiles: [bio]
#           predicted_risk: low
#           evidence: [docs/theft.md]
#     threat_profiles:
#       - {id: bio, actor: {kind: Small group, resources: Undergraduate biology skills, motivation: Ideological violence}}
subjects["3.1.1"] := channels.release.all

met["3.1.1"].release if {
	profiles.every_one(_covered & _with_actor)
	theft.every_one((_with_result & theft.made) & theft.backed)
}

partial["3.1.1"].release contains "incomplete" if {
	profiles.some_but_not_every_one(_covered & _with_actor)
	theft.every_one((_with_result & theft.made) & theft.backed)
}

_covered contains p if {
	some p, profile in input.threat_profiles
	count(profile.theft_assessments) > 0
}

_with_actor contains p if {
	some p, profile in input.threat_profiles
	texts.word(profile.actor.resources)
	texts.word(profile.actor.motivation)
}

findings contains found.section("3.1.1", "no_profiles", "threat_profiles") if not profiles.exist

findings contains found.profile("3.1.1", "profile_not_assessed", p, "") if {
	count(theft.all) > 0
	some p in (profiles.all - _covered)
}

findings contains found.profile("3.1.1", "actor_not_described", p, "actor") if some p in (profiles.all - _with_actor)

# METADATA
# title: Conformance with cybersecurity practice is an input
# description: Some backed theft assessment names the cybersecurity practices it drew on.
# custom:
#   ask: consider
#   decides: existence
#   page: 8
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "List in `security.theft_assessments[].conformance[]` the cybersecurity practices the assessment drew on, or record in `considered[]` (`ipd:3.1.2`) why not."
#   never_decidable: "whether the organization conforms"
#   findings:
#     no_assessment: "the risk of model theft is not assessed"
#     no_conformance: "no backed theft assessment uses conformance with cybersecurity practice as an input"
#   reviews:
#     links_only: "Do the linked pages use conformance with cybersecurity practice as an input?"
#   example: |
#     security:
#       theft_assessments:
#         - id: theft-1
#           conformance: [ISO 27001 certified data centre]
#           evidence: [docs/theft.md]
subjects["3.1.2"] := channels.release.all

met["3.1.2"].release if count(_conforming & theft.backed) > 0

_conforming contains a if {
	some a, assessment in input.security.theft_assessments
	texts.all_words(assessment.conformance)
}

# METADATA
# title: Insiders are part of the assessment
# description: Some backed theft assessment covers insiders.
# custom:
#   ask: consider
#   decides: existence
#   page: 8
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Put `insider` into `security.theft_assessments[].covers[]`, or record in `considered[]` (`ipd:3.1.3`) why insiders were left out."
#   never_decidable: "how likely an insider is"
#   findings:
#     no_assessment: "the risk of model theft is not assessed"
#     no_insider: "no backed theft assessment covers insiders"
#   reviews:
#     links_only: "Do the linked pages assess theft by insiders?"
#   example: |
#     security:
#       theft_assessments:
#         - id: theft-1
#           covers: [external, insider]
#           evidence: [docs/theft.md]
subjects["3.1.3"] := channels.release.all

met["3.1.3"].release if count(_of_insiders & theft.backed) > 0

_of_insiders contains a if {
	some a, assessment in input.security.theft_assessments
	"insider" in assessment.covers
}

# METADATA
# title: Security was tested by intruding
# description: Some backed theft assessment reports a penetration test or cybersecurity red team with its day, its tester and its result.
# custom:
#   ask: consider
#   decides: existence
#   page: 8
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Add `security.theft_assessments[].penetration_tests[]` with `on`, `by` and `summary`, or record in `considered[]` (`ipd:3.1.4`) why none was made."
#   never_decidable: "how hard the test was"
#   findings:
#     no_assessment: "the risk of model theft is not assessed"
#     no_penetration_test: "no backed theft assessment reports a penetration test or cybersecurity red team"
#   reviews:
#     links_only: "Do the linked pages report a penetration test or cybersecurity red team?"
#   example: |
#     security:
#       theft_assessments:
#         - id: theft-1
#           penetration_tests:
#             - {"on": "2025-05-10", by: Red Cell Ltd, summary: No path to the weights was found.}
#           evidence: [docs/theft.md]
subjects["3.1.4"] := channels.release.all

met["3.1.4"].release if count(_tested & theft.backed) > 0

_tested contains a if {
	some a, assessment in input.security.theft_assessments
	some test in assessment.penetration_tests
	dates.happened(test.on)
	texts.word(test.by)
	texts.said(test.summary)
}

# METADATA
# title: The evidence on theft risk is summarized
# description: Every theft assessment is dated, backed and reaches a result, and every penetration test has a summary.
# custom:
#   ask: can
#   decides: existence
#   page: 8
#   basis: [nist, "techfreedom:TF-20", "ai800:words", "ai800:content", "ai800:moderate"]
#   remedy: "Point `security.theft_assessments[].evidence` at the summary and give each `penetration_tests[]` a `summary`."
#   never_decidable: "whether tests were left out"
#   findings:
#     no_assessment: "there is no summary of evidence on theft risk"
#     not_summarized: "theft assessment {id} has no date or no result"
#     test_without_result: "a penetration test of assessment {id} has no summary of its result"
#     not_backed: "theft assessment {id} points to no document that can be read"
#   reviews:
#     links_only: "Do the linked pages summarize the evidence on theft risk?"
#   partial:
#     incomplete: "some theft assessments are summarized with their tests, but not every one"
#   example: |
#     security:
#       theft_assessments:
#         - id: theft-1
#           assessed_on: "2025-05-20"
#           probability_of_theft: Unlikely within one year
#           evidence: [docs/theft.md]
subjects["3.1.a"] := channels.release.all

met["3.1.a"].release if theft.every_one(_summarized)

partial["3.1.a"].release contains "incomplete" if theft.some_but_not_every_one(_summarized)

_summarized := ((_with_result & theft.made) & theft.backed) - _with_open_test

_with_result := theft.predicting | theft.with_probability

_with_open_test contains a if {
	some a, assessment in input.security.theft_assessments
	some test in assessment.penetration_tests
	not texts.said(test.summary)
}

not_applicable[id].release contains "weights_published" if {
	theft.nothing_left
	some id, _ in subjects
}

needs_review[id].release contains "theft_moot" if {
	theft.moot
	some id, _ in subjects
}

findings contains found.section(id, "no_assessment", "security.theft_assessments") if {
	count(theft.all) == 0
	some id, _ in subjects
}

findings contains found.section(id, code, "security.theft_assessments") if {
	count(theft.all) > 0
	some id, [code, has] in {
		"3.1.2": ["no_conformance", _conforming],
		"3.1.3": ["no_insider", _of_insiders],
		"3.1.4": ["no_penetration_test", _tested],
	}
	count(has & theft.backed) == 0
}

findings contains theft.finding(id, code, a, field) if {
	some id, codes in _short_of
	some code, [field, short] in codes
	some a in short
}

# What each line about an assessment is short of, by code: the field concerned, and the assessments.
_short_of := {
	"3.1.1": {
		"no_result": ["", theft.all - _with_result],
		"no_date": ["assessed_on", theft.all - theft.made],
		"not_backed": ["evidence", theft.all - theft.backed],
	},
	"3.1.a": {
		"not_summarized": ["", theft.all - (_with_result & theft.made)],
		"test_without_result": ["penetration_tests", _with_open_test],
		"not_backed": ["evidence", theft.all - theft.backed],
	},
}
