"""Releases of any size: the base release of the case tables with more evidence in it."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from tools.case_data import base, document

if TYPE_CHECKING:
    from collections.abc import Mapping

SIZES = (60, 2000, 20000)
REFERENCES = 20


def release(items: int) -> dict[str, Any]:
    """A release whose evaluations, red teams and safeguards together name `items` references to evidence."""
    data: dict[str, Any] = copy.deepcopy(dict(base("open")))
    sections = ("evaluations", "red_teams", "safeguards")
    spread = max(1, items // REFERENCES // len(sections))
    for section in sections:
        first = data[section]
        data[section] = [_copied(first[i % len(first)], i, known=len(first)) for i in range(max(spread, len(first)))]
    records = [record for section in sections for record in data[section]]
    for i, record in enumerate(records):
        record["evidence"] = [f"docs/page-{i}-{n}.md" for n in range(_share(items, len(records), place=i))]
    return data


def _copied(record: Mapping[str, Any], place: int, *, known: int) -> dict[str, Any]:
    return dict(record) if place < known else {**record, "id": f"{record['id']}-{place}"}


def _share(items: int, records: int, *, place: int) -> int:
    return items // records + (1 if place < items % records else 0)


def engine_document(items: int) -> Mapping[str, Any]:
    return document(release(items))
