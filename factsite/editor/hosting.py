"""The page on hosts, ``docs/hosting.md``: the headers of ``factsite.headers`` in the words of each kind of host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from factsite.answering.answer import TYPES
from factsite.headers import HEADERS, HTTPS

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN_TYPES: Final = ("jsonld", "bib")
"""The endings that hosts know nothing of, or other things."""

ABOUT = """\
# Where the site stands

The site is files: any host will do, at any path. What a page may load and do is said in its own head, so it holds wherever the
page stands, on a disk too: nothing from another host, no script or style within the page, no form, no text that a script makes
elements of. `data/manifest.json` and `build.py verify` tell whether a copy is what was built.

The same files give the same bytes, on every day and every machine. No page has the day of the build: `--date` says only which dates have
come, so neither `SOURCE_DATE_EPOCH` nor a day has to be given to make a site again. Address, cards and version it was made with are in the
manifest, and `verify` takes the first two from there. Records with other line endings make the same pages and another manifest, and
an article with other line endings breaks its pin: `.gitattributes` keeps git from changing either.

Some things only a host can say, by headers. `build.py serve` sends the same ones, so what works there works with them.
This page is generated from the code by `make docs`, and a test opens every kind of page with these headers."""

LIMITS = """\
## Hosts that set no headers

**GitHub Pages** sends none of these, and none can be added; **GitLab Pages** neither (its `_redirects` are no headers). What holds
without: the policy in the head of each page, no referrer, HTTPS by the host's own setting. What does not: another site can show a
page in a frame (`frame-ancestors` means nothing in a page), and a file that is no page has no policy (there is nothing in it that
runs: tests look at each kind). Where that matters, put a host in front that sends headers.

## What every host must do

- Send `404.html` with status 404 for what there is not. GitHub Pages, GitLab Pages, Netlify and Cloudflare do so by themselves. Its
  links start at the path of `base_url`, so it is right at any depth.
- Show no folder without a page of its own, and no hidden file. (Cloudflare and Netlify do show `.factsite`; it says that the
  folder is a build's, and nothing more.)
- Turn nothing on that changes files: no minifying, no analytics, no “e-mail obfuscation”, no script of its own. The policy would
  keep a script from running, and the copy would no longer be verified.

The build writes no `_headers` into the site: what is in `site/` is the same whatever the host, and listed in its manifest. Who
deploys copies it there as the last step, after `verify`: `cp _headers site/`.

## Addresses for letters

No page links to an address for letters: a `mailto:` link becomes its words, and readers are sent to the issues of `repository` or
to the `url` of the publisher. One that an author writes out gets a warning, `address-for-letters`, wherever it stands, for it would be
gathered from pages, data and feeds alike: `desk at example.org` is for people. What an article says, stands as it says it."""


def hosting() -> str:
    """Return ``docs/hosting.md``."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield ABOUT
    yield from ("", "| header | what it is good for |", "| --- | --- |")
    yield from (f"| `{one.name}` | {one.purpose}. |" for one in (*HEADERS, HTTPS))
    for title, language, lines in (
        ("Netlify, Cloudflare Pages: a file `_headers`", "text", _headers()),
        ("nginx", "nginx", _nginx()),
        ("Apache: `.htaccess`, or in the `<Directory>`", "apache", _apache()),
        ("Caddy", "caddy", _caddy()),
    ):
        yield from ("", f"## {title}", "", f"```{language}", *lines, "```")
    yield from ("", LIMITS)


def _headers() -> Iterator[str]:
    yield "/*"
    yield from (f"  {one.name}: {one.value}" for one in HEADERS)
    yield f"  # {HTTPS.name}: {HTTPS.value}"


def _nginx() -> Iterator[str]:
    yield "server {"
    yield "    listen 8080;"
    yield "    root /srv/site;"
    yield "    charset utf-8;"
    yield "    error_page 403 =404 /404.html;"
    yield "    error_page 404 /404.html;"
    yield r"    location ~ /\. { return 404; }"
    yield "    types {"
    yield "        text/html html; text/css css; text/javascript js; application/json json; application/ld+json jsonld;"
    yield "        image/svg+xml svg; image/png png; application/xml xml; text/csv csv; text/plain txt; application/x-bibtex bib;"
    yield "    }"
    yield "    default_type application/octet-stream;"
    yield "    charset_types text/css text/csv text/javascript text/plain application/json application/xml;"
    yield from (f'    add_header {one.name} "{one.value}" always;' for one in HEADERS)
    yield f'    # add_header {HTTPS.name} "{HTTPS.value}" always;'
    yield "}"


def _apache() -> Iterator[str]:
    yield "Options -Indexes"
    yield "ErrorDocument 404 /404.html"
    yield r'RedirectMatch 404 "/\."'
    yield "AddDefaultCharset utf-8"
    yield from (f"AddType {TYPES[f'.{ending}']} .{ending}" for ending in OWN_TYPES)
    yield from (f'Header always set {one.name} "{one.value}"' for one in HEADERS)
    yield f'# Header always set {HTTPS.name} "{HTTPS.value}"'


def _caddy() -> Iterator[str]:
    yield ":8080 {"
    yield "    root * /srv/site"
    yield "    header {"
    yield from (f'        {one.name} "{one.value}"' for one in HEADERS)
    yield f'        # {HTTPS.name} "{HTTPS.value}"'
    yield "    }"
    for ending in OWN_TYPES:
        yield f"    @{ending} path *.{ending}"
        yield f"    header @{ending} Content-Type {TYPES[f'.{ending}']}"
    yield "    @hidden path */.*"
    yield "    error @hidden 404"
    yield "    file_server"
    yield "    handle_errors {"
    yield "        rewrite * /404.html"
    yield "        file_server"
    yield "    }"
    yield "}"
