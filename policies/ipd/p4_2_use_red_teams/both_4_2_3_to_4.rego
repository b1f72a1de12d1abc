package ai800.ipd.p4_2_use_red_teams.both

import data.ai800.lib.channels
import data.ai800.lib.findings as found
import data.ai800.lib.red_teams
import data.ai800.lib.texts

# METADATA
# title: Independent red teams try every threat profile
# description: |
#   Some backed red team is declared independent of the developer and states its conflicts of interest, and every threat
#   profile that a red team tried was tried by such a team. Whether it is independent in fact a person judges.
# custom:
#   ask: plain
#   decides: judgement
#   page: 11
#   basis: [nist, ai800, "ai800:words", "ai800:content"]
#   remedy: "Declare `red_teams[].team.independence` and state `team.conflicts` (`none` is an answer)."
#   never_decidable: independence in fact
#   findings:
#     no_red_team: no red team exercise is declared as performed and still valid
#     no_independent_team: no backed red team is declared independent with its conflicts stated
#     only_internal: threat profile {p} was tried only by teams not declared independent
#   reviews:
#     links_only: Do the addresses given show red teams of outside experts who are independent of the developer?
#     independence: Are the red teams meaningfully independent of the developer, and free of conflicting incentives?
#   partial:
#     incomplete: some threat profiles were tried by an independent team, and others were not
#   example: |
#     red_teams:
#       - id: red
#         threat_profiles: [bio]
#         team: {name: Red Cell Ltd, independence: external_independent, conflicts: none}
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
subjects["4.2.3"] := channels.release.all

needs_review["4.2.3"].release contains "independence" if {
	count(_independent) > 0
	count(_only_internal) == 0
}

partial["4.2.3"].release contains "incomplete" if count(_independent) > 0

_independent contains r if {
	some r in _backed
	input.red_teams[r].team.independence in {"external_independent", "government"}
	_conflicts_told(input.red_teams[r].team.conflicts)
}

_conflicts_told(conflicts) if texts.said(conflicts)

_conflicts_told(conflicts) if texts.denied(conflicts)

_only_internal := red_teams.naming(red_teams.current) - red_teams.naming(_independent)

findings contains found.section("4.2.3", "no_independent_team", "red_teams") if {
	count(red_teams.current) > 0
	count(_independent) == 0
}

findings contains found.profile("4.2.3", "only_internal", p, "") if {
	count(_independent) > 0
	some p in _only_internal
}

# METADATA
# title: Each red team is compared with the actors it stands for
# description: |
#   Every red team names threat profiles whose actor's resources are described, says what separates it from each of those
#   actors, states its expertise and person-days, and is backed.
# custom:
#   ask: plain
#   decides: existence
#   page: 11
#   basis: [nist, "ai800:words", "ai800:content"]
#   remedy: "Give each `red_teams[]` a `compared_actors[]` entry for each of its `threat_profiles[]` and state its `gap`, `team.expertise` and `team.person_days`; describe `threat_profiles[].actor.resources`."
#   never_decidable: whether the gap is the real one and the result was read accordingly
#   findings:
#     no_red_team: no red team exercise is declared as performed and still valid
#     no_threat_profile: red team {r} names no threat profile, so no actor to compare it with
#     no_actor_to_compare: red team {r} is not compared with the actor of {p}, or that threat profile does not state the actor's resources
#     resources_unknown: red team {r} does not state its expertise and person-days
#     no_gap: red team {r} says nothing of the gap to an actor that it is compared with
#     not_backed: red team {r} rests on nothing that can be read
#   reviews:
#     links_only: Do the addresses given compare the team with the threat actor and account for the gap?
#   partial:
#     incomplete: some red teams are compared with some of their actors
#   example: |
#     red_teams:
#       - id: red
#         threat_profiles: [bio]
#         team: {expertise: "Biology, security and jailbreaking skills.", person_days: 30}
#         compared_actors: [{threat_profile: bio, gap: "The team had less time than the actor."}]
#         performed_on: "2026-02-10"
#         evidence: [docs/red-team.md]
#     threat_profiles:
#       - {id: bio, actor: {kind: Small group, resources: Undergraduate biology skills}}
subjects["4.2.4"] := channels.release.all

met["4.2.4"].release if {
	_resources_told
	red_teams.current == _compared & _with_gaps
}

partial["4.2.4"].release contains "incomplete" if {
	_resources_told
	count(_compared_with) > 0
}

partial["4.2.4"].release contains "incomplete" if {
	count(((_compared & _with_gaps) & red_teams.resourced) & _backed) > 0
}

# Lines 1, 3 and 5.
_resources_told if {
	count(red_teams.current) > 0
	red_teams.current == red_teams.resourced & _backed
}

# Line 2, by red team and threat profile.
_compared_with[r] contains p if {
	some r in red_teams.current
	some p in input.red_teams[r].threat_profiles
	some actor in input.red_teams[r].compared_actors
	actor.threat_profile == p
	texts.word(input.threat_profiles[p].actor.resources)
}

_compared contains r if {
	some r, near in _compared_with
	every p in input.red_teams[r].threat_profiles { p in near }
}

_with_gaps contains r if {
	some r in red_teams.current
	count(input.red_teams[r].compared_actors) > 0
	every actor in input.red_teams[r].compared_actors { texts.said(actor.gap) }
}

findings contains found.red_team("4.2.4", "no_threat_profile", r, "threat_profiles") if {
	some r in red_teams.current
	count(input.red_teams[r].threat_profiles) == 0
}

findings contains found.red_team_of("4.2.4", "no_actor_to_compare", r, p) if {
	some r in red_teams.current
	some p in input.red_teams[r].threat_profiles
	not p in object.get(_compared_with, r, set())
}

findings contains found.red_team("4.2.4", "resources_unknown", r, "team") if {
	some r in (red_teams.current - red_teams.resourced)
}

findings contains object.union(found.red_team("4.2.4", "no_gap", r, "gap"), {"at": actor.at}) if {
	some r in red_teams.current
	some actor in input.red_teams[r].compared_actors
	not texts.said(actor.gap)
}
