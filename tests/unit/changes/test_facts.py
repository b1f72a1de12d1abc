from __future__ import annotations

import pytest

from ai800.changes.compare import changed
from ai800.facts.types import Fact, WeightFile
from tests.support import assessments as made
from tests.support.changed_reports import ONE, OTHER, fingerprint, model, report, weights


def facts(old, new):
    return [(each.what, each.source, each.subject, each.before, each.after) for each in changed(old, new).facts]


def short(**changes):
    return report(fingerprint=fingerprint(**changes))


def seen(**changes):
    return report(facts=made.facts(**changes))


def test_a_model_that_only_moved_has_the_texts_that_it_had():
    policy = Fact({"form": "file", "words": 93, "lists_uses": True}, "USE_POLICY.md", 1, "file")
    files = [{"path": "LICENSE", "sha256": ONE}, {"path": "USE_POLICY.md", "sha256": OTHER}]
    moved = [{**each, "path": f"models/a/{each['path']}"} for each in files]
    old = report(fingerprint=fingerprint(files=files), facts=made.facts(use_policies=[policy]))
    there = {"use_policies": [policy._replace(path="models/a/USE_POLICY.md")]}
    new = report(
        fingerprint=fingerprint(files=moved), facts=made.facts(**there), release=made.release(folder="models/a")
    )
    assert facts(old, new) == []


def test_the_same_release_changed_nothing():
    found = changed(report(), report())
    assert found.facts == found.cautions == found.entries == found.differences == found.incomparable == ()


@pytest.mark.parametrize(
    "name, value, before, after",
    [
        ("licence_weights", "MIT", ("Apache-2.0",), ("MIT",)),
        ("licence_weights", None, ("Apache-2.0",), ()),
        ("licence_code", "MIT", (), ("MIT",)),
        ("licence_data", "CC0-1.0", (), ("CC0-1.0",)),
        ("base_models", ["aurora-base", "b"], ("aurora-base",), ("aurora-base", "b")),
        ("parameters_total", 8, ("7241732096",), ("8",)),
        ("parameters_active", 0, (), ("0",)),
    ],
)
def test_what_the_release_declares_of_its_model(name, value, before, after):
    assert facts(report(), short(model=model(**{name: value}))) == [(name, "declared", "", before, after)]


@pytest.mark.parametrize(
    "name, before, after, shown",
    [
        ("licence_weights", ["MIT"], ["Apache-2.0"], (("MIT",), ("Apache-2.0",))),
        ("licence_code", [], ["MIT"], ((), ("MIT",))),
        (
            "base_models",
            [{"name": "a", "relation": None}],
            [{"name": "b", "relation": "finetune"}],
            (("a",), ("b finetune",)),
        ),
        ("openness", ["open_source"], [], (("open_source",), ())),
        ("parameters_total", [7, 7000], [8, 7000], (("7",), ("8",))),
        ("parameters_active", [7], [8], (("7",), ("8",))),
        ("architecture", ["A"], ["B"], (("A",), ("B",))),
        ("gate", ["gated"], ["not_gated"], (("gated",), ("not_gated",))),
    ],
)
def test_what_the_repository_shows(name, before, after, shown):
    old, new = ({name: tuple(Fact(value, "README.md", 1, "said") for value in values)} for values in (before, after))
    assert facts(seen(**old), seen(**new)) == [(name, "observed", "", *shown)]


@pytest.mark.parametrize("name", ["parameters_total", "licence_weights"])
def test_the_order_of_less_trusted_texts_is_no_change(name):
    one, other = (Fact("7", "config.json", None, "formula"), Fact("6", "README.md", 3, "card"))
    again = Fact("7", "README.md", 9, "card")
    assert facts(seen(**{name: (one, other)}), seen(**{name: (one, other, again)})) == []


def policy(path="USE.md", digest=ONE, **value):
    fact = Fact({"form": "file", "words": 90, "lists_uses": True} | value, path, 1, "name")
    files = [{"path": path, "sha256": digest}]
    return report(facts=made.facts(use_policies=(fact,)), fingerprint=fingerprint(files=files))


def test_a_use_policy_that_changed_came_or_went():
    changed_text, link = policy(digest=OTHER), policy(form="link", address="https://a.example/use")
    assert facts(policy(), changed_text) == [
        ("use_policy", "observed", "", ("USE.md (90 words, 111111111111)",), ("USE.md (90 words, 222222222222)",))
    ]
    assert facts(policy(), policy()) == []
    assert facts(link, policy(form="link", address="https://a.example/use", digest=OTHER)) == []
    (gone,) = facts(policy(), short(files=[]))
    assert (gone[0], gone[4]) == ("use_policy", ())
    (weaker,) = facts(policy(), policy(lists_uses=False))
    assert "lists no uses" in weaker[4][0]


def test_a_use_policy_of_another_shape_is_shown_all_the_same():
    odd = Fact("somewhere", "USE.md", 1, "forged")
    (found,) = facts(report(), report(facts=made.facts(use_policies=(odd,))))
    assert found[4] == ("USE.md (0 words, lists no uses)",)


def test_the_text_of_the_licence():
    unread = short(files=[{"path": "LICENSE", "sha256": None}])
    assert facts(report(), short(files=[{"path": "LICENSE", "sha256": OTHER}])) == [
        ("licence_text", "observed", "", ("LICENSE 111111111111",), ("LICENSE 222222222222",))
    ]
    assert facts(report(), unread)[0][4] == ("LICENSE not read",)


def channels(*found, gates=()):
    listed = [{"id": name, "access": access, "variant": "open"} for name, access in found]
    held = fingerprint(records=[], channels=[{"id": name, "gate": gate} for name, gate in gates])
    return report(release=made.release(channels=listed), fingerprint=held)


def test_channels_their_access_and_their_gates():
    old = channels(("hub", "gated_weights"), ("api", "api_inference"), gates=[("hub", "contract"), ("api", None)])
    new = channels(("hub", None), ("web", "hosted_interface"), gates=[("hub", "none"), ("web", None)])
    assert facts(old, new) == [
        ("access", "declared", "hub", ("gated_weights",), ("access not stated",)),
        ("gate", "declared", "hub", ("contract",), ("none",)),
        ("channel", "declared", "api", ("api_inference",), ()),
        ("channel", "declared", "web", (), ("hosted_interface",)),
    ]


def test_weights_that_were_replaced_declared_or_not():
    assert facts(report(), short(weights=[weights(OTHER)])) == [
        (
            "weights", "observed", "",
            ("model.safetensors sha256:111111111111",), ("model.safetensors sha256:222222222222",),
        )
    ]  # fmt: skip
    named = [short(weights=[], model=model(artifacts=[digest])) for digest in (ONE, OTHER)]
    assert facts(*named)[0][3:] == (("declared sha256:111111111111",), ("declared sha256:222222222222",))
    assert facts(report(), named[0]) == []


@pytest.mark.parametrize(
    "old, new, said",
    [
        ([weights(ONE)], [weights(None)], "no digest"),
        ([], [], "neither report"),
        ([weights(ONE, scheme="git")], [weights(OTHER)], "different kinds"),
    ],
)
def test_weights_that_cannot_be_compared_are_said(old, new, said):
    found = changed(short(weights=old), short(weights=new))
    assert found.facts == ()
    (sentence,) = found.incomparable
    assert said in sentence


def test_a_report_without_digests_is_compared_as_far_as_it_goes_and_that_is_said():
    files = (
        WeightFile("a.safetensors", "safetensors", 5, ONE, pointer=True),
        WeightFile("a.safetensors.index.json", "index", 5, None, pointer=False),
    )
    old = report(fingerprint=None, facts=made.facts(weights=files))
    found = changed(old, short(weights=[weights(OTHER)], model=model(licence_weights="MIT")))
    assert [each.what for each in found.facts] == ["weights", "gate"]
    assert found.cautions == ()
    assert len(found.incomparable) == 1
    assert "the older report holds no digests" in found.incomparable[0]
    assert "the newer report holds no digests" in changed(report(), old).incomparable[0]
    unknown = report(fingerprint=None, facts=made.facts())
    assert len(changed(unknown, unknown).incomparable) == 3
