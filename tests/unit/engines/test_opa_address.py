from __future__ import annotations

import pytest

from ai800.engines.opa_address import Address, opa_address
from ai800.errors import UsageError


@pytest.mark.parametrize(
    "url, address",
    [
        ("https://opa.example", Address("opa.example", 443, tls=True)),
        ("https://opa.example:8443/", Address("opa.example", 8443, tls=True)),
        ("HTTPS://OPA.example", Address("opa.example", 443, tls=True)),
        ("http://127.0.0.1:8181", Address("127.0.0.1", 8181)),
        ("http://127.8.9.1", Address("127.8.9.1", 80)),
        ("http://localhost:8181", Address("localhost", 8181)),
        ("http://[::1]:8181", Address("[::1]", 8181)),
        ("https://[2001:db8::1]", Address("[2001:db8::1]", 443, tls=True)),
    ],
)
def test_addresses(url, address):
    assert opa_address(url) == address


@pytest.mark.parametrize(
    "url, sentence",
    [
        ("", "is not an address"),
        ("opa.example:8181", "is not an address"),
        ("ftp://opa.example", "is not an address"),
        ("file:///etc/passwd", "is not an address"),
        ("https://", "is not an address"),
        ("https://[::1", "is not an address"),
        ("https://opa.example/prefix", "more than a server"),
        ("https://opa.example?pretty=true", "more than a server"),
        ("https://opa.example#a", "more than a server"),
        ("https://user:secret@opa.example", "a name or a password"),
        ("https://@opa.example", "a name or a password"),
        ("http://opa.example", "only on this machine"),
        ("http://10.0.0.1:8181", "only on this machine"),
        ("http://0.0.0.0:8181", "only on this machine"),
        ("http://localhost.example", "only on this machine"),
        ("http://127.0.0.1.example", "only on this machine"),
        ("http://[::ffff:10.0.0.1]", "only on this machine"),
        ("https://opa.example:port", "a port that is no port"),
        ("https://opa.example:70000", "a port that is no port"),
    ],
)
def test_what_is_refused(url, sentence):
    with pytest.raises(UsageError, match=sentence) as caught:
        opa_address(url)
    assert caught.value.remedy
    assert "secret" not in str(caught.value)
