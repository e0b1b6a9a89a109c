"""How a claim's page is cited: as a line of text, for BibTeX, and as CSL-JSON for reference managers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from factsite.english import MONTHS, long_date, sentence
from factsite.page import Page
from factsite.render import urls
from factsite.render.data.joined import in_line

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from factsite.model import Claim, Site

ESCAPES = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {
        "\\": "\\textbackslash{}",
        "{": "\\textbraceleft{}",
        "}": "\\textbraceright{}",
        "~": "\\textasciitilde{}",
        "^": "\\textasciicircum{}",
    }
)
r"""What BibTeX and LaTeX would obey, written so that it is printed. BibTeX counts braces even in ``\{``, so they get names."""


def citation_pages(claim: Claim, site: Site) -> Iterator[Page]:
    """Yield ``claims/<id>.bib`` and ``claims/<id>.csl.json``, for reference managers to take in."""
    yield Page(urls.bibtex(claim.id), bibtex(claim, site).encode("utf-8"))
    yield Page(urls.csl(claim.id), csl(claim, site).encode("utf-8"))


def plain(claim: Claim, site: Site) -> str:
    """Return the citation in a line of text."""
    return (
        f"{sentence(_author(site))}: “{claim.claim}” Verdict: {_label(claim, site)}. "
        f"{site.title}, checked {long_date(claim.checked)}. {_address(claim, site)}"
    )


def bibtex(claim: Claim, site: Site) -> str:
    """Return the citation for BibTeX; the double braces keep names and capitals as they are."""
    day = _day(claim)
    fields = {
        "author": f"{{{_escaped(sentence(_author(site)))}}}",
        "title": f"{{{_escaped(claim.claim)}}}",
        "howpublished": _escaped(site.title),
        "year": f"{day.year:04}",
        "note": _escaped(f"Verdict: {_label(claim, site)}. Checked {long_date(claim.checked)}"),
        "url": _address(claim, site),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items()]
    lines.insert(4, f"  month = {MONTHS[day.month - 1][:3].lower()},\n")
    return f"@misc{{{claim.id}-{day.year:04},\n{''.join(lines)}}}\n"


def csl(claim: Claim, site: Site) -> str:
    """Return the citation as CSL-JSON: a list of one item."""
    day = _day(claim)
    item = {
        "id": in_line(claim.id),
        "type": '"webpage"',
        "title": in_line(claim.claim),
        "container-title": in_line(site.title),
        "author": f'[\n   {{\n    "literal": {in_line(sentence(_author(site)))}\n   }}\n  ]',
        "issued": f'{{\n   "date-parts": [\n    [\n     {day.year},\n     {day.month},\n     {day.day}\n    ]\n   ]\n  }}',
        "URL": in_line(_address(claim, site)),
        "language": in_line(site.language),
        "genre": '"Fact check"',
        "note": in_line(f"Verdict: {_label(claim, site)}. Checked {long_date(claim.checked)}"),
    }
    # Laid out by hand: the encoder takes ten times as long where it indents.
    fields = ",\n".join(f'  "{name}": {value}' for name, value in item.items())
    return f"[\n {{\n{fields}\n }}\n]\n"


def _author(site: Site) -> str:
    return site.publisher.name if site.publisher else site.title


def _label(claim: Claim, site: Site) -> str:
    return site.scale[claim.verdict].label


def _day(claim: Claim) -> dt.date:
    """Return the day that stands for the page: that of its publication, else of its last check."""
    return claim.first_published or claim.checked


def _address(claim: Claim, site: Site) -> str:
    """Return where the page stands: its absolute address, where the site has one."""
    return urls.absolute(site, urls.claim(claim.id)) or urls.claim(claim.id)


@lru_cache(maxsize=64)
def _escaped(text: str) -> str:
    return text.translate(ESCAPES)
