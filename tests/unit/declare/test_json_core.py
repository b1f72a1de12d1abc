from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai800.declare import json_core
from ai800.declare.json_core import load_json
from ai800.declare.types import Place
from ai800.errors import InvalidReleaseError
from tests.support.problems import refused, short


@pytest.mark.parametrize(
    "text, value",
    [
        ("null", None),
        (" true ", True),
        ("[]", []),
        ("{ }", {}),
        ('\ufeff{"a": [1, -2, 0, 1.5, 1e25, 1.0E+25, -0.0], "b": {"c": false}}',
         {"a": [1, -2, 0, 1.5, 10**25, 10**25, 0], "b": {"c": False}}),
        ('"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"', '"\\/\b\f\n\r\té😀'),
        ('"\u202e zero\u200bwidth"', "\u202e zero\u200bwidth"),
        ('"no"', "no"),
        ("[" * 64 + "]" * 64, json.loads("[" * 64 + "]" * 64)),
    ],
)  # fmt: skip
def test_values(text, value) -> None:
    assert load_json(text.encode(), "f").value == value


def test_every_entry_and_item_has_its_place() -> None:
    text = '{\n  "a": 1,\r\n  "b/c": [ "é", {"~": null} ]\n}'
    assert dict(load_json(text.encode(), "f").places) == {
        "": Place("f", 1, 1),
        "/a": Place("f", 2, 3),
        "/b~1c": Place("f", 3, 3),
        "/b~1c/0": Place("f", 3, 12),
        "/b~1c/1": Place("f", 3, 17),
        "/b~1c/1/~0": Place("f", 3, 18),
    }


@pytest.mark.parametrize(
    "text, problems",
    [
        ("", ["1:1 -: the file is empty"]),
        (" \n", ["1:1 -: the file is empty"]),
        ('{"a": 1, "a": 2,\n "b": {"c": 1, "c": {"x": NaN}}}', [
            "1:10 a: the key is written twice, here and in line 1",
            "2:16 b.c: the key is written twice, here and in line 2",
            "2:27 b.c.x: infinity and NaN are no numbers here",
        ]),
        ("[NaN, Infinity, -Infinity]", [f"1:{at} [{i}]: infinity and NaN are no numbers here"
                                        for i, at in enumerate((2, 7, 17))]),
        ("[1e400, " + "9" * 41 + "]", ["1:2 [0]: the number is too large",
                                       "1:9 [1]: the whole number has more than 40 digits"]),
        ('{"a": "\\ud800"}', ["1:7 a: a text with half of a character in it"]),
        ('{"\\udc00": 1}', ["1:2 -: a text with half of a character in it"]),
        ("{} x", ["1:4 -: there is more after the end of the value"]),
        ("{a: 1}", ["1:2 -: a key in double quotes is missing"]),
        ("{'a': 1}", ["1:2 -: a key in double quotes is missing"]),
        ('{"a": 1,}', ["1:9 -: a key in double quotes is missing"]),
        ('{"a" 1}', ["1:6 -: a colon is missing"]),
        ('{"a": 1 "b": 2}', ["1:9 -: a comma or a closing bracket is missing"]),
        ("[1 2]", ["1:4 -: a comma or a closing bracket is missing"]),
        ("[1", ["1:3 -: a comma or a closing bracket is missing"]),
        ("[1,]", ["1:4 -: a value is missing, or is none of JSON"]),
        ('{"a":', ["1:6 -: a value is missing, or is none of JSON"]),
        *((word, ["1:1 -: a value is missing, or is none of JSON"])
          for word in ("True", "nul", "01", "+1", ".5", "1.", "1e", "0x1", "1_0", "-", "'a'", "yes", "\u0661")),
        *((text, ["1:1 -: a text with an unknown escape or a raw control character, or without its closing quote"])
          for text in ('"a', '"\\q"', '"\\u12"', '"\t"', '"a\nb"')),
        ('[.inf, "a', ["1:2 -: a value is missing, or is none of JSON"]),
        ("[" * 65, ["1:65 -: lists and mappings are nested deeper than 64"]),
        ('{"a":' * 100_000, ["1:321 -: lists and mappings are nested deeper than 64"]),
        ('{"' + "a" * 500 + '": 1}', ["1:2 -: the keys above this are longer than 500 characters together"]),
    ],
)  # fmt: skip
def test_every_problem_is_found_with_its_place(text, problems) -> None:
    found = refused(lambda: load_json(text.encode(), "f"))
    assert [short(problem) for problem in found] == problems


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"\xff", "a byte that is not UTF-8"),
        ("{}".encode("utf-16"), "the file is written in UTF-16 or UTF-32"),
        (b"{}\0", "a NUL byte: the file is no text, or not UTF-8"),
    ],
)
def test_other_encodings_are_not_read(data, reason) -> None:
    assert [problem.reason for problem in refused(lambda: load_json(data, "f"))] == [reason]


def test_the_caller_sets_the_limit() -> None:
    assert load_json(b"[1]", "f", limit=3).value == [1]
    assert refused(lambda: load_json(b"[1]", "f", limit=2))[0].reason == "the file is larger than 2 bytes"


def test_the_number_of_values_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_core, "VALUES", 3)
    assert load_json(b"[1, 2]", "f").value == [1, 2]
    assert "more than" in refused(lambda: load_json(b"[1, 2, 3]", "f"))[0].reason


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**40) + 1, 10**40 - 1) | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=10), inner),
    max_leaves=20,
)


@given(_JSON, st.booleans(), st.sampled_from([None, 1]))
def test_it_reads_what_the_standard_library_writes(value, ascii_only, indent) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert load_json(text.encode(), "f").value == value


@given(st.text('{}[]",:0.1e-+nultrfas \\\n', max_size=40))
def test_it_accepts_nothing_that_the_standard_library_refuses(text) -> None:
    try:
        value = load_json(text.encode(), "f").value
    except InvalidReleaseError:
        return
    assert value == json.loads(text)
