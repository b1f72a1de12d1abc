"""Licence texts come from the licences of installed packages and of this project: none is kept here."""

from __future__ import annotations

import re
from importlib.metadata import files
from pathlib import Path

import pytest

from ai800.facts.licence_texts import identify, only_address, reference

ROOT = Path(__file__).parents[3]
APACHE = (ROOT / "LICENSE").read_text(encoding="utf-8")


def licence_of(package):
    names = ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENSE.rst")
    found = next(file for file in files(package) or () if file.name in names)
    return Path(str(found.locate())).read_text(encoding="utf-8")


MIT, BSD3, BSD2 = licence_of("pytest"), licence_of("click"), licence_of("Pygments")


def test_well_known_texts_are_known_by_all_their_words():
    assert [identify(text) for text in (APACHE, MIT, BSD3, BSD2)] == [
        "Apache-2.0",
        "MIT",
        "BSD-3-Clause",
        "BSD-2-Clause",
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.upper(),
        lambda text: " ".join(text.split()),
        lambda text: text.replace("http://", "https://"),
        lambda text: "Copyright 2024 Somebody\n\n" + text,
        lambda text: text.partition("END OF TERMS AND CONDITIONS")[0],
        lambda text: text.partition("APPENDIX")[0],
        lambda text: re.sub(r"\(([abcd])\) ", "", text).partition("APPENDIX")[0],
    ],
)
def test_how_a_text_is_set_makes_no_difference(change):
    assert identify(change(APACHE)) == "Apache-2.0"


@pytest.mark.parametrize(
    "text",
    [
        MIT + "\nOur only modification is that large users show our name.\n",
        MIT.replace("without restriction", "without commercial restriction"),
        "Modified " + MIT,
        "Commons Clause License Condition v1.0\n\n" + APACHE,
        APACHE.replace("Grant of Patent License", "No Patent License"),
        APACHE.replace("APPENDIX", "ADDITIONAL TERMS"),
        "x " * 300 + MIT,
        BSD3.replace("binary forms", "binary form"),
    ],
)
def test_a_known_text_and_more_or_less_is_another_licence(text):
    assert identify(text) not in {"MIT", "Apache-2.0", "BSD-3-Clause", "BSD-2-Clause"}


def test_a_notice_of_apache_is_enough_where_it_is_the_whole_file():
    notice = APACHE.partition("Copyright [yyyy]")[2].partition("Licensed under")
    text = "Copyright 2024 Somebody\n\n" + notice[1] + notice[2]
    assert identify(text) == "Apache-2.0"
    assert identify(text + "Further terms. " * 100) != "Apache-2.0"


@pytest.mark.parametrize(
    "title, ident",
    [
        ("LLAMA 2 COMMUNITY LICENSE AGREEMENT", "LicenseRef-llama2"),
        ("META LLAMA 3 COMMUNITY LICENSE AGREEMENT", "LicenseRef-llama3"),
        (" LLAMA 3.1 COMMUNITY LICENSE AGREEMENT", "LicenseRef-llama3.1"),
        ("**LLAMA 3.3 COMMUNITY LICENSE AGREEMENT**", "LicenseRef-llama3.3"),
        ("LLAMA 4 COMMUNITY LICENSE AGREEMENT", "LicenseRef-llama4"),
        ("DEEPSEEK LICENSE AGREEMENT", "LicenseRef-deepseek"),
        ("Databricks Open Model License", "LicenseRef-databricks-open-model-license"),
        ("NVIDIA Open Model License Agreement", "LicenseRef-nvidia-open-model-license"),
        ("BigScience RAIL License v1.0", "LicenseRef-bigscience-bloom-rail-1.0"),
        ("BigScience OpenRAIL-M License", "LicenseRef-bigscience-openrail-m"),
        ("BigCode OpenRAIL-M v1", "LicenseRef-bigcode-openrail-m"),
        ("CreativeML Open RAIL-M", "LicenseRef-creativeml-openrail-m"),
        ("CreativeML Open RAIL++-M License", "LicenseRef-openrail++"),
        ("Open RAIL-M", "LicenseRef-openrail"),
        ("Gemma Terms of Use", "LicenseRef-gemma"),
        ("Tongyi Qianwen RESEARCH LICENSE AGREEMENT", "LicenseRef-tongyi-qianwen-research"),
        ("Qwen LICENSE AGREEMENT", "LicenseRef-qwen"),
        ("Mistral AI Research License", "LicenseRef-mrl"),
        ("Modified MIT License", "LicenseRef-modified-mit"),
        ("OpenMDW License Agreement, version 1.0", "LicenseRef-openmdw-1.0"),
        ("Attribution 4.0 International", "CC-BY-4.0"),
        ("Creative Commons Attribution-ShareAlike 3.0 International", "CC-BY-SA-3.0"),
        ("Attribution-NonCommercial-NoDerivatives 4.0 International", "CC-BY-NC-ND-4.0"),
        ("Attribution-NonCommercial-ShareAlike 4.0 International", "CC-BY-NC-SA-4.0"),
        ("The foo-9b License", "LicenseRef-the-foo-9b-license"),
        ("\n\n  Terms of Use of Foo\n", "LicenseRef-terms-of-use-of-foo"),
        ("All rights reserved.", "LicenseRef-unnamed"),
        ("", "LicenseRef-unnamed"),
        ("\u8bb8\u53ef\u8bc1 license \u2014", "LicenseRef-license"),
        ("# License Information", "LicenseRef-unnamed"),
        ("LICENSE", "LicenseRef-unnamed"),
        ("## Licences overview:", "LicenseRef-unnamed"),
    ],
)
def test_other_licences_are_known_by_their_title(title, ident):
    assert identify(title + "\n\nSome words follow here.\n") == ident


def test_the_first_title_counts():
    text = "FOO LICENSE\n\nThis differs from the DeepSeek License Agreement and the Qwen License.\n"
    assert identify(text) == "LicenseRef-deepseek"


@pytest.mark.parametrize(
    "text, address",
    [
        ("https://example.org/licence\n", "https://example.org/licence"),
        ("  <http://example.org/a#b>  ", "http://example.org/a#b"),
        ("See https://example.org", None),
        ("Please refer to license: https://example.org/a\n", "https://example.org/a"),
        ("The license is at <https://example.org/a>", "https://example.org/a"),
        ("You may use it. The license is at https://example.org/a", None),
        ("https://example.org and more", None),
        ("", None),
    ],
)
def test_a_file_may_hold_only_an_address(text, address):
    assert only_address(text) == address


@pytest.mark.parametrize(
    "name, ident",
    [
        ("Foo License 1.0", "LicenseRef-foo-license-1.0"),
        ("  *** ", ""),
        ("-a-", "LicenseRef-a"),
        ("x" * 300, "LicenseRef-" + "x" * 60),
    ],
)
def test_a_name_becomes_a_reference(name, ident):
    assert reference(name) == ident
