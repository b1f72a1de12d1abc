"""What a person found in six real repositories, and that the collectors find it at the same place."""

from __future__ import annotations

import json
from functools import cache

import pytest

from ai800.facts import observe
from ai800.facts.types import as_data
from tests.support.real_cases import CASES, real_case

if not (CASES / "expected.json").is_file():
    pytest.skip(
        "there are no real cases beside the checkout; AI800_REAL_CASES may name their folder", allow_module_level=True
    )

BLOOM, DALLE = "amansingh61__bloom", "openai__dalle-2-preview"
GPT_OSS, LLAMA = "openai__gpt-oss", "meta-llama__llama-models"
DEEPSEEK, SDK = "deepseek-ai__DeepSeek-V3", "anthropics__anthropic-sdk-python"
B, T = 10**9, 10**12

# The fact as a person named it, and where ours is: the folder it is asked of, the field and the value.
COVERED = {
    (LLAMA, "license_root"): ("", "licence_links", None),
    (LLAMA, "security_policy"): (
        "",
        "security_contacts",
        {"scope": "security_bounty", "address": "https://bugbounty.meta.com/"},
    ),
    (LLAMA, "gated_download"): ("", "gate", "request_access"),
    (LLAMA, "gpu_hours"): ("models/llama3_1", "gpu_hours", 39_300_000),
    (LLAMA, "tokens"): ("models/llama3_1", "training_tokens", 15 * T),
    (LLAMA, "data_cutoff"): ("models/llama3_1", "data_cutoff", "December 2023"),
    (LLAMA, "release_date"): ("models/llama3_1", "released_on", "July 23, 2024"),
    (LLAMA, "languages"): ("models/llama3_1", "languages", None),
    (LLAMA, "output_report_channel"): (
        "models/llama3_1",
        "security_contacts",
        {"scope": "model_output", "address": "https://developers.facebook.com/llama_output_feedback"},
    ),
    (LLAMA, "bounty"): (
        "models/llama3_1",
        "security_contacts",
        {"scope": "security_bounty", "address": "https://www.facebook.com/whitehat"},
    ),
    (LLAMA, "l4_gpu_hours"): ("models/llama4", "gpu_hours", 7_380_000),
    (LLAMA, "l4_tokens"): ("models/llama4", "training_tokens", 40 * T),
    (LLAMA, "l4_cutoff"): ("models/llama4", "data_cutoff", "August 2024"),
    (LLAMA, "l4_use_report"): (
        "models/llama4",
        "security_contacts",
        {"scope": "model_output", "address": "LlamaUseReport@meta.com"},
    ),
    (GPT_OSS, "license"): ("", "licence_code", "Apache-2.0"),
    (GPT_OSS, "use_policy"): ("", "use_policies", {"form": "file", "words": 35, "lists_uses": False}),
    (GPT_OSS, "model_card_external"): ("", "card_links", "https://arxiv.org/abs/2508.10925"),
    (GPT_OSS, "params_120b"): ("", "parameters_total", 117 * B),
    (GPT_OSS, "params_20b"): ("", "parameters_total", 21 * B),
    (GPT_OSS, "weights_location"): ("", "weight_links", "https://huggingface.co/openai/gpt-oss-120b"),
    (DEEPSEEK, "license_code"): ("", "licence_code", "MIT"),
    (DEEPSEEK, "license_model"): ("", "licence_weights", "LicenseRef-deepseek"),
    (DEEPSEEK, "params"): ("", "parameters_total", 671 * B),
    (DEEPSEEK, "tokens"): ("", "training_tokens", 14_800_000_000_000),
    (DEEPSEEK, "gpu_hours"): ("", "gpu_hours", 2_788_000),
    (DEEPSEEK, "gpu_hours_pretrain"): ("", "gpu_hours", 2_664_000),
    (DALLE, "staged_access"): ("", "gate", None),
    (DALLE, "reporting"): ("", "security_contacts", {"scope": "model_output", "address": "support@openai.com"}),
    (BLOOM, "front_matter.license"): ("", "licence_weights", "LicenseRef-bigscience-bloom-rail-1.0"),
    (BLOOM, "front_matter.language"): ("", "languages", None),
    (BLOOM, "misuse_section"): ("", "use_limits", "Misuse"),
    (BLOOM, "tokens"): ("", "training_tokens", 366 * B),
    (BLOOM, "forthcoming"): ("", "placeholders", "Estimated carbon emissions"),
    (BLOOM, "config"): ("", "parameters_total", 176_247_271_424),
    (BLOOM, "index_total_size"): ("", "weight_bytes", 352_494_542_848),
    (SDK, "security"): ("", "security_contacts", None),
}


@cache
def seen(case, folder=""):
    return observe(real_case(case, folder))


def expected(case, name):
    cases = json.loads((CASES / "expected.json").read_text(encoding="utf-8"))
    facts = next(each["facts"] for each in cases if each["dir"] == case)
    return next(fact for fact in facts if fact["fact"] == name)


def lines(case, path, value, *, of):
    """The lines of `path` where a fact of the field stands; a value of None is any."""
    data = as_data(seen(case, of[0]))
    facts = data.get(of[1]) or data["extra"].get(of[1], ())
    return [fact["line"] or 0 for fact in facts if fact["path"] == path and value in (None, fact["value"])]


# A heading or key that a person pointed at, beside the line that holds the value itself.
BESIDE = {(DALLE, "staged_access"), (SDK, "security")}


@pytest.mark.parametrize("case, name", COVERED)
def test_what_a_person_found_is_found_at_the_same_place(case, name):
    folder, field, value = COVERED[case, name]
    stated = expected(case, name)
    near = 2 if (case, name) in BESIDE else 0
    places = lines(case, stated["path"], value, of=(folder, field))
    assert any(abs(line - stated["line"]) <= near for line in places)


@pytest.mark.parametrize(
    "case, folder, kind",
    [
        (BLOOM, "", "hugging_face"),
        (DALLE, "", "vendor"),
        (GPT_OSS, "", "vendor"),
        (DEEPSEEK, "", "vendor"),
        (SDK, "", "library"),
        (LLAMA, "", "monorepo"),
        *((LLAMA, f"models/llama{name}", "vendor") for name in ("2", "3", "3_1", "3_2", "3_3", "4")),
        (LLAMA, "docs", "not_a_release"),
    ],
)
def test_the_kind_of_repository(case, folder, kind):
    assert seen(case, folder).kind.value == kind


def test_the_models_of_a_monorepo_are_listed():
    models = seen(LLAMA).models
    assert [fact.value for fact in models] == [f"models/llama{name}" for name in ("2", "3", "3_1", "3_2", "3_3", "4")]


@pytest.mark.parametrize(
    "folder, licence, total, active",
    [
        ("llama2", "llama2", {7, 13, 70}, set()),
        ("llama3", "llama3", {8, 70}, set()),
        ("llama3_1", "llama3.1", {8, 70, 405}, set()),
        ("llama3_3", "llama3.3", {70}, set()),
        ("llama4", "llama4", {109, 400}, {17}),
    ],
)
def test_each_model_of_a_monorepo_has_its_own_facts(folder, licence, total, active):
    facts = seen(LLAMA, f"models/{folder}")
    assert {fact.value for fact in facts.licence_weights} == {f"LicenseRef-{licence}"}
    assert {fact.value // B for fact in facts.parameters_total} == total
    assert {fact.value // B for fact in facts.parameters_active} == active
    assert [fact.value["lists_uses"] for fact in facts.use_policies if fact.value["form"] == "file"] == [True]
    assert facts.weight_links
    assert facts.openness == ()


def test_parameters_of_vendor_configurations_are_exact():
    facts = seen(DEEPSEEK)
    exact = {fact.path.rpartition("_")[2]: fact.value for fact in facts.parameters_total if fact.path.endswith("json")}
    assert exact == {"671B.json": 671_026_404_352, "236B.json": 235_741_434_880, "16B.json": 15_706_484_224}
    assert facts.parameters_active[0].value == 37_552_282_624


def test_restrictions_attached_to_a_licence_are_found():
    (policy,) = seen(DEEPSEEK).use_policies
    assert (policy.path, policy.value["form"], policy.value["lists_uses"]) == (
        "LICENSE-MODEL",
        "licence_attachment",
        True,
    )


def test_pointers_give_size_and_digest():
    facts = seen(BLOOM)
    first = next(file for file in facts.weights if file.path == "model_00001-of-00072.safetensors")
    assert (first.pointer, first.size, len(first.sha256)) == (True, 7_193_289_031, 64)
    assert len([file for file in facts.weights if file.form == "safetensors"]) == 72
    assert [fact.how for fact in facts.risks] == ["72 files that can run code when loaded"]


def test_cards_of_a_hosted_model_are_dated():
    facts = seen(DALLE)
    assert [fact.value for fact in facts.cards] == ["system_card", "system_card"]
    assert facts.extra["card_dates"][0].value == "2022-04-06"
    assert (facts.weights, facts.weight_links, facts.parameters_total, facts.licence_code) == ((), (), (), ())


def test_the_negative_control_shows_no_model():
    facts = seen(SDK)
    nothing = (
        "weights",
        "weight_links",
        "parameters_total",
        "cards",
        "use_policies",
        "gate",
        "openness",
        "licence_weights",
    )
    assert {name: getattr(facts, name) for name in nothing} == dict.fromkeys(nothing, ())
    assert {fact.value["scope"] for fact in facts.security_contacts} == {"code_security", "security_bounty"}


def test_open_weights_are_not_taken_for_open_source():
    assert [fact.value for fact in seen(GPT_OSS).openness] == ["open_weights"]
