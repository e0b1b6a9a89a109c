"""The headers that the page on hosts gives are those that are tested: read out of its blocks as the hosts read them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factsite.headers import HEADERS, HTTPS

HOSTING = (Path(__file__).parent.parent / "docs/hosting.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"```(\w+)\n(.*?)```", HOSTING, re.DOTALL))
WRITTEN = {
    "text": r"(?m)^  ([A-Z][\w-]+): (.+)$",
    "nginx": r'(?m)^    add_header ([\w-]+) "([^"]+)" always;$',
    "apache": r'(?m)^Header always set ([\w-]+) "([^"]+)"$',
    "caddy": r'(?m)^        ([A-Z][\w-]+) "([^"]+)"$',
}
"""How a header is written in the words of each host."""


@pytest.mark.parametrize("host", WRITTEN)
def test_every_host_is_told_the_headers_that_serve_sends(host: str) -> None:
    """Each block has all of them, with the values under which every kind of page is opened in a browser."""
    assert re.findall(WRITTEN[host], BLOCKS[host]) == [(one.name, one.value) for one in HEADERS]
    assert f"# {HTTPS.name}" in BLOCKS[host].replace("add_header ", "").replace("Header always set ", "")


def test_there_is_no_block_that_nothing_reads() -> None:
    """Who adds a host adds how its block is read."""
    assert BLOCKS.keys() == WRITTEN.keys()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-cache"),
        *(
            ("Content-Security-Policy", directive)
            for directive in (
                "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
                "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
                "trusted-types 'none'",
            )
        ),
    ],
)  # fmt: skip
def test_nothing_is_missing(name: str, value: str) -> None:
    """The list by which the headers are judged, stated a second time; nothing is allowed by `unsafe-…`, a scheme or `*`."""
    values = {one.name: one.value for one in HEADERS}
    assert value in values[name]
    assert not re.search(r"unsafe|\*|https?:|data:|blob:", values[name])
