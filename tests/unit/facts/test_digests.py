"""Which files of weights get a digest: those that the budget allows, in their order."""

from __future__ import annotations

from hashlib import sha256

import pytest

from ai800.facts import digests as module
from ai800.facts import observe
from ai800.facts.digests import BUDGET, budget_of, digested
from ai800.facts.types import WeightFile
from ai800.snapshot.types import UnreadableError
from tests.support.model_files import OID, pointer, safetensors
from tests.support.snapshots import MemorySnapshot

POINTED = WeightFile("p", "other", 10**12, OID, pointer=True, sha256_from="pointer")


def _file(path, size):
    return WeightFile(path, "other", size, None, pointer=False)


def _digest(path):
    if path.startswith("gone"):
        raise UnreadableError("it is gone", "fetch it")
    return path * 64


@pytest.mark.parametrize(
    "files, budget, read",
    [
        ([_file("a", 5), _file("b", 5)], 10, "ab"),
        ([_file("a", 5), _file("b", 5)], 9, "a"),
        ([_file("a", 10), _file("b", 9)], 9, "b"),
        ([_file("a", 9), _file("b", 1), _file("c", 0)], 9, "ac"),
        ([_file("a", 10**15), _file("b", None)], None, "a"),
        ([POINTED, _file("a", 5)], 5, "a"),
        ([_file("a", 1)], 0, ""),
        ([_file("a", 0)], -1, ""),
        ([], 0, ""),
    ],
)
def test_files_are_read_in_their_order_while_the_budget_lasts(files, budget, read):
    found, failed = digested(files, _digest, budget=budget)
    assert [each.path for each in found] == [each.path for each in files]
    assert "".join(each.path for each in found if each.sha256_from == "computed") == read
    assert all(each.sha256 == each.path * 64 for each in found if each.sha256_from == "computed")
    assert failed == ()


def test_what_cannot_be_read_has_no_digest_and_costs_what_it_might_have():
    found, failed = digested([_file("gone", 5), _file("a", 5), _file("b", 1)], _digest, budget=9)
    assert [each.sha256_from for each in found] == [None, None, "computed"]
    assert failed == ("gone",)


@pytest.mark.parametrize(
    "every, spent, left",
    [
        (False, (), BUDGET),
        (False, (_file("a", 5), POINTED), BUDGET),
        (False, (_file("a", 5)._replace(sha256="a" * 64, sha256_from="computed"),), BUDGET - 5),
        (True, (_file("a", 5)._replace(sha256="a" * 64, sha256_from="computed"),), None),
    ],
)
def test_the_budget_is_one_for_a_tree(every, spent, left):
    assert budget_of(digest_weights=every, spent=spent) == left


@pytest.mark.parametrize("every", [True, False])
def test_only_what_is_asked_for_goes_over_the_budget(monkeypatch, every):
    data = safetensors({"w": ("F32", [4])})
    monkeypatch.setattr(module, "BUDGET", len(data))
    files = {"a.safetensors": data, "b.safetensors": data, "c.safetensors": pointer(5)}
    first, second, third = observe(MemorySnapshot(files), digest_weights=every).weights
    assert (first.sha256, first.sha256_from) == (sha256(data).hexdigest(), "computed")
    assert (second.sha256, second.sha256_from) == ((first.sha256, "computed") if every else (None, None))
    assert (third.sha256, third.sha256_from) == (OID, "pointer")


def test_many_files_that_cannot_be_read_are_one_problem():
    class Denied(MemorySnapshot):
        def pour(self, path, take):
            take(b"x")
            raise UnreadableError(path, "fetch it")

    (problem,) = observe(Denied({f"{name}.onnx": b"x" for name in "abc"})).problems
    assert (problem.path, problem.value) == (
        "a.onnx", "this and 2 more files of weights cannot be read to the end, so there is no digest",
    )  # fmt: skip
