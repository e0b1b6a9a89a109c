"""The address at which a reader disputes a citation."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from factsite.model import Site
from factsite.render.disputes import MOST, dispute, report
from tests.samples import claim, evidence, source

HERALD = source("herald", name="Herald")
PIECE = evidence("herald", "refutes", lines=5)


def site(
    repository: str | None = "https://git.example.org/river/readers", base_url: str | None = None
) -> Site:
    """Return a site with a repository."""
    return Site(title="Rivers", repository=repository, base_url=base_url)  # type: ignore[arg-type]


def test_an_issue_is_filled_in_with_claim_source_lines_and_quotation() -> None:
    """The reader has only to say what is wrong."""
    address = dispute(
        claim(PIECE), PIECE, "3 km & more", HERALD, site(base_url="https://rivers.example.org/")
    )
    assert address is not None
    assert address.startswith("https://git.example.org/river/readers/issues/new?title=")
    asked = parse_qs(urlsplit(address).query)
    assert asked == {
        "title": ["Dispute: length, Herald 5"],
        "body": [
            "Claim: It is long.\nPage: https://rivers.example.org/claims/length.html\nSource: Herald, line 5\n"
            "Stance: refutes\n\n> 3 km & more\n\nWhat is wrong with this citation?\n\n"
        ],
    }


def test_gitlab_is_asked_in_its_own_way() -> None:
    """It is known by the name of its host."""
    address = dispute(claim(PIECE), PIECE, "3 km", HERALD, site("https://gitlab.example.org/river/"))
    assert address is not None
    assert address.startswith(
        "https://gitlab.example.org/river/-/issues/new?issue%5Btitle%5D=Dispute%3A%20length"
    )
    assert set(parse_qs(urlsplit(address).query)) == {"issue[title]", "issue[description]"}


def test_without_a_repository_nothing_is_offered() -> None:
    """No link is dead."""
    assert report(site(None)) is None
    assert dispute(claim(PIECE), PIECE, "3 km", HERALD, site(None)) is None


@given(st.text(max_size=3000), st.text(max_size=500))
def test_the_address_is_never_too_long(words: str, claimed: str) -> None:
    """Servers and browsers refuse what is much longer."""
    address = dispute(claim(PIECE, claim=claimed), PIECE, words, HERALD, site())
    assert address is not None
    assert len(address) <= MOST
