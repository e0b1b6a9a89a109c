"""Claims to social cards: an SVG with every line of text in its place, then a PNG."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.page import Drawing
from factsite.render import urls
from factsite.render.cards.card import card_view, lacking
from factsite.render.faults import no_font_has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.diagnostic import Diagnostic
    from factsite.findings import Background, ClaimFindings
    from factsite.model import Claim, Corpus
    from factsite.place import Place
    from factsite.render.cards.faces import Face
    from factsite.render.templates import Templates


def claim_card(claim: Claim, found: ClaimFindings, background: Background, templating: Templates) -> Drawing:
    """Return the card of a claim, to be drawn."""
    fonts = templating.fonts
    svg = templating.card(card_view(claim, found, background, fonts))
    return Drawing(urls.card(claim.id), svg, fonts.files, fonts.digest)


def card_faults(corpus: Corpus, templating: Templates) -> Iterator[Diagnostic]:
    """Yield a warning for each text that the cards have to leave out."""
    site, fonts = corpus.site, templating.fonts
    texts: list[tuple[str, Face, Place]] = [(site.title, fonts.strong, site.at["title"])]
    texts += [(verdict.label, fonts.strong, verdict.at["label"]) for verdict in site.verdicts.values()]
    texts += [(claim.claim, fonts.reading, claim.at["claim"]) for claim in corpus.claims]
    for text, face, place in texts:
        missing = lacking(text, face)
        if missing:
            yield no_font_has(place, missing[0])
