from __future__ import annotations

import re

import pytest

from ai800.patterns import pattern


def test_a_pattern_is_compiled_at_its_first_use_and_kept():
    found = pattern(r"(a+)b", re.IGNORECASE)
    assert "search" not in vars(found)
    assert found.search("xAAb")[1] == "AA"
    assert vars(found)["search"] is found.search
    assert found.pattern == r"(a+)b"


def test_a_wrong_expression_fails_at_its_first_use():
    found = pattern("(")
    with pytest.raises(re.error):
        found.match("")
