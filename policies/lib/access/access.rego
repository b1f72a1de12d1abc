# METADATA
# scope: package
# title: Access
# description: Access levels in their order.
package ai800.lib.access

# METADATA
# description: Rank of each level; weights are weights, so what compares them treats 4, 5 and 6 as its row says.
rank := {
	"internal_only": 0,
	"hosted_interface": 1,
	"api_inference": 2,
	"api_finetuning": 3,
	"gated_weights": 4,
	"widely_available_weights": 5,
	"fully_open": 6,
}
