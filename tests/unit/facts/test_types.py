from __future__ import annotations

import json

from ai800.facts.types import Fact, Facts, WeightFile, as_data


def test_facts_become_data_in_a_fixed_order():
    fact = Fact(7, "a", 1, "how")
    facts = Facts(
        kind=Fact("vendor", "", None, "how"),
        weights=(WeightFile("m", "gguf", None, None, pointer=False),),
        extra={"b": (fact,), "a": (fact, fact)},
    )
    data = as_data(facts)
    assert json.loads(json.dumps(data))["kind"] == {"value": "vendor", "path": "", "line": None, "how": "how"}
    assert list(data)[:3] == ["kind", "models", "name"]
    assert list(data["extra"]) == ["a", "b"]
    assert data["extra"]["b"] == [{"value": 7, "path": "a", "line": 1, "how": "how"}]
    assert data["weights"][0]["form"] == "gguf"
