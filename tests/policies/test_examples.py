"""Every example of the policies is worth pasting: valid, without ids that it lacks, and its row is better for it."""

from __future__ import annotations

import re

import pytest
import yaml

from ai800.api import additions, judge, read
from ai800.assessment.types import WORST_FIRST
from ai800.catalog import load_catalog

DAY = {"as_of": "2026-06-01"}
_SAID = "Twenty words are enough to say what was done here, who did it, when, how, why, and what came of it all.\n"
_PATH = re.compile(r"\bdocs/[\w./-]+\.\w+(?:#[\w-]+)?")
CHANNELS = {
    "open": {"id": "weights", "access": "widely_available_weights", "opens_on": "2026-03-01"},
    "closed": {"id": "chat", "access": "hosted_interface", "opens_on": "2026-03-01"},
}
PRACTICES = sorted({record.practice for record in load_catalog().rows.values()})


def _start(variant):
    return {
        "ai800": 1,
        "release": {"name": 'Quill: "7B"', "developer": "Lab", "version": "1.5-rc1", "status": "released"},
        "channels": [dict(CHANNELS[variant])],
        "threat_profiles": [{"id": "intrusion"}],
    }


def _same(one, other):
    keys = [key for key in ("id", "channel", "threat_profile") if key in one and key in other]
    return bool(keys) and all(one[key] == other[key] for key in keys)


def _pasted(base, example):
    """As somebody pastes: what is there stays and grows, records with the same id are one."""
    if isinstance(base, dict) and isinstance(example, dict):
        return base | {key: _pasted(base[key], value) if key in base else value for key, value in example.items()}
    if isinstance(base, list) and isinstance(example, list):
        for item in example:
            at = next((i for i, each in enumerate(base) if isinstance(item, dict) and _same(each, item)), None)
            base = [*base, item] if at is None else [*base[:at], _pasted(base[at], item), *base[at + 1 :]]
        return base
    return example


def _judged(folder, data):
    text = yaml.safe_dump(data, sort_keys=False)
    (folder / "ai800.yaml").write_text(text, encoding="utf-8")
    pages = {}
    for shown in sorted(set(_PATH.findall(text))):
        path, _, heading = shown.partition("#")
        pages[path] = pages.get(path, _SAID) + (f"\n## {heading}\n\n{_SAID}" if heading else "")
    for path, page in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(page, encoding="utf-8")
    reading = read(folder, **DAY)
    return reading, judge(reading, **DAY)


@pytest.mark.parametrize("variant", ["open", "closed"])
@pytest.mark.parametrize("practice", PRACTICES)
def test_an_example_betters_its_row(tmp_path, variant, practice):
    reading, assessment = _judged(tmp_path, _start(variant))
    found = [each for each in additions(reading, assessment) if reading.catalog.rows[each.id].practice == practice]
    for addition in found:
        data = _start(variant)
        for example in addition.examples:
            data = _pasted(data, yaml.safe_load(example.replace(": 20", ": !!str 20")))
        _, after = _judged(tmp_path, data)
        row = next(row for row in after.rows if row.id == addition.id)
        assert WORST_FIRST.index(row.verdict) > WORST_FIRST.index(addition.verdict), addition.id
        assert [each.message for each in after.disagreements if each.code == "unknown_reference"] == [], addition.id
