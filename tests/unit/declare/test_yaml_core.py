from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ai800.declare import yaml_core
from ai800.declare.types import Place
from ai800.declare.yaml_core import SCALAR, load, scan
from ai800.declare.yaml_events import Events
from tests.support.problems import refused, short

pytestmark = pytest.mark.usefixtures("parser")


@pytest.mark.parametrize(
    "text, value",
    [
        ("", None),
        ("# nothing\n\n  # here", None),
        ("---\n", None),
        ("a", "a"),
        ("- a\n- [b, 'c', \"d\"]\n-\n", ["a", ["b", "c", "d"], None]),
        ("a: 1\nb: {c: true, d: ~}\n", {"a": 1, "b": {"c": True, "d": None}}),
        ("'1': '1'\n\"true\": \"true\"\nno: no\n<<: x", {"1": "1", "true": "true", "no": "no", "<<": "x"}),
        ("a: |\n  1\n  2\nb: >-\n  true\n  x\n", {"a": "1\n2\n", "b": "true x"}),
        ("a: one\n  two\n", {"a": "one two"}),
        ("on: 2025-08-02\nat: 1:30\n", {"on": "2025-08-02", "at": "1:30"}),
        ('a: "\\u00e9\\n\\t\\x41\\U0001F600"', {"a": "é\n\tA😀"}),
        ("{}", {}),
        ("[]", []),
        ("--- \na: 1\n...\n", {"a": 1}),
        ("\ufeffa: 1", {"a": 1}),
        ("a: 1\r\nb: |\r\n  x\r\n  y\r\n", {"a": 1, "b": "x\ny\n"}),
        ("a: http://x/y#z\nb: a#b", {"a": "http://x/y#z", "b": "a#b"}),
        ("? a\n: 1\n? b\n", {"a": 1, "b": None}),
        ("a: '" + "x" * SCALAR + "'", {"a": "x" * SCALAR}),
    ],
)
def test_values(text, value) -> None:
    found = load(text.encode(), "f").value
    assert found == value
    assert type(found) is type(value)


def test_every_entry_and_item_has_its_place() -> None:
    text = "# title\na: 1\nb:\n  - x\n  - c/d: [y, z]\n    ~e: 2\n"
    assert dict(load(text.encode(), "f").places) == {
        "": Place("f", 1, 1),
        "/a": Place("f", 2, 1),
        "/b": Place("f", 3, 1),
        "/b/0": Place("f", 4, 5),
        "/b/1": Place("f", 5, 5),
        "/b/1/c~1d": Place("f", 5, 5),
        "/b/1/c~1d/0": Place("f", 5, 11),
        "/b/1/c~1d/1": Place("f", 5, 14),
        "/b/1/~0e": Place("f", 6, 5),
    }


def test_places_stand_under_the_base_and_count_characters() -> None:
    places = load("é: 1\nü: {x: 2}\n".encode(), "models/f", base="/section/3").places
    assert places["/section/3"] == Place("models/f", 1, 1)
    assert places["/section/3/ü/x"] == Place("models/f", 2, 5)


@pytest.mark.parametrize(
    "text, problems",
    [
        ("a: 1\nb: 2\na: 3\na: {c: .nan}\n", [
            "3:1 a: the key is written twice, here and in line 1",
            "4:1 a: the key is written twice, here and in line 1",
            "4:8 a.c: infinity and NaN are no numbers here",
        ]),
        ("a: {b: 1, b: 2}", ["1:11 a.b: the key is written twice, here and in line 1"]),
        ("a: 1\n'a': 2", ["2:1 a: the key is written twice, here and in line 1"]),
        ("a: &x 1\nb: [*x, *y]\n", [
            "1:4 a: anchors and aliases are not accepted",
            "2:5 b[0]: anchors and aliases are not accepted",
            "2:9 b[1]: anchors and aliases are not accepted",
        ]),
        ("a: !!str 1\nb: !x [1]\nc: !!set {}", [
            "1:4 a: tags are not accepted", "2:4 b: tags are not accepted", "3:4 c: tags are not accepted",
        ]),
        ("a: ! x", ["1:4 a: tags are not accepted"]),
        ("%YAML 1.2\n---\na: .inf", ["1:1 -: directives are not accepted",
                                     "3:4 a: infinity and NaN are no numbers here"]),
        ("%TAG ! tag:x,2000:\n---\na: 1", ["1:1 -: directives are not accepted"]),
        ("a: 1\n---\nb: 2", ["2:1 -: a second document begins here; only one is read"]),
        ("a: 1e400\nb: " + "9" * 41 + "\nc: 1", [
            "1:4 a: the number is too large", "2:4 b: the whole number has more than 40 digits",
        ]),
        ("1: a\ntrue: b\n~: c\n.nan: d\n", [
            "1:1 -: the key is not a text", "2:1 -: the key is not a text", "3:1 -: the key is not a text",
            "4:1 -: infinity and NaN are no numbers here",
        ]),
        ("? \n: a", ["1:2 -: a colon without a key before it"]),
        ("? [a, .inf]\n: 1\n? {a: 1}\n: .nan", [
            "1:3 -: the key is a list or a mapping", "1:7 [1]: infinity and NaN are no numbers here",
            "3:3 -: the key is a list or a mapping", "4:3 -: infinity and NaN are no numbers here",
        ]),
        ("a: '" + "x" * (SCALAR + 1) + "'", ["1:4 a: the text is longer than 65536 characters"]),
        ('a: "x\\u202ey"\nb: "\\0"\nc: "\\r"', [
            "1:4 a: a character that turns the direction of text round (U+202E)",
            "2:4 b: a control character (U+0000)", "3:4 c: a line break of an unusual kind (U+000D)",
        ]),
        ('"a\\u200b": 1', ["1:1 -: a character that cannot be seen (U+200B)"]),
        ("a\u200b: x\u202e\nb: .nan", [
            "1:2 -: a character that cannot be seen (U+200B)",
            "1:6 -: a character that turns the direction of text round (U+202E)",
            "2:4 b: infinity and NaN are no numbers here",
        ]),
        ("x" * 500 + ": 1", ["1:1 -: the keys above this are longer than 500 characters together"]),
        ("a: .nan\nb: [1", ["1:4 a: infinity and NaN are no numbers here",
                            "2:4 -: a list in brackets that is not closed"]),
    ],
)  # fmt: skip
def test_every_problem_is_found_with_its_place(text, problems) -> None:
    found = refused(lambda: load(text.encode(), "f"))
    assert [short(problem) for problem in found] == problems
    assert {problem.path for problem in found} == {"f"}


@pytest.mark.parametrize(
    "text, value, whole",
    [
        ("a: 1\na: 2\nb: .nan", {"a": 1, "b": ".nan"}, True),
        ("a: 1\nb: [", None, False),
        ("a: caf\udce9", None, False),
    ],
)
def test_a_scan_goes_on_where_it_can(text, value, whole) -> None:
    found = scan(text.encode("utf-8", "surrogateescape"), "f")
    assert (found.value, found.whole) == (value, whole)
    assert found.problems


def test_problems_of_a_part_have_the_field_of_the_whole() -> None:
    found = refused(lambda: load(b"- access: .nan", "f", base="/channels"))
    assert found[0].field == "channels[0].access"


def test_a_file_over_the_limit_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_core, "FILE_LIMIT", 4)
    assert scan(b"a: 1", "f").value == {"a": 1}
    assert [short(p) for p in scan(b"a: [1", "f").problems] == ["- -: the file is larger than 1048576 bytes"]


def test_a_parser_fault_without_a_mark_is_placed_at_the_last_event(monkeypatch: pytest.MonkeyPatch) -> None:
    found = scan(b'a: 1\nb: "\\UFFFFFFFF"', "f")
    assert not found.whole
    assert found.problems[0].line in {1, 2}

    class Faulty:
        def __init__(self, text) -> None:
            self.text = text

        def get_event(self) -> object:
            raise yaml.YAMLError

    monkeypatch.setattr("ai800.declare.yaml_events._parser", Faulty)
    found = scan(b"a: 1", "f")
    assert [short(problem) for problem in found.problems] == ["- -: the YAML cannot be read here"]


def test_a_mark_behind_the_last_line_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    error = yaml.MarkedYAMLError(problem="x", problem_mark=SimpleNamespace(line=9, column=4))

    class Faulty:
        def __init__(self, text) -> None:
            self.text = text

        def get_event(self) -> object:
            raise error

    monkeypatch.setattr("ai800.declare.yaml_events._parser", Faulty)
    assert scan(b"a: 1", "f").problems[0].line == 10


def test_both_parsers_read_one_event_at_a_time() -> None:
    events = Events("[" * 100_000)
    names = [type(events.next()).__name__ for _ in range(70)]
    assert names == ["StreamStartEvent", "DocumentStartEvent", *["SequenceStartEvent"] * 68]


_TEXT = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]), max_size=10)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**40) + 1, 10**40 - 1) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


@given(_JSON)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_json_is_yaml(value) -> None:
    text = json.dumps(value, ensure_ascii=False)
    # YAML 1.1, which both parsers speak, ends an implicit key after 1,024 characters; these keys are shorter.
    assert load(text.encode(), "f").value == value


@given(st.binary(max_size=200) | st.text("ab:-[]{}'\"#&*!|>%@`,? \n\t\\.0", max_size=80).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_bytes_bring_the_reader_down(data) -> None:
    found = scan(data, "f")
    assert found.whole or found.problems
