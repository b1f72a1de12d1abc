"""Licences by name: Hugging Face ids, what sentences and badges call them, and which of them restrict use."""

from __future__ import annotations

import re

from ai800.facts.licence_texts import reference, words
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
_RESTRICTED = ("cc-by-nc", "cc-by-nd", "busl-", "sspl-", "elastic-", "polyform-", "hippocratic-", "fsl-", "json")
# Licences of their own that forbid no use.
_FREE = frozenset({"openmdw-1.0", "openmdw-1.1", "unknown", "unnamed", "cc", "gpl", "lgpl"})

# What sentences and badges call a licence, in the words of `licence_texts.words`, spaces around.
_WRITTEN = {
    "LicenseRef-modified-mit": (" modified mit ",),
    "MIT": (" mit licen", " under mit ", " under the mit ", " mit or ", " or mit "),
    "Apache-2.0": (
        " apache 2 ", " apache v2 ", " apache2 ", " apache version 2 ", " apache license 2 ", " apache licence 2 ",
        " apache license version 2 ", " apache licence version 2 ", " apache license v2 ",
    ),
    "BSD-3-Clause": (" bsd 3 ", " 3 clause bsd "),
    "BSD-2-Clause": (" bsd 2 ", " 2 clause bsd "),
    **{f"LicenseRef-llama{version}": (f" llama {version.replace('.', ' ')} community ",)
       for version in ("2", "3", "3.1", "3.2", "3.3", "4")},
    "LicenseRef-databricks-open-model-license": (" databricks open model ", " databricks open source "),
    "LicenseRef-nvidia-open-model-license": (" nvidia open model licen",),
    "LicenseRef-openrail++": (" creativeml open rail++ m ", " creativeml openrail++ m "),
    "LicenseRef-creativeml-openrail-m": (" creativeml open rail m ", " creativeml openrail m "),
    "LicenseRef-gemma": (" gemma terms ",),
}  # fmt: skip
_COMMONS_WRITTEN = pattern(r" cc by((?: (?:nc|sa|nd)){0,2}) ([34]) 0 ")


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
    said = f" {words(text)} "
    found = {spdx for spdx, names in _WRITTEN.items() if any(name in said for name in names)}
    if " cc by " in said:
        found |= {
            f"CC-BY{marks.upper().replace(' ', '-')}-{major}.0" for marks, major in _COMMONS_WRITTEN.findall(said)
        }
    if "LicenseRef-modified-mit" in found:
        found.discard("MIT")
    return found.pop() if len(found) == 1 else "MIT" if said == " mit " else None


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
    return name.lower().startswith(_RESTRICTED)
