from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.git import Repository, make_repository

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Two models in one repository: one commit on `main`, tagged `v1`."""
    made = make_repository(tmp_path / "release")
    made.commit(
        {
            "README.md": "# Release\n",
            "models/large/ai800.yaml": "name: large\n",
            "models/large/weights/a.bin": b"\0\1\2",
            "models/small/config.json": "{}\n",
        }
    )
    made.git("tag", "v1")
    return made
