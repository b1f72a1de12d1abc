"""What all tests share."""

from __future__ import annotations

import os

import pytest

from tests.support.opa import OPA, ROOT


@pytest.fixture(scope="module")
def opa_on_path():
    """Puts the OPA of the checkout on PATH for the tests of a module, or skips them."""
    if OPA is None:
        pytest.skip("there is no OPA in .tools/bin or on PATH")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PATH", os.pathsep.join([str(ROOT / ".tools" / "bin"), os.environ["PATH"]]))
        yield OPA
