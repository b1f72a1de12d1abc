from __future__ import annotations

import pytest

from ai800.declare.pointers import child, field_path, pointer_to


@pytest.mark.parametrize("key, pointer", [("a", "/x/a"), ("a/b", "/x/a~1b"), ("a~1", "/x/a~01"), ("", "/x/")])
def test_keys_are_escaped(key, pointer) -> None:
    assert child("/x", key) == pointer
    assert pointer_to(["x", key]) == pointer


@pytest.mark.parametrize(
    "pointer, field",
    [
        ("", None),
        ("/channels/0/access", "channels[0].access"),
        ("/0/1", "[0][1]"),
        ("/a~1b/~01", "a/b.~1"),
        ("/" + "k" * 100, "k" * 60),
        ("/٣", "٣"),
    ],
)
def test_pointers_become_field_paths(pointer, field) -> None:
    assert field_path(pointer) == field
