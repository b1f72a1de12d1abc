"""Release files that were written to harm whoever reads them, or were damaged on the way."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from ai800.declare.declaration import read_declaration
from ai800.declare.faults import LISTED
from ai800.declare.json_core import load_json
from ai800.declare.yaml_core import load, scan
from tests.support.problems import refused
from tests.support.snapshots import MemorySnapshot

if TYPE_CHECKING:
    from pathlib import Path

_ANCHORS = "anchors and aliases are not accepted"
_TAGS = "tags are not accepted"
_DEEP = "lists and mappings are nested deeper than 64"
_NESTED_KEY = "the key is a list or a mapping"
_INFINITE = "infinity and NaN are no numbers here"
_LONG = "the number is written with more than 100 characters"
_LONG_TEXT = "the text is longer than 65536 characters"
_ESCAPE = "an unknown escape in a quoted text"
_DIRECTIVES = "directives are not accepted"
_BYTE = "a byte that is not UTF-8"
_NUL = "a NUL byte: the file is no text, or not UTF-8"
_TURNED = "a character that turns the direction of text round"
_LONG_KEYS = "the keys above this are longer than 500 characters together"
_MANY = "the file holds more than 200000 keys and values"

_LAUGHS = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (name, name, b",".join([b"*%c" % (name - 1)] * 9)) for name in range(ord("b"), ord("j"))
)
_MERGES = b"a: &a {x: 1}\n" + b"".join(
    b"%c: &%c {<<: [%s]}\n" % (name, name, b",".join([b"*%c" % (name - 1)] * 9)) for name in range(ord("b"), ord("j"))
)


@pytest.mark.parametrize("parser", ["libyaml", "python"])
@pytest.mark.parametrize(
    "data, line, reason",
    [
        pytest.param(_LAUGHS, 1, _ANCHORS, id="billion laughs"),
        pytest.param(_MERGES, 1, _ANCHORS, id="merge bomb"),
        pytest.param(b"&a [*a]", 1, _ANCHORS, id="a list in itself"),
        pytest.param(b"a: &a\nb: *c", 1, _ANCHORS, id="an alias of nothing"),
        pytest.param(b"[" * 100_000, 1, _DEEP, id="100,000 lists"),
        pytest.param(b"{a: " * 100_000, 1, _DEEP, id="100,000 mappings"),
        pytest.param(b"{" * 10_000, 1, _NESTED_KEY, id="10,000 keys"),
        pytest.param(b"? " * 5_000, 1, _NESTED_KEY, id="5,000 long keys"),
        pytest.param(b"- " * 5_000, 1, _DEEP, id="5,000 dashes"),
        pytest.param(b"".join(b" " * at + b"a:\n" for at in range(1_000)), 65, _DEEP, id="1,000 levels"),
        pytest.param(b"approved: false\napproved: true", 2, "the key is written twice, here and in line 1", id="twice"),
        pytest.param(b"a: .inf", 1, _INFINITE, id="infinity"),
        pytest.param(b"a: -.INF", 1, _INFINITE, id="minus infinity"),
        pytest.param(b"a: .nan", 1, _INFINITE, id="NaN"),
        pytest.param(b"a: 1e400", 1, "the number is too large", id="1e400"),
        pytest.param(b"a: 1e-400", 1, "the number is too close to zero", id="1e-400"),
        pytest.param(b"a: " + b"9" * 41, 1, "the whole number has more than 40 digits", id="41 digits"),
        pytest.param(b"a: " + b"9" * 5_000, 1, _LONG, id="5,000 digits"),
        pytest.param(b"a: 0x" + b"f" * 60_000, 1, _LONG, id="60,000 hexadecimal digits"),
        pytest.param(b"a: 0x" + b"f" * 100_000, 1, _LONG_TEXT, id="100,000 hexadecimal digits"),
        pytest.param(b"a: 1e" + b"0" * 60_000 + b"1", 1, _LONG, id="a long exponent"),
        pytest.param(b"!!python/object/apply:os.system ['touch pwned']", 1, _TAGS, id="a call"),
        pytest.param(b"a: !!binary aGk=", 1, _TAGS, id="binary"),
        pytest.param(b"!own\na: 1", 1, _TAGS, id="a tag of their own"),
        pytest.param(b"a: 1\n---\nb: 2", 2, "a second document begins here; only one is read", id="two documents"),
        pytest.param(b"%YAML 1.1\n---\na: no", 1, _DIRECTIVES, id="another version"),
        pytest.param(b"%TAG ! tag:example.org,2000:\n---\na: 1", 1, _DIRECTIVES, id="a tag directive"),
        pytest.param(b"a: \xff", 1, _BYTE, id="not UTF-8"),
        pytest.param(b"a: \xed\xa0\x80", 1, _BYTE, id="a surrogate in bytes"),
        pytest.param(b"a: \xc0\xaf", 1, _BYTE, id="an overlong slash"),
        pytest.param("a: 1".encode("utf-16"), 1, "the file is written in UTF-16 or UTF-32", id="UTF-16"),
        pytest.param("a: 1".encode("utf-16-le"), 1, _NUL, id="UTF-16 without its mark"),
        pytest.param(b"a: 1\nb: \0", 2, _NUL, id="NUL"),
        pytest.param(b'a: "\\0"', 1, "a control character (U+0000)", id="NUL as an escape"),
        pytest.param(b"a: \x1b[2K", 1, "a control character (U+001B)", id="terminal escape"),
        pytest.param(b'a: "\\e[2K"', 1, "a control character (U+001B)", id="terminal escape as an escape"),
        pytest.param(b"a: 1\r# b\n", 1, "a line break of an unusual kind (U+000D)", id="a hidden line"),
        pytest.param("a: x\u202ey".encode(), 1, f"{_TURNED} (U+202E)", id="bidi"),
        pytest.param("# \u2066".encode(), 1, f"{_TURNED} (U+2066)", id="remark"),
        pytest.param("id\u200b: 1".encode(), 1, "a character that cannot be seen (U+200B)", id="zero width"),
        pytest.param("a: \ufffe".encode(), 1, "a code that stands for no character (U+FFFE)", id="no character"),
        pytest.param(b"a: " + b"x" * 100_000, 1, _LONG_TEXT, id="100 kB of text"),
        pytest.param(b"a: b: c: d", 1, "a colon where no key can stand", id="colons"),
        pytest.param(b"a: 1\n<<<<<<< HEAD\nb: 2\n", 2, "a key without its colon", id="a merge conflict"),
        pytest.param(b"k" * 900 + b": 1", 1, _LONG_KEYS, id="long key"),
    ],
)  # fmt: skip
def test_refused_with_line_and_reason(monkeypatch, parser, data, line, reason) -> None:
    if parser == "python":
        monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    first = refused(lambda: load(data, "ai800.yaml"))[0]
    assert (first.path, first.line, first.reason) == ("ai800.yaml", line, reason)


@pytest.mark.parametrize("escape", [b"\\ud800", b"\\ud83d\\ude00", b"\\U00110000", b"\\UFFFFFFFF"])
@pytest.mark.parametrize("parser", ["libyaml", "python"])
def test_escapes_that_are_no_character_are_refused(monkeypatch, parser, escape) -> None:
    if parser == "python":
        monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert len(refused(lambda: load(b'a: "' + escape + b'"', "f"))) == 1


def test_200_mb_are_not_parsed() -> None:
    (problem,) = refused(lambda: load(b"[" * (200 << 20), "f"))
    assert problem.reason == "the file is larger than 1048576 bytes"


def test_1_mb_of_text_or_digits_is_too_long() -> None:
    for data in (b"a: '" + b"x" * 1_000_000 + b"'", b"a: 0x" + b"f" * 1_000_000):
        assert [problem.reason for problem in refused(lambda data=data: load(data, "f"))] == [_LONG_TEXT]


def test_200_000_keys_are_too_many() -> None:
    data = b"".join(b"k%x:\n" % number for number in range(100_000))
    assert [problem.reason for problem in refused(lambda: load(data, "f"))] == [_MANY]


def test_a_file_of_nothing_but_errors_lists_some() -> None:
    found = scan(b"a: .nan\n" * 20_000, "f").problems
    assert len(found) == LISTED + 1
    assert found[-1].line is None


def test_nothing_named_in_a_file_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("yaml.py", "sitecustomize.py", "ai800.py"):
        (tmp_path / name).write_text("open('canary', 'w')\n", encoding="utf-8")
    refused(lambda: load(b"!!python/object/new:os.system [touch canary]", "f"))
    refused(lambda: load(b"a: !!python/name:os.system", "f"))
    assert not (tmp_path / "canary").exists()


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"[" * 100_000, _DEEP),
        (b'{"a":' * 100_000, _DEEP),
        (b'{"approved": false, "approved": true}', "the key is written twice, here and in line 1"),
        (b"[NaN]", _INFINITE),
        (b"[-Infinity]", _INFINITE),
        (b"[1e400]", "the number is too large"),
        (b"[" + b"9" * 5_000 + b"]", _LONG),
        (b'["\\ud800"]', "a text with half of a character in it"),
        (b"\xff\xfe[\0]\0", "the file is written in UTF-16 or UTF-32"),
        (b"", "the file is empty"),
        (b"#" * ((1 << 20) + 1), "the file is larger than 1048576 bytes"),
    ],
)
def test_json_is_refused_with_a_reason(data, reason) -> None:
    assert [problem.reason for problem in refused(lambda: load_json(data, "f"))] == [reason]


def test_names_of_files_are_no_way_out() -> None:
    main = b"ai800: 1\nrelease: {name: a, developer: b}\nchannels: []\n"
    names = ["\n::error::x", "\x1b[2K[ok]", "--output=x", "$(touch pwn)", "\udcff", '"', "\u202e", "../../etc/passwd"]
    files = {"ai800.yaml": main} | {f".ai800/{name}.yaml": b"x" for name in names}
    found = refused(lambda: read_declaration(MemorySnapshot(files)))
    assert len(found) == len(names)
    assert not any(name in problem.reason + problem.remedy for problem in found for name in names if name != '"')


def test_a_channel_by_the_name_of_a_file_outside_is_refused() -> None:
    main = b"ai800: 1\nrelease: {name: a, developer: b}\nchannels: [{id: ../x}]\n"
    (problem,) = refused(lambda: read_declaration(MemorySnapshot({"ai800.yaml": main})))
    assert problem.reason == "must be an id"
