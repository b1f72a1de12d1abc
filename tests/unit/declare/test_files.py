from __future__ import annotations

import pytest

from ai800.declare.faults import Fault
from ai800.declare.files import content
from tests.support.snapshots import MemorySnapshot


@pytest.mark.parametrize(
    "held, reason",
    [
        ("symlink", "is a symbolic link, which is never followed"),
        ("submodule", "is a submodule, which is never entered"),
        ("special", "is no regular file"),
        ("unreadable", "cannot be read: its bytes are not here"),
        (b"#" * ((1 << 20) + 1), "is larger than 1048576 bytes"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "is a Git LFS pointer, not the file itself"),
    ],
)
def test_what_cannot_be_read_is_a_fault(held, reason) -> None:
    found = content(MemorySnapshot({"ai800.yaml": held}), "ai800.yaml")
    assert isinstance(found, Fault)
    assert found.reason == reason


def test_bytes_come_as_they_are() -> None:
    assert content(MemorySnapshot({"ai800.yaml": b"\xff\0"}), "ai800.yaml") == b"\xff\0"
