"""Weights and declared digests that are made to stall the reader, to lead it out, or to agree where they do not."""

from __future__ import annotations

import os
from hashlib import sha256

import pytest

from ai800.api import check, observe
from ai800.facts import observe as observe_snapshot
from ai800.snapshot import open_snapshot
from tests.support.git import make_repository
from tests.support.model_files import OID, pointer

OTHER = "0" * 64
RELEASE = """ai800: 1
release: {{name: A, developer: B}}
channels: [{{id: hub}}]
model:
  artifacts:
    - {{path: {path}, sha256: "{digest}"}}
"""
posix = pytest.mark.skipif(os.name == "nt", reason="files are not sparse there, and links need rights")


def _release(digest, path="model.onnx"):
    return RELEASE.format(path=path, digest=digest).encode()


def _said(root, **options):
    found = check(root, as_of="2026-06-01", **options)
    notes = {note.code for note in found.notes if note.code.startswith("artifact")}
    return {each.code for each in found.disagreements if each.id == "fact:weights"}, notes


@posix
def test_a_huge_file_is_not_read_unless_it_is_asked_for(tmp_path):
    (tmp_path / "model.onnx").touch()
    os.truncate(tmp_path / "model.onnx", 1 << 43)
    (tmp_path / "z.onnx").write_bytes(b"z")
    (tmp_path / "ai800.yaml").write_bytes(_release(OTHER))
    huge, small = observe(tmp_path).weights
    assert (huge.size, huge.sha256, huge.sha256_from) == (1 << 43, None, None)
    assert small.sha256 == sha256(b"z").hexdigest()
    assert _said(tmp_path) == (set(), {"artifact_not_digested"})


@posix
def test_many_files_share_what_may_be_read(tmp_path):
    for number in range(300):
        (tmp_path / f"{number:03}.onnx").touch()
        os.truncate(tmp_path / f"{number:03}.onnx", 100 << 20)
    found = [each.path for each in observe(tmp_path).weights if each.sha256]
    assert found == ["000.onnx", "001.onnx"]


@posix
@pytest.mark.parametrize("path", ["model.onnx", "link.bin", "../secret.onnx", "out/secret.onnx"])
def test_a_link_is_not_followed_for_its_digest(tmp_path, path):
    (tmp_path / "secret.onnx").write_bytes(b"secret")
    root = tmp_path / "model"
    root.mkdir()
    (root / "other.onnx").write_bytes(b"x")
    (root / "model.onnx").symlink_to(tmp_path / "secret.onnx")
    (root / "link.bin").symlink_to(tmp_path / "secret.onnx")
    (root / "out").symlink_to(tmp_path)
    for digest in (OTHER, sha256(b"secret").hexdigest()):
        (root / "ai800.yaml").write_bytes(_release(digest, path))
        codes, notes = _said(root)
        assert codes == set()
        assert len(notes) == 1
    assert [each.path for each in observe(root).weights] == ["other.onnx"]


@posix
def test_a_file_replaced_by_a_link_while_others_are_read(tmp_path):
    (tmp_path / "secret").write_bytes(b"secret")
    root = tmp_path / "model"
    root.mkdir()
    (root / "a.onnx").write_bytes(b"a")
    with open_snapshot(root) as snapshot:
        (root / "a.onnx").unlink()
        (root / "a.onnx").symlink_to(tmp_path / "secret")
        facts = observe_snapshot(snapshot)
    assert [(each.path, each.sha256) for each in facts.weights] == [("a.onnx", None)]
    assert [problem.path for problem in facts.problems] == ["a.onnx"]


@pytest.mark.parametrize("staged", [True, False])
@pytest.mark.parametrize("harm", ["damage", "lose"])
def test_weights_that_end_early_or_are_gone_are_never_taken_for_whole(tmp_path, harm, staged):
    content = bytes(range(256)) * 12_000
    repository = make_repository(tmp_path / "release")
    repository.commit({"model.onnx": content, "ai800.yaml": _release(sha256(content[:1000]).hexdigest())})
    getattr(repository, harm)("HEAD:model.onnx")
    (file,) = observe(repository.root, staged=staged).weights
    assert (file.sha256, file.sha256_from) == (None, None)
    assert _said(repository.root, staged=staged) == (set(), {"artifact_not_digested"})


FAKES = {
    "longer than a pointer may be": pointer(5) + b"x" * 1024,
    "no size": pointer(5).replace(b"size 5\n", b""),
    "not at the beginning": b"\n" + pointer(5),
    "digest too short": pointer(5, OID[:-1]),
    "upper case": pointer(5, OID.upper()),
    "other version": pointer(5).replace(b"spec/v1", b"spec/v9").replace(b"version ", b"Version "),
}


@pytest.mark.parametrize("fake", FAKES)
@pytest.mark.parametrize("is_committed", [True, False])
def test_what_only_looks_like_a_pointer_is_digested_itself(tmp_path, fake, is_committed):
    files = {"model.onnx": FAKES[fake], "ai800.yaml": _release(OID)}
    repository = make_repository(tmp_path / "release") if is_committed else None
    if repository:
        repository.commit(files)
    for name, content in files.items():
        (tmp_path / "release").mkdir(exist_ok=True)
        (tmp_path / "release" / name).write_bytes(content)
    (file,) = observe(tmp_path / "release").weights
    assert (file.sha256, file.sha256_from) == (sha256(FAKES[fake]).hexdigest(), "computed")
    assert _said(tmp_path / "release") == ({"weights_digest"}, set())


@pytest.mark.parametrize(
    "name",
    [b"caf\xe9.onnx", b"new\nline.onnx", b"tab\t.onnx", b"--output=x.onnx", b'"quoted".onnx', b"\xe2\x80\xae.onnx"],
)
def test_a_name_of_any_bytes_in_git_has_the_digest_of_its_file(tmp_path, name):
    repository = make_repository(tmp_path / "release")
    repository.commit_tree(repository.store_tree(("100644", name, repository.store("blob", b"x" * 2000))))
    (file,) = observe(repository.root).weights
    assert file.path.encode("utf-8", "surrogateescape") == name
    assert file.sha256 == sha256(b"x" * 2000).hexdigest()
