package ai800.lib.red_teams

import data.ai800.lib.access
import data.ai800.lib.findings
import data.ai800.lib.texts

# METADATA
# description: Threat profiles that some red team of a set names.
naming(found) := {p |
	some i in found
	some p in input.red_teams[i].threat_profiles
}

# METADATA
# description: Tried ones that say how their setting matches a real deployment.
realistic contains i if {
	some i in tried
	texts.said(input.red_teams[i].realistic_deployment)
}

# METADATA
# description: Current ones that state what the team knows, and its person-days.
resourced contains i if {
	some i in current
	team := input.red_teams[i].team
	texts.said(team.expertise)
	team.person_days.value > 0
}

# METADATA
# description: There are tried ones, and all of them say how realistic they were and what they had.
told if {
	count(tried) > 0
	tried == realistic
	count(tried - resourced) == 0
}

# METADATA
# description: For each variant, the threat profiles that were tried with as much access as an actor gets there.
at_reach[variant] contains p if {
	some variant, found in _at_reach
	some i, _ in found
	some p in input.red_teams[i].threat_profiles
}

# METADATA
# description: Those of them for which one of these attempts failed.
held[variant] contains p if {
	some variant, found in _at_reach
	some i, places in found
	some n in places
	input.red_teams[i].results[n].outcome == "not_misused"
	some p in input.red_teams[i].threat_profiles
}

_at_reach[variant][i] contains n if {
	some variant, rank in reach
	some i in tried
	some n in results[i]
	access.rank[input.red_teams[i].results[n].access] >= rank
}

_tried_profiles := naming(tried)

# METADATA
# description: Findings on the red teams of a variant that both variants ask for (4.2.1).
gaps[variant] contains findings.section("4.2.1", "no_red_team", "red_teams") if {
	some variant in ["open", "closed"]
	count(tried) == 0
}

gaps[variant] contains findings.profile("4.2.1", "profile_not_tried", p, "") if {
	some variant in ["open", "closed"]
	count(tried) > 0
	some p, _ in input.threat_profiles
	not p in _tried_profiles
}

gaps[variant] contains findings.red_team("4.2.1", "not_realistic", i, "realistic_deployment") if {
	some variant in ["open", "closed"]
	some i in (tried - realistic)
}

gaps[variant] contains findings.red_team("4.2.1", "resources_unknown", i, "team") if {
	some variant in ["open", "closed"]
	some i in (tried - resourced)
}

gaps[variant] contains object.union(finding, {"args": object.union(finding.args, {"access": level})}) if {
	some variant, level in reach_level
	some p in (_tried_profiles - object.get(at_reach, variant, set()))
	finding := findings.profile("4.2.1", "not_tried_at_reach", p, "")
}
