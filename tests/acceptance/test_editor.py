"""What an editor offers and marks in release data, as the language server for YAML says it."""

from __future__ import annotations

import shutil
from itertools import count

import pytest

from ai800.api import start
from ai800.resources import release_schema
from tests.support.language_server import NODE, SERVER, LanguageServer
from tools.vocabulary import ROOT

SCHEMA = ROOT / "schemas" / "release.schema.json"
HINT = "# yaml-language-server: $schema={}\n"
BESIDE = HINT.format("ai800.schema.json")
OF_EXAMPLES = "../../schemas/release.schema.json"
RELEASE = "ai800: 1\nrelease: {name: Tarn, developer: Lab}\nchannels:\n"
EXAMPLES = sorted((ROOT / "examples").glob("*/ai800.yaml"))
SECTIONS = sorted((ROOT / "examples").glob("*/.ai800/*.yaml"))
_NUMBERS = count()
CHANNEL = release_schema()["properties"]["channels"]["items"]["properties"]


def example(path):
    return path.relative_to(ROOT / "examples").as_posix()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with the schema beside what is written."""
    found = tmp_path_factory.mktemp("editor").resolve()
    shutil.copy(SCHEMA, found / "ai800.schema.json")
    return found


@pytest.fixture
def new(folder):
    """A name that no other file has, beside the schema: what was marked in a file is not asked for twice."""
    return lambda: folder / f"{next(_NUMBERS)}.yaml"


@pytest.fixture(scope="module", autouse=True)
def server():
    if NODE is None:
        pytest.skip("there is no Node, on which the language server runs")
    if not SERVER.is_file():
        pytest.skip("there is no yaml-language-server in .tools: `make tools` installs it")


@pytest.fixture(scope="module")
def editor(folder):
    with LanguageServer(folder) as found:
        yield found


def marked(editor, path, text=None):
    """What is marked, each with the line it is on."""
    return [(found["range"]["start"]["line"], found["message"]) for found in editor.open(path, text)]


@pytest.mark.parametrize("path", EXAMPLES, ids=example)
def test_nothing_is_marked_in_an_example(editor, path):
    assert path.read_text(encoding="utf-8").startswith(HINT.format(OF_EXAMPLES))
    assert marked(editor, path) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=example)
def test_a_misspelt_key_is_marked_in_an_example(editor, new, path):
    text = path.read_text(encoding="utf-8").replace(OF_EXAMPLES, "ai800.schema.json")
    line = text[: text.index("  developer:")].count("\n")
    wrong = text.replace("  developer:", "  develloper:")
    assert (line, "Property develloper is not allowed.") in marked(editor, new(), wrong)


@pytest.mark.parametrize("path", SECTIONS, ids=example)
def test_a_section_in_a_file_of_its_own_has_its_part_of_the_schema(editor, new, path):
    hint = HINT.format(f"ai800.schema.json#/properties/{path.stem}")
    text = hint + path.read_text(encoding="utf-8")
    assert marked(editor, new(), text) == []
    assert marked(editor, new(), hint + "- {wrongs: 1}\n")


def test_the_keys_of_a_channel_are_offered(editor, new):
    path = new()
    marked(editor, path, f"{BESIDE}{RELEASE}  - id: hub\n    \n")
    assert set(editor.completions(path, 5, 4)) == set(CHANNEL) - {"id"}


def test_the_first_key_of_a_channel_is_offered(editor, new):
    path = new()
    marked(editor, path, f"{BESIDE}{RELEASE}  - ")
    assert {"id", "access"} <= set(editor.completions(path, 4, 4))


def test_the_levels_of_access_are_offered(editor, new):
    path = new()
    found = marked(editor, path, f"{BESIDE}{RELEASE}  - id: hub\n    access: \n")
    assert "widely_available_weights" in found[0][1]
    assert editor.completions(path, 5, 12) == CHANNEL["access"]["enum"]


def test_the_sections_are_offered(editor, new):
    path = new()
    marked(editor, path, f"{BESIDE}{RELEASE}  - id: hub\n\n")
    written = {"ai800", "release", "channels"}
    assert set(editor.completions(path, 5, 0)) >= set(release_schema()["properties"]) - written


def test_a_key_is_described(editor, new):
    path = new()
    marked(editor, path, f"{BESIDE}{RELEASE}  - id: hub\n    access: api_inference\n")
    assert CHANNEL["access"]["description"] in editor.hover(path, 5, 6)


@pytest.mark.parametrize(
    "lines, line, said",
    [
        ("  - {id: hub, acess: api_inference}", 4, "acess is not allowed"),
        ("  - {id: hub, access: everyone}", 4, "Value is not accepted"),
        ("  - {id: hub, opens_on: 5}", 4, "Incorrect type"),
        ("  - {access: api_inference}", 4, 'Missing property "id"'),
        ("  - {id: hub}\nrelaese: {}", 5, "relaese is not allowed"),
    ],
)
def test_what_is_wrong_is_marked(editor, new, lines, line, said):
    found = marked(editor, new(), f"{BESIDE}{RELEASE}{lines}\n")
    assert [(at, said in message) for at, message in found] == [(line, True)]


@pytest.mark.parametrize("full", [True, False])
def test_what_init_writes_takes_the_hint_that_it_explains(editor, new, tmp_path, full):
    text = start(tmp_path, full=full).read_text(encoding="utf-8")
    assert f"`{BESIDE.strip()}`" in text
    assert marked(editor, new(), text) == []
    assert marked(editor, new(), BESIDE + text) == []
    assert marked(editor, new(), f"{BESIDE}{text}wrong: 1\n")


def test_a_setting_of_the_editor_does_without_the_hint(folder):
    settings = {"schemas": {(folder / "ai800.schema.json").as_uri(): "ai800.yaml"}}
    with LanguageServer(folder, settings) as editor:
        found = marked(editor, folder / "ai800.yaml", "relaese: {}\n")
    assert any("relaese is not allowed" in message for _, message in found)
