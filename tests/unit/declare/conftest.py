from __future__ import annotations

import sys

import pytest


@pytest.fixture(params=["libyaml", "python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each parser of PyYAML in turn: not every wheel of it has libyaml."""
    name: str = request.param
    if name == "python":
        monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    return name
