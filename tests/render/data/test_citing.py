from __future__ import annotations

import datetime as dt
import json

import pytest

from factsite.model import Publisher, Site
from factsite.render.data.citing import bibtex, citation_pages, csl, plain
from factsite.values import Address
from tests.samples import claim, evidence

SITE = Site(
    title="Rivers & {roads}",
    base_url=Address("https://example.org/a_b/"),
    publisher=Publisher(name="the river readers"),
)
PIECE = evidence("atlas")


def balanced(text: str) -> bool:
    """Say whether BibTeX, which counts every brace, finds as many closed as opened, and never closes first."""
    depth = 0
    for sign in text:
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if depth < 0:
            return False
    return depth == 0


def test_a_citation_in_a_line() -> None:
    """It names who says so, the claim, the verdict, the site, the day and the address."""
    assert plain(claim(PIECE, checked=dt.date(2024, 7, 1)), SITE) == (
        "The river readers: “It is long.” Verdict: Supported. Rivers & {roads}, checked 1 July 2024. "
        "https://example.org/a_b/claims/length.html"
    )


def test_without_a_base_address_the_path_stands_for_it() -> None:
    """A citation from a site that stands nowhere yet says at least which page."""
    assert plain(claim(PIECE), Site(title="Rivers")) == (
        "Rivers: “It is long.” Verdict: Supported. Rivers, checked 1 December 2024. claims/length.html"
    )


def test_bibtex() -> None:
    """The year is that of publication, the note has the day of the last check; the address stays as it is."""
    cited = claim(PIECE, claim="50% of $3 #1 up_to", published=dt.date(2023, 5, 2))
    assert bibtex(cited, SITE) == (
        "@misc{length-2023,\n"
        "  author = {{The river readers}},\n"
        "  title = {{50\\% of \\$3 \\#1 up\\_to}},\n"
        "  howpublished = {Rivers \\& \\textbraceleft{}roads\\textbraceright{}},\n"
        "  year = {2023},\n"
        "  month = may,\n"
        "  note = {Verdict: Supported. Checked 1 December 2024},\n"
        "  url = {https://example.org/a_b/claims/length.html},\n"
        "}\n"
    )


@pytest.mark.parametrize("words", ["a } b", "{", "\\", "\\}", '"', "@misc{", "~^", "x\\input{y}", "%}"])
def test_no_claim_breaks_out_of_its_field(words: str) -> None:
    """Braces stay balanced, and nothing is left that LaTeX would obey."""
    written = bibtex(claim(PIECE, claim=words), SITE)
    assert balanced(written)
    title = next(line for line in written.splitlines() if line.startswith("  title"))
    names = ("textbackslash", "textbraceleft", "textbraceright", "textasciitilde", "textasciicircum")
    for printed in (*(f"\\{name}{{}}" for name in names), "\\%"):
        title = title.replace(printed, "")
    assert not set(title.removeprefix("  title = {{").removesuffix("}},")) & set("\\{}~^")


def test_csl() -> None:
    """It is a list of one web page, with the author as it is written."""
    [item] = json.loads(csl(claim(PIECE, claim='A "b" </script>\\'), SITE))
    assert item == {
        "id": "length",
        "type": "webpage",
        "title": 'A "b" </script>\\',
        "container-title": "Rivers & {roads}",
        "author": [{"literal": "The river readers"}],
        "issued": {"date-parts": [[2024, 12, 1]]},
        "URL": "https://example.org/a_b/claims/length.html",
        "language": "en",
        "genre": "Fact check",
        "note": "Verdict: Supported. Checked 1 December 2024",
    }


def test_citations_are_files_beside_the_claims_data() -> None:
    """Reference managers take them in."""
    assert [page.path for page in citation_pages(claim(PIECE), SITE)] == [
        "claims/length.bib",
        "claims/length.csl.json",
    ]
