"""Licences by name: Hugging Face ids, what sentences and badges call them, and which of them restrict use."""

from __future__ import annotations

import re

from ai800.facts.licence_texts import reference
from ai800.patterns import pattern

# Hugging Face ids (hub-docs, repositories-licenses.md) whose SPDX identifier differs in more than its first letters.
_HUB = {
    "apache-2.0": "Apache-2.0", "mit": "MIT", "afl-3.0": "AFL-3.0", "artistic-2.0": "Artistic-2.0",
    "bsl-1.0": "BSL-1.0", "bsd-2-clause": "BSD-2-Clause", "bsd-3-clause": "BSD-3-Clause",
    "bsd-3-clause-clear": "BSD-3-Clause-Clear", "isc": "ISC", "zlib": "Zlib", "unlicense": "Unlicense",
    "wtfpl": "WTFPL", "ncsa": "NCSA", "ms-pl": "MS-PL", "postgresql": "PostgreSQL", "ofl-1.1": "OFL-1.1",
    "osl-3.0": "OSL-3.0", "mpl-2.0": "MPL-2.0", "epl-1.0": "EPL-1.0", "epl-2.0": "EPL-2.0", "ecl-2.0": "ECL-2.0",
    "eupl-1.1": "EUPL-1.1", "eupl-1.2": "EUPL-1.2", "lppl-1.3c": "LPPL-1.3c", "gpl-2.0": "GPL-2.0-only",
    "gpl-3.0": "GPL-3.0-only", "lgpl-2.1": "LGPL-2.1-only", "lgpl-3.0": "LGPL-3.0-only", "agpl-3.0": "AGPL-3.0-only",
    "cc0-1.0": "CC0-1.0", "cdla-sharing-1.0": "CDLA-Sharing-1.0", "cdla-permissive-1.0": "CDLA-Permissive-1.0",
    "cdla-permissive-2.0": "CDLA-Permissive-2.0", "gfdl": "GFDL-1.3-only", "odc-by": "ODC-By-1.0", "odbl": "ODbL-1.0",
    "pddl": "PDDL-1.0", "etalab-2.0": "etalab-2.0",
}  # fmt: skip
_COMMONS = pattern(r"cc-by(?:-(?:nc|sa|nd)){0,2}-[234]\.[05]")
# Licences of the SPDX list that forbid some use of what they cover.
_RESTRICTED = pattern(
    r"CC-BY-(?:NC|ND)\b.*|BUSL-.*|SSPL-.*|Elastic-.*|PolyForm-.*|Hippocratic-.*|FSL-.*|JSON", re.IGNORECASE
)
# Licences of their own that forbid no use.
_FREE = frozenset({"openmdw-1.0", "openmdw-1.1", "unknown", "unnamed", "cc", "gpl", "lgpl"})

_WRITTEN = (
    (pattern(r"modified[ _-]mit", re.IGNORECASE), "LicenseRef-modified-mit"),
    (pattern(r"\bmit\b(?:[ _-]licen[cs]e)?", re.IGNORECASE), "MIT"),
    (pattern(r"\bapache(?:[ _-]licen[cs]e)?,?(?:[ _-]version)?[ _-]*2(?:\.0)?\b", re.IGNORECASE), "Apache-2.0"),
    (pattern(r"\bbsd[ _-]3(?:[ _-]clause)?\b|\b3[ _-]clause[ _-]bsd\b", re.IGNORECASE), "BSD-3-Clause"),
    (pattern(r"\bbsd[ _-]2(?:[ _-]clause)?\b|\b2[ _-]clause[ _-]bsd\b", re.IGNORECASE), "BSD-2-Clause"),
    (pattern(r"\bmeta llama 3 community|\bllama 3 community", re.IGNORECASE), "LicenseRef-llama3"),
    (pattern(r"\bllama[ -]?2 community", re.IGNORECASE), "LicenseRef-llama2"),
    (pattern(r"\bllama[ -]?4 community", re.IGNORECASE), "LicenseRef-llama4"),
    (pattern(r"\bdatabricks open (?:model|source)", re.IGNORECASE), "LicenseRef-databricks-open-model-license"),
    (pattern(r"\bnvidia open model licen[cs]e", re.IGNORECASE), "LicenseRef-nvidia-open-model-license"),
    (pattern(r"\bcreativeml open ?rail\+\+-?m", re.IGNORECASE), "LicenseRef-openrail++"),
    (pattern(r"\bcreativeml open ?rail[ -]?m", re.IGNORECASE), "LicenseRef-creativeml-openrail-m"),
    (pattern(r"\bgemma terms", re.IGNORECASE), "LicenseRef-gemma"),
)  # fmt: skip
_LLAMA3 = pattern(r"\bllama[ -]?(3\.\d) community", re.IGNORECASE)
_COMMONS_WRITTEN = pattern(r"\bcc[ -_]by((?:[ _-](?:nc|sa|nd)){0,2})[ _-]*([34]\.0)", re.IGNORECASE)


def from_hub(ident: str, name: str | None = None) -> str | None:
    """SPDX identifier or `LicenseRef-…` of a Hugging Face id; `name` is the `license_name` beside `other`."""
    known = ident.strip().lower()
    if known in {"", "unknown"}:
        return None
    if known == "other":
        return (reference(name) if name else "") or "LicenseRef-other"
    if _COMMONS.fullmatch(known):
        return known.upper()
    return _HUB.get(known) or reference(known) or None


def written(text: str) -> str | None:
    """The licence that a few words name, None where they name none or more than one."""
    found = {spdx for names, spdx in _WRITTEN if names.search(text)}
    found |= {f"LicenseRef-llama{version}" for version in _LLAMA3.findall(text)}
    found |= {f"CC-BY{marks.upper().replace('_', '-').replace(' ', '-')}-{version}"
              for marks, version in _COMMONS_WRITTEN.findall(text)}  # fmt: skip
    if "LicenseRef-modified-mit" in found:
        found.discard("MIT")
    return found.pop() if len(found) == 1 else None


def restricted(spdx: str) -> bool:
    """Whether a licence, or each alternative of an SPDX expression, restricts use: then it is no open-source licence.

    What is called unknown restricts nothing that could be shown. A licence of its own (`LicenseRef-…`) restricts
    unless it is known not to.
    """
    plain = re.sub(r"[()]", " ", spdx)
    alternatives = re.split(r"\s+OR\s+", plain.strip())
    return all(any(map(_restricts, re.split(r"\s+AND\s+", each.strip()))) for each in alternatives)


def _restricts(ident: str) -> bool:
    name = re.split(r"\s+WITH\s+", ident.strip())[0]
    if name.lower().startswith("licenseref-"):
        return name[len("LicenseRef-") :].lower() not in _FREE
    return _RESTRICTED.fullmatch(name) is not None
