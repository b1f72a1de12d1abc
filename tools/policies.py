"""Builds what ships beside the policies' sources: `python -m tools.policies`; `--check` compares with what is there.

Writes policies/compiled/policy.wasm (what the embedded engine runs) and policies/compiled/catalog.json (what the
checker knows of every row). Formatting, types, METADATA and builtins are checked first, and the compiled policies must
answer on the empty document: OPA can write a module that no engine accepts, and say nothing.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ai800.engines.policy_files import policy_digest, policy_sources
from ai800.engines.wasm import WasmEngine
from ai800.errors import EngineError
from tools.capabilities import TARGET as CAPABILITIES
from tools.capabilities import module
from tools.catalog import catalog, disagreements, load_edition, text
from tools.metadata import blocks, problems, record_problems, records
from tools.opa import ROOT, require_build_version, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.metadata import Block

COMMAND = "python -m tools.policies"
WASM = "compiled/policy.wasm"
CATALOG = "compiled/catalog.json"
EDITION = "editions/ipd.yaml"


def build(folder: Path) -> dict[str, bytes]:
    """What is generated from the policies in `folder`: path from there, and bytes. Ends the command where it cannot."""
    sources = policy_sources(folder)
    edition = (folder / EDITION).read_bytes()
    with only(sources) as copied:
        found = catalogue(blocks(copied), load_edition(edition.decode()), digest=policy_digest(sources, edition))
        wasm = compile_policies(copied, tuple(sources))
    return {WASM: wasm, CATALOG: text(found).encode()}


@contextmanager
def only(sources: dict[str, bytes]) -> Iterator[Path]:
    """A folder that holds the policies and nothing else: OPA takes every YAML and JSON file beside them for data."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in sources.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield Path(folder)


def check_sources(folder: Path, schemas: Path) -> None:
    """Formatting and types of all policies and their tests."""
    every = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.rego"))
    run("fmt", "--fail", "--list", *every, cwd=folder)
    run("check", "--strict", "--schema", str(schemas), *every, cwd=folder)


def compile_policies(folder: Path, files: tuple[str, ...]) -> bytes:
    """The module of `files`, which answers on the empty document and needs nothing of a host."""
    with tempfile.TemporaryDirectory() as target:
        bundle = Path(target) / "bundle.tar.gz"
        allowed = str(ROOT / CAPABILITIES)
        run("build", "--target=wasm", "--capabilities", allowed, "--output", str(bundle), *files, cwd=folder)
        wasm = module(bundle.read_bytes())
    try:
        WasmEngine(wasm).evaluate({})
    except EngineError as error:
        sys.exit(f"the compiled policies do not work on the empty document: {error.sentence}")
    return wasm


def catalogue(found: list[Block], edition: dict[str, Any], *, digest: str) -> dict[str, Any]:
    wrong = problems(found)
    merged = records(found)
    wrong += [*record_problems(merged), *disagreements(edition, merged, blocks=found)]
    if wrong:
        sys.exit("\n".join(["the METADATA of the policies is wrong:", *dict.fromkeys(wrong)]))
    return catalog(edition, found, merged=merged, digest=digest)


def main(arguments: list[str]) -> None:
    folder = ROOT / "policies"
    require_build_version()
    check_sources(folder, ROOT / "schemas")
    built = build(folder)
    stale = [name for name, content in built.items() if not _same(folder / name, content)]
    if "--check" in arguments and stale:
        sys.exit(f"stale: {', '.join(stale)} in policies/: run `{COMMAND}` and commit what it writes")
    for name in stale:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(built[name])
        print(f"wrote policies/{name}")


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


if __name__ == "__main__":
    main(sys.argv[1:])
