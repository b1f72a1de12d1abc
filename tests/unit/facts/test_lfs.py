from __future__ import annotations

import pytest

from ai800.facts.lfs import Pointer, pointer
from tests.support.model_files import OID
from tests.support.model_files import pointer as pointer_bytes

GOOD = pointer_bytes(4_976_698_672)


@pytest.mark.parametrize(
    "data, found",
    [
        (GOOD, Pointer(OID, 4_976_698_672)),
        (GOOD.replace(b"\n", b"\r\n"), Pointer(OID, 4_976_698_672)),
        (GOOD.replace(b"oid ", b"ext-0-x sha256:ab\noid "), Pointer(OID, 4_976_698_672)),
        (b"", None),
        (b"plain text\n", None),
        (GOOD[:60], None),
        (GOOD.replace(b"size", b"sise"), None),
        (GOOD.replace(b"5f", b"zz"), None),
        (GOOD.replace(b"4976698672", b"9" * 40), None),
        (GOOD + b"x" * 1024, None),
        (b" " + GOOD, None),
    ],
)
def test_a_pointer_is_read_whole_or_not_at_all(data, found):
    assert pointer(data) == found
