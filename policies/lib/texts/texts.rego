# METADATA
# scope: package
# title: Texts
# description: Texts reach the policies as grades (missing, placeholder, denied, word, statement); Python graded them.
package ai800.lib.texts

# METADATA
# description: Something is said, and it is no placeholder.
word(grade) if grade in {"word", "statement"}

# METADATA
# description: A statement of three words or more (ai800:words).
said(grade) if grade == "statement"

# METADATA
# description: None, or nothing, which is a full answer where a row says so.
denied(grade) if grade == "denied"

# METADATA
# description: A list that has an item, each of them a word.
all_words(grades) if {
	count(grades) > 0
	every grade in grades { word(grade) }
}

# METADATA
# description: Some item of the list is a statement.
some_said(grades) if {
	some grade in grades
	said(grade)
}
