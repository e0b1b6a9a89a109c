"""A request is read in one way only, and what is meant for somebody else, or could mean two things, is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.answering.answer import RefusedError
from factsite.answering.asking import asked

HOST = "Host: localhost:80"
SITE = "Sec-Fetch-Site: cross-site"


def read(*lines: str) -> str | None:
    """Return the path that is read from the head of a request."""
    return asked("\r\n".join(lines).encode("latin-1"), 80).path


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/", "index.html"),
        ("/claims/", "claims/index.html"),
        ("/claims/a%62c.html?x=../..", "claims/abc.html"),
        ("/caf%C3%A9.html", "café.html"),
        ("/..", None), ("/../a", None), ("/a/../b", None), ("/./a", None), ("/%2e%2E/a", None), ("/%2e", None),
        ("/..%2fa", None), ("/..%5ca", None), ("/..\\a", None), ("/a%2fb", None), ("/a%00b", None), ("/a%0d%0ab", None),
        ("//a", None), ("//evil.example/", None), ("/a//b", None), ("/C:/a", None), ("/a:b", None), ("/%ff", None),
        ("/%252e%252e/a", "%2e%2e/a"), ("/%c0%ae%c0%ae/a", None),
    ],
)  # fmt: skip
def test_an_address_names_a_file_of_the_site_or_none(address: str, path: str | None) -> None:
    """It is decoded once, and no way of writing leads up, out, or to another kind of path."""
    assert read(f"GET {address} HTTP/1.1", HOST) == path


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40))
def test_no_address_leads_out_of_the_site(address: str) -> None:
    """Whatever is typed, the path has only names in it."""
    try:
        path = read(f"GET /{address} HTTP/1.1", HOST)
    except RefusedError:
        return
    assert path is None or not {"", ".", ".."} & set(path.split("/"))
    assert path is None or not set("\\:\0") & set(path)


@pytest.mark.parametrize(
    ("lines", "status"),
    [
        (["GET /"], 400), (["GET  / HTTP/1.1", HOST], 400), (["GET / HTTP/1.1 x", HOST], 400), (["", HOST], 400),
        (["GET /\tx HTTP/1.1", HOST], 400), (["GET /é HTTP/1.1", HOST], 400), (["\x16\x03\x01"], 400),
        (["GET http://localhost/ HTTP/1.1", HOST], 400), (["GET localhost:80 HTTP/1.1", HOST], 400),
        (["GET * HTTP/1.1", HOST], 400),
        (["GET / HTTP/0.9", HOST], 505), (["GET / HTTP/2.0", HOST], 505),
        (["GET / HTTP/1.1", HOST, " folded"], 400), (["GET / HTTP/1.1", HOST, "Name : x"], 400),
        (["GET / HTTP/1.1", HOST, "no colon"], 400), (["GET / HTTP/1.1", HOST, "A: b\nC: d"], 400),
        (["GET / HTTP/1.1", HOST, "A: b\rC: d"], 400), (["GET / HTTP/1.1", HOST, "A: \0"], 400),
        (["GET / HTTP/1.1", HOST, HOST], 400), (["GET / HTTP/1.1", HOST, "content-length: 0", "Content-Length: 0"], 400),
        (["GET / HTTP/1.1", HOST, "Content-Length: 5"], 413), (["GET / HTTP/1.1", HOST, "Content-Length: +0"], 413),
        (["GET / HTTP/1.1", HOST, "Transfer-Encoding: chunked"], 413),
        (["GET / HTTP/1.1", HOST, "Transfer-Encoding: identity", "Content-Length: 0"], 413),
        (["POST / HTTP/1.1", HOST], 405), (["OPTIONS / HTTP/1.1", HOST], 405), (["CONNECT a:1 HTTP/1.1", HOST], 405),
        (["get / HTTP/1.1", HOST], 405), (["TRACE / HTTP/1.1", HOST], 405),
        ([f"GET /{'a' * 2048} HTTP/1.1", HOST], 414), ([f"GET /?{'a' * 2048} HTTP/1.1", HOST], 414),
        (["GET / HTTP/1.1"], 421), (["GET / HTTP/1.1", "Host:"], 421), (["GET / HTTP/1.1", "Host: evil.example"], 421),
        (["GET / HTTP/1.1", "Host: localhost.evil.example:80"], 421), (["GET / HTTP/1.1", "Host: localhost:81"], 421),
        (["POST / HTTP/1.1", "Host: evil.example"], 421), (["GET / HTTP/1.1", "Host: 0.0.0.0:80"], 421),
        (["GET / HTTP/1.1", HOST, "Origin: https://evil.example"], 403), (["GET / HTTP/1.1", HOST, "Origin: null"], 403),
        (["GET / HTTP/1.1", HOST, "Origin: http://localhost:81"], 403),
        (["GET / HTTP/1.1", HOST, SITE], 403), (["GET / HTTP/1.1", HOST, "Sec-Fetch-Site: same-site"], 403),
        (["GET / HTTP/1.1", HOST, SITE, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"], 403),
        (["GET / HTTP/1.1", HOST, SITE, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"], 403),
    ],
)  # fmt: skip
def test_what_is_refused(lines: list[str], status: int) -> None:
    """Half requests, doubled headers, bodies, other hosts' names, and pages elsewhere that load a file of ours."""
    with pytest.raises(RefusedError) as refused:
        read(*lines)
    assert refused.value.answer.status == status


def test_who_may_only_read_is_told() -> None:
    """A refusal of a method says which there are."""
    with pytest.raises(RefusedError) as refused:
        read("PUT / HTTP/1.1", HOST)
    assert b"\r\nAllow: GET, HEAD\r\n" in refused.value.answer.head()


@pytest.mark.parametrize(
    "headers",
    [
        [], ["Origin: http://127.0.0.1:80"], ["Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: cors"],
        ["Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"],
        [SITE, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"], ["Accept: ", "Accept: */*", "X-Name:\tété "],
    ],
)  # fmt: skip
def test_what_is_answered(headers: list[str]) -> None:
    """The pages themselves, whoever types the address, and who follows a link from anywhere."""
    assert read("GET / HTTP/1.1", HOST, *headers) == "index.html"
