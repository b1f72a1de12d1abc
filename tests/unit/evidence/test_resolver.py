"""References are followed inside the snapshot and nowhere else, and each says what is wrong with it."""

from __future__ import annotations

import hashlib

import pytest

from ai800.evidence import resolver as module
from ai800.evidence.resolver import SnapshotResolver
from tests.support.snapshots import MemorySnapshot

SAID = b"Twenty words are enough to say what was done here, who did it, when, how, why, and what came of it all.\n"
PAGE = (
    b"# Threats\n\n" + SAID + b"\n## How profiles were chosen\n\n" + SAID + b"\n**Red team**\n\n" + SAID
    + b"\n## Later\n\nTODO\n\n## Empty\n"
)  # fmt: skip
FILES = {
    "docs/threats.md": PAGE,
    "docs/template.md": b"# Card\n\n[More Information Needed]\n",
    "docs/comment.md": b"# Card\n\n<!-- " + SAID.strip() + b" -->\n",
    "docs/titles.md": b"# One two three four five six seven eight\n\n## " + b"word " * 20 + b"\n",
    "docs/denied.md": b"# Red team\n\nNo red teaming was carried out for this release. " + SAID,
    "docs/denied2.md": b"We have not yet tested the model for any of this. " + SAID,
    "docs/plans.md": SAID.strip() + b" A second report is to be written in spring. It is to be announced.\n",
    "docs/promised.md": b"This page will be completed later. " + SAID.replace(b"here", b"in what is to be added"),
    "docs/limited.md": b"We have not tested the model in languages other than English. " + SAID,
    "docs/lorem.md": b"Lorem ipsum dolor sit amet. " + SAID,
    "docs/repeated.md": b"word " * 40,
    "docs/spaceless.md": "我们在发布之前评估了每一个威胁并请外部专家检查结果和方法然后决定继续".encode() * 2,
    "docs/policy.md": b"We do not train on prompts of users. " + SAID,
    "docs/card.pdf": b"%PDF-1.7 " + SAID,
    "docs/picture.png": b"\x89PNG\r\n\0\0",
    "docs/latin.txt": "été ".encode("latin-1") * 30,
    "docs/pointer.md": b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n",
    "docs/link.md": "symlink",
    "docs/gone.md": "unreadable",
    "sub": "submodule",
    "fifo": "special",
    "ai800.yaml": SAID,
    ".ai800/reviews.yaml": SAID,
    "big.md": b"word " * (2 << 20),
}


def _resolve(reference, *, folder="", files=FILES):
    return SnapshotResolver(MemorySnapshot(files, folder=folder)).resolve(reference)


@pytest.mark.parametrize(
    "reference, status, line",
    [
        ("docs/threats.md", "resolved", 1),
        ("./docs/threats.md", "resolved", 1),
        ("docs/threats.md#threats", "resolved", 1),
        ("docs/threats.md#how-profiles-were-chosen", "resolved", 5),
        ("docs/threats.md#How profiles were chosen", "resolved", 5),
        ("docs/threats.md#red-team", "resolved", 9),
        ({"path": "docs/threats.md", "anchor": "#red-team"}, "resolved", 9),
        ({"path": "docs/threats.md", "sha256": hashlib.sha256(PAGE).hexdigest()}, "resolved", 1),
        ("docs/policy.md", "resolved", 1),
        ("docs/spaceless.md", "resolved", 1),
        ("docs/plans.md", "resolved", 1),
        ("docs/promised.md", "placeholder", 1),
        ("docs/limited.md", "resolved", 1),
        ("docs/lorem.md", "placeholder", 1),
        ("docs/repeated.md", "placeholder", 1),
        ("docs/threats.md#later", "placeholder", 13),
        ("docs/threats.md#empty", "placeholder", 17),
        ("docs/template.md", "placeholder", 1),
        ("docs/comment.md", "placeholder", 1),
        ("docs/titles.md", "placeholder", 1),
        ("docs/denied.md#red-team", "placeholder", 1),
        ("docs/denied2.md", "placeholder", 1),
        ("docs/threats.md#nope", "anchor_missing", None),
        ("docs/nope.md", "missing", None),
        ("docs", "missing", None),
        ({"path": "docs/threats.md", "sha256": "0" * 64}, "digest_mismatch", None),
        ("docs/pointer.md", "pointer", None),
        ("docs/gone.md", "unreadable", None),
        ("https://example.org/card", "external", None),
        ("doi:10.6028/NIST.AI.800-1.ipd", "external", None),
        ({"url": "https://example.org/card", "accessed_on": "2026-01-01"}, "external", None),
        ("docs/card.pdf", "external", None),
        ("docs/picture.png", "external", None),
        ("docs/latin.txt", "external", None),
        ("docs/link.md", "refused", None),
        ("docs/link.md/inside.md", "refused", None),
        ("sub", "refused", None),
        ("sub/inside.md", "refused", None),
        ("fifo", "refused", None),
        ("../outside.md", "refused", None),
        ("/etc/passwd", "refused", None),
        ("C:/windows", "refused", None),
        ("\\\\host\\share", "refused", None),
        ("docs\\threats.md", "refused", None),
        ("docs/../docs/threats.md", "refused", None),
        ("docs//threats.md", "refused", None),
        ("docs/threats.md ./x", "refused", None),
        ("docs./threats.md", "refused", None),
        ("", "refused", None),
        ("#threats", "refused", None),
        ("a" * 1025, "refused", None),
        ("ai800.yaml", "refused", None),
        (".ai800/reviews.yaml", "refused", None),
        ("big.md", "refused", None),
    ],
)
def test_a_reference_has_one_status(reference, status, line):
    found = _resolve(reference)
    assert (found.status, found.line) == (status, line)
    assert bool(found.detail) == (status != "resolved")


@pytest.mark.parametrize(
    "reference, hint",
    [
        ("docs/threats.md#how-profiles-are-chosen", "#how-profiles-were-chosen"),
        ("docs/threat.md", "docs/threats.md"),
        ("docs", "name a file in it"),
    ],
)
def test_what_is_missing_names_what_is_near(reference, hint):
    assert hint in _resolve(reference).detail


@pytest.mark.parametrize("names", [("caf\u00e9.md", "cafe\u0301.md"), ("cafe\u0301.md", "caf\u00e9.md")])
def test_a_name_that_only_looks_the_same_is_not_offered_as_another(names):
    found = _resolve(names[0], files={names[1]: PAGE})
    assert (found.status, "did you mean" in found.detail) == ("missing", False)
    assert "in one Unicode form" in found.detail


@pytest.mark.parametrize(
    "reference, path, status",
    [
        ("safety.md", "models/large/safety.md", "resolved"),
        ("../../SECURITY.md", "SECURITY.md", "resolved"),
        ("../../../SECURITY.md", None, "refused"),
        ("ai800.yaml", None, "refused"),
        ("../small/ai800.yaml", "models/small/ai800.yaml", "resolved"),
    ],
)
def test_paths_start_at_the_folder_of_the_model(reference, path, status):
    files = {"models/large/safety.md": SAID, "SECURITY.md": SAID, "models/small/ai800.yaml": SAID}
    found = _resolve(reference, folder="models/large", files=files)
    assert found.status == status
    assert status == "refused" or found.path == path


def test_a_file_is_read_once_and_so_is_what_is_wrong_with_it(monkeypatch):
    snapshot = MemorySnapshot(FILES)
    read = []
    monkeypatch.setattr(snapshot, "head", lambda path, size: read.append(path) or FILES[path][:size])
    found = SnapshotResolver(snapshot)
    for reference in (
        "docs/threats.md",
        "docs/threats.md#threats",
        "docs/threats.md",
        "docs/nope.md#a",
        "docs/nope.md#b",
    ):
        found.resolve(reference)
    assert read == ["docs/threats.md"]
    assert found.resolve("docs/nope.md#b").shown == "docs/nope.md#b"


def test_no_more_files_are_read_than_the_limit(monkeypatch):
    monkeypatch.setattr(module, "FILES_LIMIT", 1)
    found = SnapshotResolver(MemorySnapshot(FILES))
    assert found.resolve("docs/threats.md").status == "resolved"
    assert "more than 1 files" in found.resolve("docs/policy.md").detail


@pytest.mark.parametrize(
    "reference, read",
    [
        ("a.md", True),
        ("a.md#a", True),
        ("a.pdf", True),
        ("none.md", False),
        ("a.md#c", False),
        ("https://a.example/x", False),
        ("../out.md", False),
    ],
)
def test_what_a_reference_leads_to_has_a_digest_that_changes_with_it_alone(reference, read):
    files = {"a.md": b"# A\n\nFirst.\n\n# B\n\nSecond.\n", "a.pdf": b"%PDF-1.7 page"}
    found = SnapshotResolver(MemorySnapshot(files)).resolve(reference)
    other = SnapshotResolver(MemorySnapshot(files | {"a.md": files["a.md"] + b"More.\n"})).resolve(reference)
    assert bool(found.sha256) == read
    assert (found.sha256 != other.sha256) == (reference == "a.md")
