"""Disputing a citation: the address of a new issue in the site's repository, filled in for the reader to finish."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote, urlsplit

from factsite.english import shortened
from factsite.render import urls

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factsite.model import Claim, Evidence, Site, Source

MOST = 2000
"""An address of so many characters is taken everywhere; of long claims and quotations only the beginning is given."""

LENGTHS = (600, 300, 150, 60, 30)
"""To how many characters claim and quotation are cut, the first that makes the address short enough."""

CITATION: Final = "citation.yml"
"""The form in ``.github/ISSUE_TEMPLATE/`` for a citation; its fields go by the names that ``_fields`` gives."""
MISTAKE: Final = "mistake.yml"
"""The form for anything else."""

QUESTION = "What is wrong with this citation?"


def dispute(claim: Claim, piece: Evidence, words: str, source: Source, site: Site) -> str | None:
    """Return the address at which a citation is disputed, if the site has a repository; ``words`` is the quotation.

    No labels are filled in: whoever may not set them would get no page at all.
    """
    if site.repository is None:
        return None
    title = f"Dispute: {claim.id}, {source.label} {piece.lines.printed}"
    for length in LENGTHS:
        fields = _fields(claim, piece, words, source, site, length)
        address = new_issue(site.repository, title, _letter(fields), CITATION, fields)
        if len(address) <= MOST:
            return address
    return site.repository


def report(site: Site) -> str | None:
    """Return the address at which any mistake is reported, if the site has a repository."""
    if site.repository is None:
        return None
    letter = "Page: \n\nWhat is wrong, and where does it show?\n\n"
    return new_issue(site.repository, "Mistake: ", letter, MISTAKE, {})


def new_issue(repository: str, title: str, body: str, form: str, fields: Mapping[str, str]) -> str:
    """Return the address of a new issue, filled in.

    GitHub is given a form and its fields, and is known by its name. Every other host is given a text: as Gitea and Forgejo take
    it, or GitLab, known by its host's name.
    """
    top = repository.rstrip("/")
    host = urlsplit(repository).hostname or ""
    if host == "github.com":
        return f"{top}/issues/new?{_query({'template': form, 'title': title, **fields})}"
    if "gitlab" in host:
        return f"{top}/-/issues/new?{_query({'issue[title]': title, 'issue[description]': body})}"
    return f"{top}/issues/new?{_query({'title': title, 'body': body})}"


def _fields(
    claim: Claim, piece: Evidence, words: str, source: Source, site: Site, length: int
) -> dict[str, str]:
    """Return what is known of a citation, with the claim and the quotation cut to so many characters."""
    page = urls.claim(claim.id)
    return {
        "claim": shortened(claim.claim, length),
        "page": urls.absolute(site, page) or page,
        "source": f"{source.label}, {piece.lines.words}",
        "stance": piece.stance,
        "quotation": shortened(words, length),
    }


def _letter(fields: Mapping[str, str]) -> str:
    """Return the same as a text."""
    *particulars, (_, quotation) = fields.items()
    lines = "".join(f"{name.capitalize()}: {value}\n" for name, value in particulars)
    return f"{lines}\n> {quotation}\n\n{QUESTION}\n\n"


def _query(values: Mapping[str, str]) -> str:
    return "&".join(f"{quote(name, safe='')}={quote(value, safe='')}" for name, value in values.items())
