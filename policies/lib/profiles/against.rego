package ai800.lib.profiles

import data.ai800.lib.access
import data.ai800.lib.channels
import data.ai800.lib.evaluations
import data.ai800.lib.ratings
import data.ai800.lib.red_teams
import data.ai800.lib.texts

# METADATA
# description: |
#   Evaluations that speak of risk for a threat profile. Neither soundness nor a date is asked of them: what speaks
#   against the release counts as soon as it names the profile and says so.
adverse[p] contains i if {
	some p, profile in input.threat_profiles
	some i in profile.evaluations
	input.evaluations[i].conclusion == "risk_indicated"
}

adverse[p] contains i if {
	some p, found in evaluations.crossed_for
	some i in found
}

# METADATA
# description: |
#   A later sound evaluation of what is released, of the same task or threshold and at no lower access, that indicates no
#   risk and crosses nothing, clears an adverse one.
cleared[p] contains i if {
	some p, found in adverse
	some i in found
	some question in _questions[i]
	_latest.clearing[p][question][_reach(input.evaluations[i].access)] >= input.evaluations[i].performed_on.day
}

_answering.clearing contains j if {
	some j in ((evaluations.sound - evaluations.other_model) - evaluations.crossed)
	input.evaluations[j].conclusion == "no_risk_indicated"
}

_answering.compared contains j if some j in (evaluations.compared - evaluations.other_model)

# The last day on which each question was answered with as much access or more, so that nothing is joined with everything.
_latest[kind][p][question][rank] := max(days) if {
	some kind, profiles_answered in _days
	some p, questions in profiles_answered
	some question, ranks in questions
	some rank, days in ranks
}

_days[kind][p][question][rank] contains input.evaluations[j].performed_on.day if {
	some kind, found in _answering
	some j in found
	some p in input.evaluations[j].threat_profiles
	some question in _questions[j]
	some rank in numbers.range(0, _reach(input.evaluations[j].access))
}

# Weights are weights (ai800): 5 and 6 count as 4.
_reach(level) := min([access.rank[level], 4])

# A task or a threshold is what an evaluation asks about.
_questions[i] contains ["task", record.task.name.key] if {
	some i, record in input.evaluations
	texts.word(record.task.name.grade)
}

_questions[i] contains ["threshold", record.threshold] if {
	some i, record in input.evaluations
	record.threshold >= 0
}

# METADATA
# description: Evaluations that speak of risk for a threat profile and that nothing clears.
standing_against[p] := found - object.get(cleared, p, set()) if some p, found in adverse

# METADATA
# description: |
#   Red teams that misused the model for a threat profile, whatever their state, and that no later one answers: tried for
#   the same profile, without a success, with no less access to the same safeguards.
misused_for[p] contains r if {
	some p, profile in input.threat_profiles
	some r in profile.red_teams
	some n in red_teams.misused[r]
	not answered[p][r][n]
}

# METADATA
# description: For each threat profile and red team, the places of the successes that a later red team answers.
answered[p][r] contains n if {
	some p, profile in input.threat_profiles
	some r in profile.red_teams
	some n in red_teams.misused[r]
	some later in profile.red_teams
	later in red_teams.tried
	not red_teams.misused[later]
	input.red_teams[later].performed_on.day >= input.red_teams[r].performed_on.day
	some result in input.red_teams[later].results
	_tried_again(result, input.red_teams[r].results[n])
}

_tried_again(later, earlier) if {
	later.outcome == "not_misused"
	later.safeguards_on == earlier.safeguards_on
	_reach(later.access) >= _reach(earlier.access)
}

# METADATA
# description: Rated low, while an evaluation or a red team speaks of risk and no later one clears it (closed).
disputed contains p if {
	some p in called_low.closed
	count(standing_against[p]) > 0
}

disputed contains p if {
	some p in called_low.closed
	misused_for[p]
}

# METADATA
# description: |
#   For each threat profile, the evaluations in which the model does worse than every baseline. Where the direction is
#   unknown, a value outside all of them is enough: leaving the threshold out must not help.
worse_than_baselines[p] contains i if {
	some p, profile in input.threat_profiles
	some i in profile.evaluations
	i in _worse
}

_worse contains i if {
	some i, record in input.evaluations
	bases := [base.value.value | some base in record.baselines]
	count(bases) > 0
	some direction in object.get(_directions, i, {"up", "down"})
	_beyond(direction, record.result.value.value, bases)
}

_directions[i] contains direction if {
	some i, found in evaluations.compared_with
	some t in found
	direction := _direction[input.thresholds[t].metric.operator]
}

_direction := {">": "up", ">=": "up", "<": "down", "<=": "down"}

_beyond(direction, value, bases) if {
	direction == "up"
	value > max(bases)
}

_beyond(direction, value, bases) if {
	direction == "down"
	value < min(bases)
}

# METADATA
# description: |
#   What speaks of risk for a threat profile, by section, and is beside no baseline: such a risk may be one that actors
#   have anyway, and nothing measured says so (techfreedom:TF-04, TF-05). A comparison of the same task or threshold, no
#   earlier and with no less access, says it for an evaluation; one with no less access and no earlier for a red team.
uncompared[p].evaluations contains i if {
	some p, found in standing_against
	some i in (found - _answering.compared)
	not _compared_later[p][i]
}

uncompared[p].red_teams contains r if {
	some p, found in misused_for
	some r in found
	some n in red_teams.misused[r]
	not answered[p][r][n]
	not _compared_at[p][r][n]
}

_compared_later[p] contains i if {
	some p, found in standing_against
	some i in (found - _answering.compared)
	some question in _questions[i]
	_latest.compared[p][question][_reach(input.evaluations[i].access)] >= input.evaluations[i].performed_on.day
}

# Gathered before they are joined with what speaks of risk, so that many of either alone cost nothing.
_beside[p] := _answering.compared & {e | some e in profile.evaluations} if some p, profile in input.threat_profiles

_compared_at[p][r] contains n if {
	some p, found in misused_for
	some r in found
	some n in red_teams.misused[r]
	some j in _beside[p]
	input.evaluations[j].performed_on.day >= input.red_teams[r].performed_on.day
	_reach(input.evaluations[j].access) >= _reach(input.red_teams[r].results[n].access)
}

# METADATA
# description: |
#   Rated none or low, while the model does worse than every baseline, or what speaks of risk is beside none (open).
contested contains p if {
	some p in called_low.open
	p in _spoken_against
}

_spoken_against contains p if some p, _ in worse_than_baselines

_spoken_against contains p if some p, _ in uncompared

# METADATA
# description: The same for a row judged per channel, where the rating on the channel counts too.
contested_on[c] contains p if {
	some c in channels.of.open
	some p in contested
}

contested_on[c] contains p if {
	some c in channels.of.open
	some p in _spoken_against
	input.channels[c].risks[p].marginal in ratings.low_marginal
}
