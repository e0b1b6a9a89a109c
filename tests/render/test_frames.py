from __future__ import annotations

import re

import pytest

from factsite.model import Site
from factsite.render.frames import frame
from factsite.render.views import Card
from factsite.values import Address, Language
from tests.built import BASE, RIVERS, ROOT, built

META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
SITE = Site(title="Rivers", base_url=Address("https://example.org/a/"))


def meta(page: bytes) -> dict[str, str]:
    """Return the meta elements of a page; none is there twice."""
    found = META.findall(page.decode())
    assert len(dict(found)) == len(found)
    return dict(found)


def test_a_claim_where_it_is_shared() -> None:
    """It is an article with its card, whose alternative are verdict and claim."""
    told = meta(built(ROOT, BASE)["claims/army-size.html"])
    claim = "North Korea’s armed forces have about 1.2 million personnel."
    assert {name: told[name] for name in told if name.startswith(("og:", "twitter:"))} == {
        "og:url": "https://example.org/under/claims/army-size.html",
        "og:type": "article",
        "og:title": claim,
        "og:description": told["description"],
        "og:site_name": "Line by line",
        "og:image": "https://example.org/under/cards/army-size.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": f"Sources conflict: {claim}",
        "twitter:card": "summary_large_image",
    }


def test_another_page_where_it_is_shared() -> None:
    """It has no picture, and without a base address nothing that needs one."""
    told = meta(built(ROOT)["sources/index.html"])
    assert (told["og:type"], told["og:title"], told["twitter:card"]) == ("website", "Sources", "summary")
    assert not {"og:url", "og:image", "og:locale"} & set(told)


def test_hostile_words_stay_in_their_attribute() -> None:
    """Markup in a claim is escaped where the page names it."""
    assert meta(built(RIVERS)["claims/length.html"])["og:title"] == (
        "The Long River is &lt;b&gt;1,200&lt;/b&gt; km long."
    )


@pytest.mark.parametrize(
    ("language", "locale"),
    [("en", None), ("en-GB", "en_GB"), ("zh-Hant-TW", "zh_TW"), ("de-1996", None), ("sr-Latn", None)],
)
def test_the_locale_is_there_where_the_language_names_a_territory(language: str, locale: str | None) -> None:
    """Open Graph knows language and territory together, and nothing else."""
    assert frame(Site(title="Rivers", language=Language(language)), "index.html", "A", "B").locale == locale


def test_a_card_needs_an_absolute_address() -> None:
    """A site without a base address has none to give."""
    assert frame(SITE, "a.html", "A", "B", card="cards/a.png", card_alt="A: b").card == Card(
        "https://example.org/a/cards/a.png", "A: b"
    )
    assert frame(Site(title="Rivers"), "a.html", "A", "B", card="cards/a.png").card is None
