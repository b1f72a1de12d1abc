from __future__ import annotations

import pytest

from ai800.facts.licence import restricted
from ai800.facts.licence_names import from_hub, written


@pytest.mark.parametrize(
    "ident, name, spdx",
    [
        ("apache-2.0", None, "Apache-2.0"),
        ("MIT", None, "MIT"),
        (" mit ", None, "MIT"),
        ("bsd-3-clause", None, "BSD-3-Clause"),
        ("gpl-3.0", None, "GPL-3.0-only"),
        ("cc-by-nc-sa-4.0", None, "CC-BY-NC-SA-4.0"),
        ("cc-by-2.5", None, "CC-BY-2.5"),
        ("cc0-1.0", None, "CC0-1.0"),
        ("llama3.1", None, "LicenseRef-llama3.1"),
        ("gemma", None, "LicenseRef-gemma"),
        ("openrail++", None, "LicenseRef-openrail++"),
        ("bigscience-bloom-rail-1.0", None, "LicenseRef-bigscience-bloom-rail-1.0"),
        ("other", "Foo Licence 2", "LicenseRef-foo-licence-2"),
        ("other", None, "LicenseRef-other"),
        ("other", "\u2014", "LicenseRef-other"),
        ("unknown", None, None),
        ("", None, None),
        ("\u2014", None, None),
    ],
)
def test_an_id_of_the_hub_becomes_spdx(ident, name, spdx):
    assert from_hub(ident, name) == spdx


@pytest.mark.parametrize(
    "text, spdx",
    [
        ("released under the MIT License", "MIT"),
        ("under the Modified MIT License", "LicenseRef-modified-mit"),
        ("Modified_MIT", "LicenseRef-modified-mit"),
        ("the Apache 2.0 license", "Apache-2.0"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("Apache_2.0", "Apache-2.0"),
        ("Apache-2.0", "Apache-2.0"),
        ("the BSD 3-Clause License", "BSD-3-Clause"),
        ("CC BY-SA-4.0", "CC-BY-SA-4.0"),
        ("CC-BY-NC 4.0", "CC-BY-NC-4.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("the Llama 3.1 Community License", "LicenseRef-llama3.1"),
        ("Llama 3 Community License", "LicenseRef-llama3"),
        ("the Databricks Open Source License", "LicenseRef-databricks-open-model-license"),
        ("CreativeML Open RAIL-M", "LicenseRef-creativeml-openrail-m"),
        ("Gemma Terms of Use", "LicenseRef-gemma"),
        # More than one, or none: a sentence that says both says neither.
        ("MIT or Apache 2.0", None),
        ("by researchers at a university", None),
        ("submit, permit, limit", None),
        ("Apache Software Foundation", None),
    ],
)
def test_words_name_one_licence_or_none(text, spdx):
    assert written(text) == spdx


@pytest.mark.parametrize(
    "spdx, restricts",
    [
        ("MIT", False),
        ("Apache-2.0", False),
        ("GPL-3.0-only", False),
        ("CC-BY-4.0", False),
        ("CC-BY-SA-4.0", False),
        ("CC-BY-NC-4.0", True),
        ("CC-BY-ND-4.0", True),
        ("CC-BY-NC-SA-4.0", True),
        ("BUSL-1.1", True),
        ("PolyForm-Noncommercial-1.0.0", True),
        ("LicenseRef-llama3.1", True),
        ("LicenseRef-creativeml-openrail-m", True),
        ("LicenseRef-openrail++", True),
        ("LicenseRef-gemma", True),
        ("LicenseRef-grok2-community", True),
        ("LicenseRef-other", True),
        ("licenseref-something", True),
        ("LicenseRef-openmdw-1.0", False),
        ("LicenseRef-unknown", False),
        ("MIT OR LicenseRef-llama3", False),
        ("LicenseRef-gemma OR LicenseRef-llama3", True),
        ("MIT AND LicenseRef-llama3", True),
        ("(MIT AND Apache-2.0) OR LicenseRef-llama3", False),
        ("GPL-3.0-only WITH Classpath-exception-2.0", False),
        ("", False),
    ],
)
def test_which_licences_restrict_use(spdx, restricts):
    assert restricted(spdx) is restricts
