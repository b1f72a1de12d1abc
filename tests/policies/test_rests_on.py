"""A verdict that survives the loss of a field it rests on is a defect: every field of a base is dropped in turn."""

from __future__ import annotations

import pytest

from ai800.engines.engine import open_engine
from tools.rests_on import declared, differences, measured


@pytest.mark.parametrize("variant", ["open", "closed"])
def test_a_met_rests_on_exactly_the_fields_its_table_lists(variant):
    with open_engine() as engine:
        fields = measured(engine, variant)
    assert fields
    assert list(differences(variant, fields, said=declared(variant))) == []
