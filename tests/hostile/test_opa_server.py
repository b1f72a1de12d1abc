"""An OPA server that fails in every way a server can: each is one sentence, and the embedded engine never steps in."""

from __future__ import annotations

import gzip
import socket
import time
from contextlib import suppress

import pytest

from ai800.engines import opa, opa_http
from ai800.engines.opa import opa_engine
from ai800.engines.opa_http import Waits
from ai800.errors import EngineError
from tests.support.opa_server import CONFIG, POLICIES, QUERY, RESULT, answering, faulty_server, good_answers, policy

SHORT = Waits(connect=2.0, read=0.2)
STEPS = (CONFIG, POLICIES, QUERY)


@pytest.fixture
def server(monkeypatch):
    from tests.support.opa import SMALL

    monkeypatch.setattr(opa, "policies_folder", lambda: SMALL)
    monkeypatch.delenv("AI800_OPA_TOKEN", raising=False)
    with faulty_server() as running:
        yield running


def _evaluate(url):
    with opa_engine(url, SHORT) as engine:
        return engine.evaluate({"channels": []})


def _slow(handler):
    time.sleep(0.5)
    with suppress(OSError):
        answering({})(handler)


def _dripping(handler):
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        for _ in range(10):
            handler.wfile.write(b" ")
            time.sleep(0.1)


def _stalling(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "100")
    handler.end_headers()
    handler.wfile.write(b"{")
    time.sleep(0.5)


def _hanging_up(handler):
    handler.connection.shutdown(socket.SHUT_RDWR)


def _cut_off(handler):
    answering(b'{"resu', Content_Length="1000")(handler)


def _chunks(handler):
    """An answer in chunks that ends in the middle of one."""
    handler.protocol_version = "HTTP/1.1"
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b'5\r\n{"a":\r\nff\r\n1')


FAULTS = {
    "cut off chunks": (_chunks, "cut off"),
    "no gzip": (answering(b"{}", Content_Encoding="gzip"), "cut off"),
    "500": (answering({"message": "secret words"}, 500), "HTTP status 500"),
    "404": (answering({}, 404), "HTTP status 404"),
    "401": (answering({}, 401), "does not let us in"),
    "403": (answering({}, 403), "does not let us in"),
    "HTML": (answering(b"<html>Sign in</html>"), "does not speak JSON"),
    "empty": (answering(b""), "does not speak JSON"),
    "half": (answering(b'{"result":'), "does not speak JSON"),
    "cut off": (_cut_off, "cut off"),
    "hangs up": (_hanging_up, "no OPA server answers"),
    "slow": (_slow, "in time"),
    "drips": (_dripping, "in time"),
    "stalls": (_stalling, "in time"),
    "redirect": (answering({}, 302, Location="/elsewhere"), "elsewhere"),
    "moved": (answering({}, 308, Location="https://example.com/"), "elsewhere"),
    "a list": (answering([]), "not an OPA server|no answers of ours"),
    "a text": (answering("met"), "not an OPA server|no answers of ours"),
    "nothing": (answering({}), "not an OPA server|no answers of ours"),
    "too deep": (answering(b"[" * 200_000), "cannot be asked|does not speak JSON"),
    "long number": (answering(b"9" * 5000), "cannot be asked"),
}


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("fault", FAULTS)
def test_faults(server, step, fault):
    server.faults[step], sentence = FAULTS[fault]
    with pytest.raises(EngineError, match=sentence) as caught:
        _evaluate(server.url)
    assert caught.value.remedy
    assert "secret words" not in str(caught.value)
    assert server.asked[-1][1] == step


def test_a_healthy_server(server):
    assert _evaluate(server.url) == RESULT
    assert [path for _, path, _ in server.asked] == list(STEPS)


@pytest.mark.parametrize("step", STEPS)
def test_a_huge_answer(server, step, monkeypatch):
    monkeypatch.setattr(opa_http, "ANSWER_BYTES", 100_000)
    server.faults[step] = answering(b" " * 200_000)
    with pytest.raises(EngineError, match="too large"):
        _evaluate(server.url)


def test_a_small_answer_that_unpacks_to_a_huge_one(server, monkeypatch):
    monkeypatch.setattr(opa_http, "ANSWER_BYTES", 100_000)
    server.faults[QUERY] = answering(gzip.compress(b" " * 10_000_000), Content_Encoding="gzip")
    with pytest.raises(EngineError, match="too large"):
        _evaluate(server.url)


@pytest.mark.parametrize(
    "version, sentence",
    [
        ("1.3.9", "OPA 1.3.9 is too old"),
        ("0.70.0", "OPA 0.70.0 is too old"),
        ("1.4", "does not say which version"),
        ("", "does not say which version"),
        ("latest", "does not say which version"),
        (None, "does not say which version"),
        ("0.1.0\x1b[2K" + "x" * 100, r"OPA 0.1.0\\x1b"),
    ],
)
def test_other_versions(server, version, sentence):
    server.faults[CONFIG] = answering({"result": {"labels": {"version": version}}})
    with pytest.raises(EngineError, match=sentence):
        _evaluate(server.url)


@pytest.mark.parametrize("version", ["1.4.0", "1.22.2", "2.0.0", "10.0.0", "v1.4.1-dev"])
def test_supported_versions(server, version):
    server.faults[CONFIG] = answering({"result": {"labels": {"version": version}}})
    assert _evaluate(server.url) == RESULT


def _held(*more):
    return {"result": [*good_answers()[POLICIES]["result"], *more]}


OURS = good_answers()[POLICIES]["result"][0]["raw"]


@pytest.mark.parametrize(
    "held",
    [
        {"result": []},
        {"result": [policy(OURS + "# met\n")]},
        {"result": [policy(OURS.replace("partial", "met"))]},
        {"result": [policy(OURS), policy(OURS)]},
        _held(policy("package ai800.ipd.p9.open")),
        _held({"raw": OURS}),
        _held({"id": "x", "ast": {"package": {"path": [{"value": "data"}, {"value": "ai800"}]}}}),
        _held({"raw": "package other", "ast": {"package": {"path": []}}}),
        _held({"raw": "package other", "ast": None}),
        _held("package other"),
    ],
)
def test_other_policies(server, held):
    server.faults[POLICIES] = answering(held)
    with pytest.raises(EngineError, match="holds other policies"):
        _evaluate(server.url)
    assert [path for _, path, _ in server.asked] == [CONFIG, POLICIES]


def test_policies_of_others_beside_ours_are_their_own_affair(server):
    server.faults[POLICIES] = answering(_held(policy("package kubernetes", "kubernetes")))
    assert _evaluate(server.url) == RESULT


@pytest.mark.parametrize(
    "body, sentence",
    [
        ({"warning": "no such rule"}, "no answers of ours"),
        ({"result": {}}, "answered nothing"),
        ({"result": []}, "a form that this version"),
        ({"result": {"p": {"both": {"verdicts": {}, "findings": [1]}}}}, "a form that this version"),
        ({"result": {"p": {"both": {"verdicts": {"5.3.1": {"hub": "met"}}, "findings": []}}}}, "a form that this"),
    ],
)
def test_answers_that_are_none(server, body, sentence):
    server.faults[QUERY] = answering(body)
    with pytest.raises(EngineError, match=sentence):
        _evaluate(server.url)


def test_the_token_comes_from_one_variable_only(server, monkeypatch, tmp_path):
    netrc = tmp_path / ".netrc"
    netrc.write_text("machine 127.0.0.1 login thief password wrong\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    _evaluate(server.url)
    monkeypatch.setenv("AI800_OPA_TOKEN", "token-of-ours")
    _evaluate(server.url)
    sent = [headers.get("Authorization") for _, _, headers in server.asked]
    assert sent == [None] * 3 + ["Bearer token-of-ours"] * 3


@pytest.mark.parametrize("token", ["a\nInjected: header", "é€"])
def test_a_token_that_is_no_header(server, monkeypatch, token):
    monkeypatch.setattr(opa.os, "environ", {"AI800_OPA_TOKEN": token})
    with pytest.raises(EngineError, match="cannot be asked"):
        _evaluate(server.url)
    assert not server.asked


def test_no_proxy_is_used(server, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert _evaluate(server.url) == RESULT


def test_nobody_listens():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(EngineError, match="no OPA server answers"):
            _evaluate(f"http://127.0.0.1:{taken.getsockname()[1]}")


def test_a_name_that_leads_nowhere(monkeypatch):
    def nowhere(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    with pytest.raises(EngineError, match="no OPA server answers"):
        _evaluate("https://opa.example")


def test_a_server_that_does_not_accept(monkeypatch):
    def waiting(*_, **__):
        raise TimeoutError

    monkeypatch.setattr(socket.socket, "connect", waiting)
    with pytest.raises(EngineError, match="accept a connection in time"):
        _evaluate("http://127.0.0.1:8181")


def test_https_where_none_is_spoken(server):
    with pytest.raises(EngineError, match="certificate is not trusted"):
        _evaluate(server.url.replace("http", "https"))


def test_a_certificate_file_that_is_missing(server, monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/no/such/file")
    with pytest.raises(EngineError, match="cannot be asked"):
        _evaluate(server.url.replace("http", "https"))


@pytest.mark.parametrize("value", [float("nan"), "\ud800"])
def test_a_document_that_json_cannot_carry_is_not_sent(server, value):
    with opa_engine(server.url, SHORT) as engine, pytest.raises(EngineError, match="JSON cannot carry"):
        engine.evaluate({"a": value})
    assert [path for _, path, _ in server.asked] == [CONFIG, POLICIES]
