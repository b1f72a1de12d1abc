"""What `--version` says."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from ai800 import __version__


def version_text() -> str:
    """Version, embedded engine, edition and the digest of the policies."""
    from ai800.api import catalog as load

    catalog = load()
    built = f"{len(catalog.built)} of {len(catalog.practices)} practices"
    return (
        f"ai800 {__version__}\n"
        f"engine: wasm (wasmtime {_installed('wasmtime')}), opa through opa-python-client "
        f"{_installed('opa-python-client')}\n"
        f"edition: {catalog.edition['label']} ({built})\n"
        f"policies: {catalog.digest.replace(':', ' ', 1)}"
    )


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"
