"""Claims to social cards: an SVG with every line of text in its place, then a PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.page import Drawing
from factsite.render import urls
from factsite.render.cards.card import card_view, lacking
from factsite.render.faults import no_font_has

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factsite.diagnostic import Diagnostic
    from factsite.findings import Background, ClaimFindings, Row
    from factsite.model import Claim, Site
    from factsite.place import Places
    from factsite.render.cards.faces import Face
    from factsite.render.templates import Templates


def claim_card(claim: Claim, found: ClaimFindings, background: Background, templating: Templates) -> Drawing:
    """Return the card of a claim, to be drawn."""
    svg = templating.card(card_view(claim, found, background, templating.fonts))
    return card_drawing(claim.id, svg, templating)


def card_drawing(claim: str, svg: str, templating: Templates) -> Drawing:
    """Return the drawing of a card that is there as SVG."""
    return Drawing(urls.card(claim), svg, templating.fonts.files, templating.fonts.digest)


def card_faults(site: Site, rows: Iterable[Row], templating: Templates) -> Iterator[Diagnostic]:
    """Yield a warning for each text that the cards have to leave out."""
    fonts = templating.fonts
    texts: list[tuple[str, Face, Places, str]] = [(site.title, fonts.strong, site.at, "title")]
    texts += [(verdict.label, fonts.strong, verdict.at, "label") for verdict in site.verdicts.values()]
    for text, face, places, key in texts:
        if missing := lacking(text, face):
            yield no_font_has(places[key], missing[0])
    for row in rows:
        if missing := lacking(row.claim, fonts.reading):
            yield no_font_has(row.places["claim"], missing[0])
