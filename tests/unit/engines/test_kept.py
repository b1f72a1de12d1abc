"""What wasmtime compiled is kept for the next run, and taken only from where nobody else can put it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
import wasmtime

from ai800.engines.kept import cache_folder, compiled
from ai800.engines.wasm import WasmEngine
from tests.support.wat import module

on_posix = pytest.mark.skipif(os.name == "nt", reason="the system has no such rights")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "home" / ".cache" / "ai800"


@pytest.fixture
def made(monkeypatch):
    """The modules that were really compiled."""
    seen = []

    class Module(wasmtime.Module):
        def __init__(self, engine, text):
            seen.append(text)
            super().__init__(engine, text)

    monkeypatch.setattr(wasmtime, "Module", Module)
    return seen


def _files(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_compiled_once_and_read_after_that(folder, made):
    for _ in range(3):
        assert WasmEngine(module(), keep=folder).evaluate({}) == {"p": {"both": {"verdicts": {}, "findings": []}}}
    assert len(made) == 1
    assert len(_files(folder)) == 1


def test_nothing_is_kept_without_a_place(folder, made):
    for _ in range(2):
        compiled(wasmtime.Engine(), module(), version="1", folder=None)
    assert (len(made), _files(folder)) == (2, [])


def _same(path):
    return path


def _cut_off(path):
    path.write_bytes(path.read_bytes()[:100])
    return path


def _readable_by_all(path):
    path.chmod(0o644)
    return path


def _link(path):
    path.rename(path.with_name("elsewhere"))
    path.symlink_to("elsewhere")
    return path


def _folder_of_all(path):
    path.parent.chmod(0o755)
    return path


@on_posix
@pytest.mark.parametrize(
    "change, again", [(_same, 0), (_cut_off, 1), (_readable_by_all, 1), (_link, 1), (_folder_of_all, 1)]
)
def test_only_what_this_user_kept_is_taken(folder, made, change, again):
    compiled(wasmtime.Engine(), module(), version="1", folder=folder)
    change(next(folder.glob("*.cwasm")))
    compiled(wasmtime.Engine(), module(), version="1", folder=folder)
    assert len(made) == 1 + again


@on_posix
def test_what_belongs_to_somebody_else_is_not_taken(folder, made, monkeypatch):
    compiled(wasmtime.Engine(), module(), version="1", folder=folder)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    compiled(wasmtime.Engine(), module(), version="1", folder=folder)
    assert len(made) == 2


def test_nothing_is_taken_from_inside_a_repository(folder, made):
    compiled(wasmtime.Engine(), module(), version="1", folder=folder)
    (folder.parent.parent / ".git").mkdir()
    compiled(wasmtime.Engine(), module(), version="1", folder=folder)
    assert len(made) == 2


def test_a_folder_above_that_cannot_be_looked_into_keeps_nothing(folder, made, monkeypatch):
    def refused(_):
        raise PermissionError

    monkeypatch.setattr(Path, "exists", refused)
    compiled(wasmtime.Engine(), module(), version="1", folder=folder)
    assert (len(made), _files(folder)) == (1, [])


def test_a_folder_that_cannot_be_made_costs_only_time(tmp_path, made):
    (tmp_path / "file").write_text("")
    compiled(wasmtime.Engine(), module(), version="1", folder=tmp_path / "file" / "ai800")
    assert len(made) == 1


def test_nothing_is_left_of_what_cannot_be_written_whole(folder, made, monkeypatch):
    def full(_self, _target):
        raise OSError

    monkeypatch.setattr(Path, "replace", full)
    compiled(wasmtime.Engine(), module(), version="1", folder=folder)
    assert (len(made), _files(folder)) == (1, [])


def test_old_versions_are_forgotten(folder):
    for version in range(7):
        compiled(wasmtime.Engine(), module(), version=str(version), folder=folder)
        for path in folder.glob(f"{version}-*"):
            os.utime(path, (version, version))
    assert [name[0] for name in _files(folder)] == ["3", "4", "5", "6"]


@pytest.mark.parametrize(
    "platform, environment, where",
    [
        ("linux", {"XDG_CACHE_HOME": "/c", "LOCALAPPDATA": "/l"}, "/c/ai800"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/h/.cache/ai800"),
        ("linux", {}, "/h/.cache/ai800"),
        ("darwin", {}, "/h/Library/Caches/ai800"),
        ("win32", {"XDG_CACHE_HOME": "/c", "LOCALAPPDATA": "/l"}, "/l/ai800"),
        ("win32", {}, "/h/AppData/Local/ai800"),
    ],
)
def test_the_place_that_the_system_has_for_it(monkeypatch, platform, environment, where):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: Path("/h"))
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == Path(where)


def test_no_home_is_no_place(monkeypatch):
    def nowhere():
        raise RuntimeError

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", nowhere)
    assert cache_folder() is None
