from __future__ import annotations

import tomllib

import pytest

from tools.lock import LOCK, faults
from tools.vocabulary import ROOT

SOUND = (
    "# made\nclick==8.2.0 \\\n    --hash=sha256:aa\nmy-pkg==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:bb\n"
)


def test_the_lock_that_is_committed_holds_every_dependency():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert faults(LOCK.read_text(encoding="utf-8"), project["dependencies"]) == []


@pytest.mark.parametrize(
    "lock, dependencies, found",
    [
        (SOUND, ["click>=8.1.7", "My_Pkg"], []),
        (SOUND, ["click>=9"], ["click>=9 is not in the lock, or at another version"]),
        (SOUND, ["absent"], ["absent is not in the lock, or at another version"]),
        ("click==8.2.0\n", [], ["not pinned: click==8.2.0", "without a digest: click==8.2.0"]),
        ("click>=8 \\\n    --hash=sha256:aa\n", [], ["not pinned: click>=8"]),
        ("click==8.2.0 \\\n    --hash=md5:aa\n", [], ["without a digest: click==8.2.0"]),
        ("--index-url https://evil.example\n", [], ["not pinned: --index-url", "without a digest: --index-url"]),
    ],
)
def test_what_is_wrong_with_a_lock_is_said(lock, dependencies, found):
    assert faults(lock, dependencies) == found
