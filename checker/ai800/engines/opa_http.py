"""opa-python-client with its session made strict: explicit waits, no redirects, no answer without end.

The client leaves these to the session of `requests` that it makes, so they are set there; what a server says is never
quoted in an error.
"""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import requests
from opa_client.opa import OpaClient
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError, ReadTimeoutError
from urllib3.util.retry import Retry

from ai800.engines.wire import ANSWER_BYTES
from ai800.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ai800.engines.opa_address import Address

Answer = TypeVar("Answer")

TOKEN = "AI800_OPA_TOKEN"  # noqa: S105 - the name of the variable, not a token
CA_FILE = "REQUESTS_CA_BUNDLE"
_PIECE = 2**16
_REDIRECTS = range(300, 400)
_DENIED = (401, 403)
_SECOND_TRY = Retry(total=1, connect=1, read=False, redirect=False, status=0, other=0)
_LOOK = "look at the server's log"


class Waits(NamedTuple):
    """How long to wait, in seconds: for a connection, for an answer, and for a server of our own to start."""

    connect: float = 3.0
    read: float = 30.0
    start: float = 30.0


class OpaServer:
    """What is asked of a server. Every method raises EngineError where the server does not answer as it should."""

    def __init__(self, client: _StrictClient) -> None:
        self._client = client

    def healthy(self) -> bool:
        return bool(_asked(self._client.check_health))

    def labels(self) -> dict[str, Any]:
        """The server's own words on itself: `version`, `id`, and what it was started with."""
        config = _member(_asked(self._client.get_config), "result")
        return _member(config, "labels")

    def policies(self) -> list[Any]:
        found = _asked(self._client.policies)
        policies = found.get("result") if isinstance(found, dict) else None
        if not isinstance(policies, list):
            raise _foreign()
        return policies

    def query(self, document: Mapping[str, Any], package: str, *, rule: str) -> dict[str, Any]:
        """The whole body for a rule. `package` and `rule` are put into the address as they are: constants only."""
        body = _asked(lambda: self._client.query_rule(document, package, rule))
        if not isinstance(body, dict):
            raise _foreign()
        return body


@contextmanager
def connected(address: Address, waits: Waits, *, token: str | None = None) -> Iterator[OpaServer]:
    """A client for the server at `address`; nothing is asked yet."""
    with _StrictClient(
        host=address.host, port=address.port, ssl=address.tls, token=token, timeout=(waits.connect, waits.read)
    ) as client:
        yield OpaServer(client)


class _StrictClient(OpaClient):  # type: ignore[misc] # the client ships no types
    def _init_session(self) -> requests.Session:
        session: requests.Session = super()._init_session()
        # The environment would add proxies, and a password from .netrc in place of the token.
        session.trust_env = False
        session.verify = os.environ.get(CA_FILE) or True
        for scheme in ("http://", "https://"):
            session.mount(scheme, HTTPAdapter(max_retries=_SECOND_TRY))
        session.hooks["response"].append(self._limited)
        return session

    def policies(self) -> object:
        """Every policy with its text, which the client's own lists leave out."""
        response = self._session.get(f"{self.root_url}/policies", timeout=self.timeout)
        response.raise_for_status()
        return response.json()

    def _limited(self, response: requests.Response, **_: object) -> requests.Response:
        """The same answer, read whole: in time, not too large, and not from elsewhere."""
        if response.status_code in _REDIRECTS:
            response.close()
            raise EngineError("the OPA server sends the request elsewhere", "give --opa-url the final address")
        read = requests.Response()
        read.status_code, read.headers, read.url = response.status_code, response.headers, response.url
        read.request, read.encoding = response.request, "utf-8"
        read.raw = BytesIO(_body(response, time.monotonic() + self.timeout[1]))
        return read


def _body(response: requests.Response, deadline: float) -> bytes:
    """What has arrived is read piece by piece: a server that drips would pass every wait for the next piece."""
    body = bytearray()
    try:
        while piece := response.raw.read1(_PIECE, decode_content=True):
            body += piece
            if len(body) > ANSWER_BYTES:
                raise EngineError("the OPA server's answer is too large", _LOOK)
            if time.monotonic() > deadline:
                raise requests.ReadTimeout
    except ReadTimeoutError as error:
        raise requests.ReadTimeout from error
    except HTTPError as error:  # urllib3's own; requests would give it this name
        raise requests.exceptions.ChunkedEncodingError from error
    finally:
        response.close()
    return bytes(body)


def _asked(question: Callable[[], Answer]) -> Answer:
    try:
        return question()
    except (OSError, ValueError, RecursionError) as error:  # requests' own are OSErrors; its parsers have more
        raise EngineError(*_reason(error)) from error


def _reason(error: Exception) -> tuple[str, str]:
    """One sentence and its remedy."""
    if isinstance(error, requests.HTTPError):
        return _status(error)
    for kind, sentence, remedy in _REASONS:
        if isinstance(error, kind):
            return sentence, remedy
    return "the OPA server cannot be asked", f"look at --opa-url, {TOKEN} and {CA_FILE}"


# The first that fits counts: some of these are kinds of others.
_REASONS: tuple[tuple[type[Exception], str, str], ...] = (
    (requests.exceptions.SSLError, "the OPA server's certificate is not trusted", "name its issuer in " + CA_FILE),
    (requests.ConnectTimeout, "the OPA server does not accept a connection in time", "look at --opa-url"),
    (requests.ReadTimeout, "the OPA server does not answer in time", _LOOK),
    (requests.ConnectionError, "no OPA server answers at that address", "start it, or look at --opa-url"),
    (requests.exceptions.ChunkedEncodingError, "the OPA server's answer is cut off", _LOOK),
    (requests.JSONDecodeError, "what answers is not an OPA server: it does not speak JSON", "look at --opa-url"),
)  # fmt: skip


def _status(error: requests.HTTPError) -> tuple[str, str]:
    status = cast("requests.Response", error.response).status_code
    if status in _DENIED:
        return "the OPA server does not let us in", f"put its token in {TOKEN}"
    return f"the OPA server answers with HTTP status {status}", _LOOK


def _member(body: object, name: str) -> dict[str, Any]:
    value = body.get(name) if isinstance(body, dict) else None
    if not isinstance(value, dict):
        raise _foreign()
    return value


def _foreign() -> EngineError:
    return EngineError("what answers is not an OPA server", "look at --opa-url")
