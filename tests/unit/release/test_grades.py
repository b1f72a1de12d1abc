"""Texts are graded once; a placeholder never counts as a word."""

from __future__ import annotations

import pytest

from ai800.release.grades import grade, grade_decision, key

# In a text and in a decision alike.
PLACEHOLDERS = (
    ("To be determined later", "placeholder"),
    ("Still to be written.", "placeholder"),
    ("This section will be completed in a later version", "placeholder"),
    ("We will add this soon.", "placeholder"),
    ("This section is intentionally left blank.", "placeholder"),
    ("Not yet decided", "placeholder"),
    ("Not applicable to this model.", "placeholder"),
    ("No information yet", "placeholder"),
    ("N.A.", "placeholder"),
    ("T.B.D.", "placeholder"),
    ("to-do", "placeholder"),
    ("XXXXXX", "placeholder"),
    ("Risk: TODO", "placeholder"),
    ("**TODO** who decides", "placeholder"),
    ("\u200bTODO", "placeholder"),
    ("T\u00adBD", "placeholder"),
    ("\uff34\uff22\uff24", "placeholder"),
    ("\U0001f6a7 Work in progress \U0001f6a7", "placeholder"),
    ("<describe the harm>", "placeholder"),
    ("[Insert the name of the board]", "placeholder"),
    ("Please describe the harm here.", "placeholder"),
    ("${DEVELOPER}", "placeholder"),
    ("{{ harm.description }}", "placeholder"),
    ("blah blah blah", "placeholder"),
    ("test test test", "placeholder"),
    ("foo bar baz", "placeholder"),
    ("noch zu klären", "placeholder"),
    ("à compléter", "placeholder"),
    ("por definir", "placeholder"),
    ("nog te bepalen", "placeholder"),
    ("будет добавлено позже", "placeholder"),
    ("待补充", "placeholder"),
    ("追って記載", "placeholder"),
    ("추후 작성", "placeholder"),
)


@pytest.mark.parametrize(
    "text, expected",
    [
        (None, "missing"),
        ("", "placeholder"),
        ("   ", "placeholder"),
        ("-", "placeholder"),
        ("???", "placeholder"),
        ("…", "placeholder"),
        ("n/a", "placeholder"),
        ("N/A.", "placeholder"),
        ("[TBD]", "placeholder"),
        ("no", "placeholder"),
        ("Yes", "placeholder"),
        ("true", "placeholder"),
        ("To be determined.", "placeholder"),
        ("[More Information Needed]", "placeholder"),
        ("(Forthcoming.)", "placeholder"),
        ("TODO: say who decides on a release", "placeholder"),
        ("  fixme later on today", "placeholder"),
        ("Lorem ipsum dolor sit amet", "placeholder"),
        ("We have not done this.", "placeholder"),
        ("This was not yet documented", "placeholder"),
        ("we did not assess this", "placeholder"),
        ("Not yet evaluated", "placeholder"),
        ("Nothing has been implemented so far", "placeholder"),
        ("Not done, because the weights stay inside", "statement"),
        ("Not done", "word"),
        ("It was not implemented", "statement"),
        ("No differences are known", "statement"),
        ("The results were not tested against a person", "statement"),
        *PLACEHOLDERS,
        ("The threshold will be defined by the board in spring", "statement"),
        ("To be announced thirty days before support ends", "statement"),
        ("To be updated with every release", "statement"),
        ("Not known to any public database", "statement"),
        ("Not applicable, because nobody outside has access", "statement"),
        ("Report it here: https://example.org/report", "statement"),
        ("<https://example.org/policy>", "word"),
        ("Zu klären bleibt, wer haftet", "statement"),
        ("Baden Baden", "word"),
        ("Keine.", "denied"),
        ("无", "denied"),
        ("none", "denied"),
        ("Nothing.", "denied"),
        ("board", "word"),
        ("see paper", "word"),
        ("the release board", "statement"),
        ("a — b", "word"),
        ("发布委员会在发布之前评估风险", "statement"),
        ("发布委员会", "word"),
        ("todos los riesgos", "statement"),
        ("https://example.org/policy", "word"),
    ],
)
def test_a_text_has_one_grade(text, expected):
    assert grade(text) == expected


@pytest.mark.parametrize(
    "text, expected", [(None, ""), ("Base", "base"), ("  Base  Large ", "base large"), ("STRASSE", "strasse")]
)
def test_names_are_compared_without_case_and_spacing(text, expected):
    assert key(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        (None, "missing"),
        ("Not done", "word"),
        ("TBD", "placeholder"),
        *PLACEHOLDERS,
        ("The threshold will be defined by the board in spring", "statement"),
        ("To be announced thirty days before support ends", "statement"),
        ("To be updated with every release", "statement"),
        ("Not known to any public database", "statement"),
        ("Not applicable, because nobody outside has access", "statement"),
        ("Report it here: https://example.org/report", "statement"),
        ("<https://example.org/policy>", "word"),
        ("Zu klären bleibt, wer haftet", "statement"),
        ("Baden Baden", "word"),
        ("Keine.", "denied"),
        ("无", "denied"),
        ("none", "denied"),
        ("We left it out", "statement"),
    ],
)
def test_not_to_do_a_thing_is_a_decision(text, expected):
    assert grade_decision(text) == expected
