"""The headers that go with every file of a site: ``serve`` sends them, and ``docs/hosting.md`` says how a host does.

The pages hold without them, by the policy in their own heads. A header adds what a page cannot say of itself, and says it of
the files that are no pages, too: of the data, and of a picture that is opened by itself.
"""

from __future__ import annotations

from typing import Final

from factsite.frozen import NamedTuple


class Header(NamedTuple):
    """A header, and what it is good for."""

    name: str
    value: str
    purpose: str


PAGES: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
"""The policy that stands in the head of every page."""

ASKING: Final = "connect-src 'self'"
"""What the page that searches has besides."""

HEADERS: Final = (
    Header(
        "Content-Security-Policy",
        f"{PAGES}; {ASKING}; frame-ancestors 'none'",
        "The policy of the pages, for every file, and that no other site shows one in a frame of its own",
    ),
    Header("X-Content-Type-Options", "nosniff", "No file is taken for another kind than it is sent as"),
    Header("Referrer-Policy", "no-referrer", "Nobody whom a page links to is told what was read"),
    Header(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "No page asks for a camera, a place or a payment",
    ),
    Header("Cross-Origin-Opener-Policy", "same-origin", "No window of another site holds on to one of this"),
    Header(
        "Cross-Origin-Resource-Policy",
        "same-origin",
        "No page of another site loads a file of this into itself",
    ),
    Header(
        "Cache-Control",
        "no-cache",
        "Browsers keep what they have and ask whether it still holds: a correction is seen at once. "
        "No file's name changes with its content, so none may be kept unasked",
    ),
)

HTTPS: Final = Header(
    "Strict-Transport-Security",
    "max-age=31536000",
    "Only where every page of the host is meant to be had by https for a year to come: it binds the whole host",
)
"""What is not for every host, and means nothing on this machine."""
