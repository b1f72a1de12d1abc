# METADATA
# scope: package
# title: Use red teams, for published weights
# description: |
#   A realistic deployment of public weights is access to the weights. A success with them is weighed by what it adds to
#   what an actor has anyway.
# schemas:
#   - input: schema.document
package ai800.ipd.p4_2_use_red_teams.open

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.evaluations
import data.ai800.lib.evidence
import data.ai800.lib.findings as found
import data.ai800.lib.profiles
import data.ai800.lib.red_teams

# METADATA
# title: Every threat profile is tried with the weights, and each success is weighed
# description: |
#   A tried red team for every threat profile, at the access an actor gets, with its setting, expertise and person-days;
#   where one succeeded the marginal risk is rated and backed. Whether it was well resourced a person judges.
# custom:
#   basis: [nist, "techfreedom:TF-29", ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     success_not_weighed: {basis: "techfreedom:TF-29", text: "a success with public weights is weighed by what it adds, and not answered by a later team"}
#   findings:
#     success_not_weighed: a red team succeeded on threat profile {p}, and its marginal risk has no backed rating
#     adverse_without_date: red team {r} succeeded on threat profile {p}, whose marginal risk has no backed rating, and its own dates say that this does not hold now
#   reviews:
#     links_only: Do the addresses given show an adequately resourced red team in a realistic setting, with access to the weights?
#     resources: Was the red team adequately resourced and the setting realistic; and where it succeeded with the weights, does that add to what closed models or other technology already give this actor?
subjects["4.2.1"] := channels.release.open

needs_review["4.2.1"].release contains "resources" if _tried_and_weighed

needs_review["4.2.1"].release contains "adverse_without_date" if {
	_tried_and_weighed
	count(_unweighed) > 0
}

partial["4.2.1"].release contains "incomplete" if {
	red_teams.told
	count(red_teams.at_reach.open) > 0
}

partial["4.2.1"].release contains "incomplete" if profiles.every_one(red_teams.at_reach.open)

# Lines 1 to 6.
_tried_and_weighed if {
	red_teams.told
	profiles.every_one(red_teams.at_reach.open)
	count(_unweighed - red_teams.history) == 0
}

# Line 6: a success counts as it is, whether or not anything backs it.
_unweighed contains r if {
	some r, _ in red_teams.misused
	some p in input.red_teams[r].threat_profiles
	not p in _weighed
}

_weighed contains p if {
	some p, profile in input.threat_profiles
	profile.marginal.rating != ""
	evidence.backed(profile.marginal)
}

findings contains finding if some finding in red_teams.gaps.open

findings contains found.profile("4.2.1", "success_not_weighed", p, "marginal") if {
	some r in (_unweighed - red_teams.history)
	some p in input.red_teams[r].threat_profiles
	not p in _weighed
}

findings contains found.red_team_of("4.2.1", "adverse_without_date", r, p) if {
	some r in (_unweighed & red_teams.history)
	some p in input.red_teams[r].threat_profiles
	not p in _weighed
}

# METADATA
# title: The weights are tried with the safeguards off
# description: |
#   Some result with the weights; and one there with the safeguards off, or a fine-tuning attack on the weights among the
#   evaluations.
# custom:
#   basis: [nist, eu_cop, ai800, "ai800:words", "ai800:content"]
#   specific_to_openness:
#     weights_level_not_tried: {basis: "nist", text: "a red team has the access that actors will have, and of public weights that is the weights"}
#     no_attack_on_safeguards: {basis: "nist", text: whoever has the weights can take the safeguards off}
#   findings:
#     no_attack_on_safeguards: nobody tried the weights with safeguards off or fine-tuned away
subjects["4.2.8"] := channels.release.open

met["4.2.8"].release if {
	_tried_without_safeguards
	count(red_teams.in_conflict) == 0
}

needs_review["4.2.8"].release contains "results_conflict" if {
	_tried_without_safeguards
	count(red_teams.in_conflict) > 0
}

partial["4.2.8"].release contains "incomplete" if count(_with_weights) > 0

# Lines 1 to 3.
_tried_without_safeguards if {
	count(_with_weights) > 0
	_without_safeguards
}

_with_weights[r] contains n if {
	some r in red_teams.tried
	some n in red_teams.results[r]
	access.rank[input.red_teams[r].results[n].access] >= 4
}

_without_safeguards if {
	some r, places in _with_weights
	some n in places
	input.red_teams[r].results[n].safeguards_on == false
}

_without_safeguards if {
	some rank in evaluations.attack
	rank >= 4
}

findings contains found.section("4.2.8", "no_red_team", "red_teams") if count(red_teams.tried) == 0

findings contains found.section("4.2.8", "weights_level_not_tried", "red_teams") if {
	count(red_teams.tried) > 0
	count(_with_weights) == 0
}

findings contains found.section("4.2.8", "no_attack_on_safeguards", "red_teams") if {
	count(_with_weights) > 0
	not _without_safeguards
}
