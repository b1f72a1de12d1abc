from __future__ import annotations

import json
import os
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from ai800.cli import main
from ai800.reports.changes import changes_markdown, changes_text
from ai800.reports.changes_data import changes_json
from ai800.reports.json_text import json_text
from ai800.reports.layout import Page
from tests.support.changed_reports import hostile, report
from tests.support.git import make_repository
from tests.support.hostile_texts import HOSTILE
from tests.support.releases import write_release

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
SOUND = json_text(report())


def _outline(text):
    """The blocks of a Markdown page and every heading, without what stands in its lines."""
    tokens = READER.parse(text)
    headings = [after.content for token, after in pairwise(tokens) if token.type == "heading_open"]
    inline = {child.type for token in tokens for child in token.children or ()}
    return [token.type for token in tokens], headings, inline - {"text", "code_inline", "softbreak"}


PLAIN = _outline(changes_markdown(hostile("plain words")))


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_markdown_has_the_same_blocks_whatever_a_release_says(text):
    assert _outline(changes_markdown(hostile(text))) == PLAIN


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=60).filter(lambda text: text.strip()))
def test_any_text_leaves_the_blocks_and_the_terminal_alone(text):
    changes = hostile(text)
    assert _outline(changes_markdown(changes)) == PLAIN
    shown = changes_text(changes, Page()).split("\n")
    assert all(
        unicodedata.category(each)[0] not in "CZ" or unicodedata.category(each) == "Zs" for each in "".join(shown)
    )
    assert json.loads(changes_json(changes))["changes"] == 1


def _forged(change):
    data = json.loads(SOUND)
    change(data)
    return json.dumps(data)


def _row(data):
    return data["practices"][0]["rows"][0]


FORGED = {
    "other tool": json.dumps({"version": "2.1.0", "runs": []}),
    "list": "[]",
    "empty": "",
    "cut off": SOUND[: len(SOUND) // 2],
    "nested": "[" * 100_000,
    "twice the same key": SOUND.replace('"report": 1', '"report": 1, "report": 1'),
    "not a number": SOUND.replace('"report": 1', '"report": NaN'),
    "large number": SOUND.replace('"report": 1', '"report": 1e999'),
    "other version": _forged(lambda data: data.update(report=2)),
    "unknown field": _forged(lambda data: data.update(extra=1)),
    "counts": _forged(lambda data: data["counts"].update(met=9)),
    "verdict": _forged(lambda data: _row(data).update(verdict="unmet")),
    "fails": _forged(lambda data: data["outcome"].update(fails=["ipd:5.3.1"])),
    "exit code": _forged(lambda data: data["outcome"].update(exit_code=1, passes=False)),
    "the same row twice": _forged(lambda data: data["practices"].append(data["practices"][0])),
    "digest": _forged(lambda data: data["fingerprint"]["records"][0].update(content="\x1b[2J")),
    "weights": _forged(lambda data: data["fingerprint"].update(weights=[{"path": 1, "digest": None}])),
    "too large": " " * 5_000_000 + SOUND,
}


@pytest.fixture
def run(capsys, monkeypatch):
    def _run(*arguments):
        monkeypatch.setattr(sys, "argv", ["ai800", *map(str, arguments)])
        code = main.run()
        said = capsys.readouterr()
        return code, said.out, said.err

    return _run


@pytest.mark.parametrize("name", FORGED)
def test_a_forged_report_is_one_line_and_exit_4(run, tmp_path, name):
    (tmp_path / "sound.json").write_text(SOUND, encoding="utf-8")
    (tmp_path / "bad.json").write_text(FORGED[name], encoding="utf-8")
    code, out, err = run("diff", tmp_path / "sound.json", tmp_path / "bad.json")
    assert (code, out) == (4, "")
    assert err.startswith("ai800: NEW (")
    assert err.count("\n") == 1
    assert err.rstrip("\n").isprintable()


def test_what_is_no_file_is_taken_for_a_ref(run, tmp_path):
    made = make_repository(tmp_path / "aurora")
    write_release(made.root, "open")
    made.commit({})
    (tmp_path / "folder.json").mkdir()
    names = [tmp_path / "folder.json"]
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.json")
        names.append(tmp_path / "pipe.json")
    for name in names:
        code, _, err = run("diff", name, "HEAD", "--path", made.root)
        assert code == 4
        assert "no file here" in err


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for the program")
def test_nothing_of_the_repository_is_run(run, tmp_path):
    made = make_repository(tmp_path / "aurora")
    program, mark = tmp_path / "program", tmp_path / "ran"
    program.write_text(f"#!/bin/sh\ntouch '{mark}'\n", encoding="utf-8")
    program.chmod(0o755)
    write_release(made.root, "open", {"release.previous": "v1"})
    made.commit({})
    made.git("tag", "v1")
    for name in ("core.fsmonitor", "core.sshCommand", "core.pager", "diff.external", "core.editor"):
        made.git("config", name, str(program))
    hook = made.git_dir / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.symlink_to(program)
    mark.unlink(missing_ok=True)
    code, out, _ = run("diff", "--path", made.root, "--as-of", "2026-06-01")
    assert code == 0
    assert out.startswith("ai800 diff: no regressions")
    assert not mark.exists()
