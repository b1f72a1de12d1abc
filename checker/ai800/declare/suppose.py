"""Release data as if it said something else: for questions of the kind `what if`. Nothing is written."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from ai800.declare.types import Declaration

if TYPE_CHECKING:
    from collections.abc import Mapping


def with_access(declaration: Declaration, access: Mapping[str, str]) -> Declaration:
    """The declaration with the access of each channel named in `access`, and of no other, put in place of its own."""
    if not access:
        return declaration
    channels = [
        {**channel, "access": access[channel["id"]]} if channel["id"] in access else channel
        for channel in declaration.data.get("channels", ())
    ]
    data = MappingProxyType({**declaration.data, "channels": channels})
    return Declaration(data, declaration.places, declaration.files, declaration.present)
