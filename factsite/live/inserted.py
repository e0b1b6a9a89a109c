"""What the pages have in ``serve`` that they do not have as published: a script of this machine, and leave to listen to it."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from factsite import report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factsite.diagnostic import Diagnostic

FOLDER: Final = ".factsite/"
"""What begins so is no page of the site: no id begins with a point."""
SCRIPT: Final = f"{FOLDER}live.js"
STYLES: Final = f"{FOLDER}live.css"
EVENTS: Final = f"{FOLDER}events"
POLICY: Final = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)"')
LISTENING: Final = b"connect-src 'self'"
END_OF_HEAD: Final = b"</head>"


def live(content: bytes, path: str, version: str) -> bytes:
    """Return a page that listens for changes of itself."""
    script = (
        f'<script src="/{SCRIPT}" defer data-page="{html.escape(path)}" data-version="{version}"></script>\n'
    )
    head, end, rest = content.partition(END_OF_HEAD)
    head = POLICY.sub(_widened, head, count=1)
    return head + script.encode() + end + rest


def _widened(found: re.Match[bytes]) -> bytes:
    """Return the page's policy with leave to listen to where the page comes from."""
    policy = found[2] if b"connect-src" in found[2] else found[2] + b"; " + LISTENING
    return found[1] + policy + b'"'


def unmade(title: str, diagnostics: Iterable[Diagnostic]) -> bytes:
    """Return a page in place of one that cannot be made, with the faults."""
    faults = html.escape("\n".join(report.lines(diagnostics)))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{html.escape(title)}</title>
<link rel="stylesheet" href="/{STYLES}">
</head>
<body class="factsite-unmade">
<main>
<h1>{html.escape(title)}</h1>
<p>It appears here as soon as these faults are mended and the files saved.</p>
<pre tabindex="0">{faults}</pre>
</main>
</body>
</html>
""".encode()
