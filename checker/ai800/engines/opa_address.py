"""Where an OPA server listens, and which addresses are allowed."""

from __future__ import annotations

from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from ai800.errors import UsageError

_PORTS = {"https": 443, "http": 80}
_EXAMPLE = "write it as https://HOST:PORT, or http://127.0.0.1:8181 for a server on this machine"


class Address(NamedTuple):
    host: str
    port: int
    tls: bool = False


def opa_address(url: str) -> Address:
    """The server that `url` names: https, or http on this machine; the release and the token go there in clear text."""
    parts = _split(url)
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise UsageError("--opa-url names more than a server", _EXAMPLE)
    if "@" in parts.netloc:
        raise UsageError("--opa-url holds a name or a password", "leave them out, and put a token in AI800_OPA_TOKEN")
    host = parts.hostname or ""
    if parts.scheme == "http" and not _loopback(host):
        raise UsageError("--opa-url may be http only on this machine", "use https")
    return Address(f"[{host}]" if ":" in host else host, _port(parts), tls=parts.scheme == "https")


def _split(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
    except ValueError:
        raise UsageError("--opa-url is not an address", _EXAMPLE) from None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise UsageError("--opa-url is not an address", _EXAMPLE)
    return parts


def _port(parts: SplitResult) -> int:
    try:
        return parts.port or _PORTS[parts.scheme]
    except ValueError:
        raise UsageError("--opa-url has a port that is no port", _EXAMPLE) from None


def _loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
