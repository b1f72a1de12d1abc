package ai800.ipd.p5_2_implement_safeguards.open

import data.ai800.lib.channels
import data.ai800.lib.doubts
import data.ai800.lib.effectiveness
import data.ai800.lib.mitigations
import data.ai800.lib.reassessment
import data.ai800.lib.safeguard_list

findings contains _report("5.2.1", c, finding) if {
	some c in channels.of.open
	some found in [mitigations.rating_gaps, mitigations.gaps, mitigations.not_credited, doubts.on_channel]
	some finding in found[c]
}

findings contains _report("5.2.1", c, finding) if {
	some c, found in _no_benefit_impact
	some s in found
	finding := {
		"code": "no_benefit_impact",
		"at": input.safeguards[s].at,
		"field": "benefit_impact",
		"args": {"s": input.safeguards[s].id},
	}
}

findings contains _report("5.2.1", c, finding) if {
	some c, found in _rests_on_other
	some p, standing in found
	some s in standing
	finding := {
		"code": "only_other_kind",
		"at": input.safeguards[s].at,
		"field": "kind",
		"args": {"p": input.threat_profiles[p].id, "s": input.safeguards[s].id},
	}
}

_report(id, c, finding) := object.union(finding, {"id": id, "subject": input.channels[c].id})

findings contains _report("5.2.2", c, finding) if {
	some c in channels.of.open
	some found in [effectiveness.gaps, mitigations.not_credited]
	some finding in found[c]
}

findings contains _report("5.2.3", c, finding) if {
	some c in channels.of.open
	some finding in reassessment.gaps[c]
}

findings contains object.union(finding, {"id": id, "subject": "release"}) if {
	some id, found in {"5.2.a": safeguard_list.gaps, "5.2.b": safeguard_list.result_gaps}
	some finding in (found | object.get(safeguard_list.empty, "open", set()))
}
