from __future__ import annotations

import os
import socket
import sys
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from ai800.errors import SnapshotError
from ai800.facts import observe
from ai800.snapshot import folder as module
from ai800.snapshot import open_snapshot
from ai800.snapshot.folder import FolderSnapshot
from ai800.snapshot.types import Entry, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable

linux = pytest.mark.skipif(sys.platform != "linux", reason="the file system there has no such files")


def write(root: Path, *names: str, content: bytes = b"x") -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_files_are_listed_with_their_sizes(tmp_path: Path) -> None:
    write(tmp_path, "b/c.md", "a.md", "b.md", content=b"four")
    (tmp_path / "empty").mkdir()
    with open_snapshot(tmp_path) as snapshot:
        assert list(snapshot.entries) == ["a.md", "b.md", "b/c.md"]
        assert snapshot.entries["b/c.md"] == Entry("b/c.md", "file", 4)
        assert snapshot.origin.name == tmp_path.name
        assert snapshot.head("a.md", 2) == b"fo"
        assert snapshot.read("b/c.md") == b"four"


def test_caches_and_repositories_are_not_entered(tmp_path: Path) -> None:
    write(tmp_path, "a.md", ".cache/huggingface/x.lock", "sub/.cache/huggingface/y", ".cache/other", "nested/.git/HEAD")
    write(tmp_path, "nested/README.md", "linked/.git", "linked/deep/README.md", "xhuggingface/a")
    snapshot = FolderSnapshot(tmp_path)
    kinds = {path: entry.kind for path, entry in snapshot.entries.items()}
    assert kinds == {
        ".cache/other": "file",
        "a.md": "file",
        "linked": "submodule",
        "nested": "submodule",
        "xhuggingface/a": "file",
    }


def test_links_are_listed_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside, "secret")
    root = tmp_path / "model"
    write(root, "a.md")
    for name, target in [("to-file", outside / "secret"), ("to-folder", outside), ("to-self", "to-self"), ("up", "..")]:
        (root / name).symlink_to(target)
    with open_snapshot(root) as snapshot:
        assert {path: entry.kind for path, entry in snapshot.entries.items()} == {
            "a.md": "file", "to-file": "symlink", "to-folder": "symlink", "to-self": "symlink", "up": "symlink",
        }  # fmt: skip
        for name in ("to-file", "to-folder", "to-self", "up"):
            with pytest.raises(UnreadableError, match="symbolic link"):
                snapshot.read(name)


def test_a_cache_made_of_links_says_how_to_get_the_files(tmp_path: Path) -> None:
    write(tmp_path, "blobs/abc")
    (tmp_path / "snapshots" / "rev").mkdir(parents=True)
    (tmp_path / "snapshots" / "rev" / "config.json").symlink_to("../../blobs/abc")
    with pytest.raises(SnapshotError, match="only symbolic links") as caught, open_snapshot(tmp_path / "snapshots/rev"):
        pass
    assert "hf download" in caught.value.remedy


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "model/a.md")
    (tmp_path / "link").symlink_to("model")
    with open_snapshot(tmp_path / "link") as snapshot:
        assert snapshot.read("a.md") == b"x"
        assert snapshot.origin.name == "link"


@linux
def test_pipes_sockets_and_devices_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(tmp_path / "socket"))
        with open_snapshot(tmp_path) as snapshot:
            assert {path: entry.kind for path, entry in snapshot.entries.items()} == {
                "pipe": "special",
                "socket": "special",
            }
            for name in snapshot.entries:
                with pytest.raises(UnreadableError, match="no regular file"):
                    snapshot.read(name)


@linux
@pytest.mark.parametrize(
    "name", [b"caf\xe9.md", b"new\nline", b"\x1b[2K", b"--output=x", b"::error::x", b"back\\slash"]
)
def test_names_are_bytes(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"x")
    with open_snapshot(tmp_path) as snapshot:
        path = name.decode("utf-8", "surrogateescape")
        assert list(snapshot.entries) == [path]
        assert snapshot.read(path) == b"x"


@pytest.mark.parametrize("change", ["link", "other file", "folder", "nothing"])
def test_a_file_replaced_after_the_listing_is_unreadable(tmp_path: Path, change: str) -> None:
    write(tmp_path, "model/a.md", "secret")
    with open_snapshot(tmp_path / "model") as snapshot:
        path = tmp_path / "model" / "a.md"
        path.rename(tmp_path / "kept")
        if change == "link":
            path.symlink_to(tmp_path / "secret")
        elif change == "other file":
            (tmp_path / "secret").rename(path)
        elif change == "folder":
            path.mkdir()
        with pytest.raises(UnreadableError, match=r"replaced|cannot be read"):
            snapshot.read("a.md")


@linux
def test_a_pipe_that_took_the_place_of_a_file_does_not_block(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    with open_snapshot(tmp_path) as snapshot:
        (tmp_path / "a.md").unlink()
        os.mkfifo(tmp_path / "a.md")
        with pytest.raises(UnreadableError, match="replaced"):
            snapshot.read("a.md")


def test_a_folder_replaced_by_a_link_does_not_lead_out(tmp_path: Path) -> None:
    write(tmp_path, "model/sub/a.md", "outside/a.md")
    with open_snapshot(tmp_path / "model") as snapshot:
        (tmp_path / "model" / "sub").rename(tmp_path / "kept")
        (tmp_path / "model" / "sub").symlink_to(tmp_path / "outside")
        with pytest.raises(UnreadableError, match="replaced"):
            snapshot.read("sub/a.md")


@pytest.mark.parametrize("size", [0, 1, module.PIECE, module.PIECE + 1])
def test_the_digest_of_a_file_is_read_in_pieces(tmp_path: Path, size: int) -> None:
    write(tmp_path, "model.bin", content=b"x" * size)
    pieces: list[int] = []
    with open_snapshot(tmp_path) as snapshot:
        assert snapshot.digest("model.bin") == sha256(b"x" * size).hexdigest()
        snapshot.pour("model.bin", lambda piece: pieces.append(len(piece)))
    assert (sum(pieces), max(pieces, default=0) <= module.PIECE) == (size, True)


def _cut(path: Path) -> None:
    os.truncate(path, 5)


def _grow(path: Path) -> None:
    path.write_bytes(b"y" * (3 << 20))


def _touch(path: Path) -> None:
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("change", [_cut, _grow, _touch])
def test_a_file_that_changes_while_it_is_read_has_no_digest(tmp_path: Path, change: Callable[[Path], None]) -> None:
    write(tmp_path, "model.bin", content=b"x" * (2 << 20))
    refused = pytest.raises(UnreadableError, match="was changed while it was read")
    with open_snapshot(tmp_path) as snapshot, refused as caught:
        snapshot.pour("model.bin", lambda _: change(tmp_path / "model.bin"))
    assert caught.value.remedy


@pytest.mark.parametrize("change", [_cut, _grow])
def test_a_file_that_changed_its_size_since_it_was_listed_has_no_digest(
    tmp_path: Path, change: Callable[[Path], None]
) -> None:
    write(tmp_path, "model.bin", content=b"x" * 10)
    with open_snapshot(tmp_path) as snapshot:
        change(tmp_path / "model.bin")
        with pytest.raises(UnreadableError, match="was changed while it was read"):
            snapshot.digest("model.bin")


def test_a_link_a_folder_and_what_is_not_there_have_no_digest(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret", "model/sub/a")
    (tmp_path / "model" / "link").symlink_to(tmp_path / "outside" / "secret")
    with open_snapshot(tmp_path / "model") as snapshot:
        for name in ("link", "sub", "nothing", "../outside/secret"):
            with pytest.raises(UnreadableError):
                snapshot.digest(name)


@pytest.mark.parametrize("change", ["link", "pipe", "nothing"])
def test_weights_replaced_after_the_listing_have_no_digest(tmp_path: Path, change: str) -> None:
    write(tmp_path, "model/a.onnx", "secret")
    path = tmp_path / "model" / "a.onnx"
    with open_snapshot(tmp_path / "model") as snapshot:
        path.rename(tmp_path / "kept")
        if change == "link":
            path.symlink_to(tmp_path / "secret")
        elif change == "pipe" and hasattr(os, "mkfifo"):
            os.mkfifo(path)
        (file,) = observe(snapshot).weights
        assert (file.path, file.sha256) == ("a.onnx", None)


def test_a_file_as_path(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    with pytest.raises(SnapshotError, match="is no folder") as caught, open_snapshot(tmp_path / "a.md"):
        pass
    assert "folder that holds it" in caught.value.remedy


@pytest.mark.parametrize("names", [("a/1", "a/2", "b/3", "c"), ("1", "2", "3", "4", "5")])
def test_too_many_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]) -> None:
    write(tmp_path, *names)
    monkeypatch.setattr(module, "ENTRY_LIMIT", 4)
    with pytest.raises(SnapshotError, match="more than"), open_snapshot(tmp_path):
        pass


@pytest.mark.parametrize("folder, shown", [("", "`.`"), ("sub", "`sub`")])
def test_a_folder_that_may_not_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, shown: str
) -> None:
    write(tmp_path, "sub/a")
    real = os.scandir

    def refuse(path: Path) -> object:
        if path == tmp_path / folder:
            raise PermissionError
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(SnapshotError, match=f"the folder {shown} cannot be listed") as caught, open_snapshot(tmp_path):
        pass
    assert "right to read" in caught.value.remedy


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.md")

    def refuse(*_: object) -> int:
        raise PermissionError

    with open_snapshot(tmp_path) as snapshot:
        monkeypatch.setattr(os, "open", refuse)
        with pytest.raises(UnreadableError, match="cannot be read"):
            snapshot.read("a.md")


def test_a_junction_of_windows_is_a_link() -> None:
    junction = SimpleNamespace(st_mode=0o040755, st_file_attributes=0x400)
    assert module._kind(junction) == "symlink"  # type: ignore[arg-type]


def test_a_listing_without_inode_numbers_compares_the_kind_only(tmp_path: Path) -> None:
    write(tmp_path, "a.md")
    listed = os.stat_result((0o100644, 0, 0, 1, 0, 0, 1, 0, 0, 0))
    assert module._is_same(listed, (tmp_path / "a.md").stat())
    assert not module._is_same(listed, tmp_path.stat())


def test_the_root_of_the_disk_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_rows", lambda *_, **__: [])
    assert FolderSnapshot(Path(tmp_path.anchor)).origin.name == tmp_path.anchor
