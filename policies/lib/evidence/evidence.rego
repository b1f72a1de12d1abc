# METADATA
# scope: package
# title: Evidence
# description: |
#   Whether a record rests on something that can be read in the repository. `evidence` holds the status of each of its
#   references. What main assumes for the sake of a question (input.assume) is read here and nowhere else.
# schemas:
#   - input: schema.document
package ai800.lib.evidence

# METADATA
# description: At least one reference was found and holds real content.
backed(record) if "resolved" in record.evidence

backed(record) if {
	input.assume.links
	"external" in record.evidence
}

backed(_) if input.assume.backing

# METADATA
# description: A reference of its own (a sample, a log) was found and holds real content.
resolved(status) if status == "resolved"

resolved(status) if {
	input.assume.links
	status == "external"
}

resolved(status) if {
	input.assume.backing
	status != ""
}
