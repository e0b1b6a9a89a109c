"""Disputing a citation: the address of a new issue in the site's repository, filled in for the reader to finish."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from factsite.english import shortened
from factsite.render import urls

if TYPE_CHECKING:
    from factsite.model import Claim, Evidence, Site, Source

MOST = 2000
"""An address of so many characters is taken everywhere; of long claims and quotations only the beginning is given."""

LENGTHS = (600, 300, 150, 60, 30)
"""To how many characters claim and quotation are cut, the first that makes the address short enough."""

QUESTION = "What is wrong with this citation?"


def dispute(claim: Claim, piece: Evidence, words: str, source: Source, site: Site) -> str | None:
    """Return the address at which a citation is disputed, if the site has a repository; ``words`` is the quotation.

    No labels are filled in: whoever may not set them would get no page at all.
    """
    if site.repository is None:
        return None
    title = f"Dispute: {claim.id}, {source.label} {piece.lines.printed}"
    every = (
        new_issue(site.repository, title, _body(claim, piece, words, source, site, length))
        for length in LENGTHS
    )
    return next((address for address in every if len(address) <= MOST), site.repository)


def report(site: Site) -> str | None:
    """Return the address at which any mistake is reported, if the site has a repository."""
    if site.repository is None:
        return None
    return new_issue(site.repository, "Mistake: ", "Page: \n\nWhat is wrong, and where does it show?\n\n")


def new_issue(repository: str, title: str, body: str) -> str:
    """Return the address of a new issue, filled in, as GitHub, Gitea and Forgejo take it; or GitLab, known by its host's name."""
    top = repository.rstrip("/")
    if "gitlab" in (urlsplit(repository).hostname or ""):
        return (
            f"{top}/-/issues/new?issue%5Btitle%5D={_encoded(title)}&issue%5Bdescription%5D={_encoded(body)}"
        )
    return f"{top}/issues/new?title={_encoded(title)}&body={_encoded(body)}"


def _body(claim: Claim, piece: Evidence, words: str, source: Source, site: Site, length: int) -> str:
    """Return the text of the issue, with the claim and the quotation cut to so many characters."""
    page = urls.claim(claim.id)
    return (
        f"Claim: {shortened(claim.claim, length)}\n"
        f"Page: {urls.absolute(site, page) or page}\n"
        f"Source: {source.label}, {piece.lines.words}\n"
        f"Stance: {piece.stance}\n\n"
        f"> {shortened(words, length)}\n\n"
        f"{QUESTION}\n\n"
    )


def _encoded(text: str) -> str:
    return quote(text, safe="")
