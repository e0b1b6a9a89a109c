"""Claims in the words of schema.org: a ClaimReview each, and all of them as a DataFeed.

What a search engine or another newsroom takes from us has to hold without our page beside it. So the claim's author is whom
the articles credit with it, else the article, and never we; only articles that state the claim are its appearances, the
others are cited; and a rating has a number only where it has a natural one: 5 is supported, 1 is refuted, and verdicts that
lie on no line between the two have words alone. A withdrawn claim is reviewed no more.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factsite.render import urls
from factsite.render.data import linked
from factsite.render.data.events import changed
from factsite.render.data.joined import joined
from factsite.values import OriginType, Stance, VerdictClass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factsite.findings import Background, ClaimFindings, Examined
    from factsite.model import Claim, Site, Source
    from factsite.render.data.joined import Join

RATINGS = {VerdictClass.SUPPORTED: 5, VerdictClass.REFUTED: 1}
BEST, WORST = 5, 1


def review(claim: Claim, found: ClaimFindings, background: Background) -> dict[str, Any] | None:
    """Return a claim's review; None where the site has no base address, for a review needs its own, or the claim was withdrawn."""
    site = background.site
    address = urls.absolute(site, urls.claim(claim.id))
    if address is None or claim.withdrawn:
        return None
    first = claim.first_published
    works = _works(found, background, stating=False)
    return {
        "@type": "ClaimReview",
        "@id": f"{address}#review",
        "url": address,
        "claimReviewed": claim.claim,
        "reviewRating": _rating(claim, site),
        "itemReviewed": _claim(claim, found, background),
        "author": linked.publisher(site),
        "isPartOf": linked.part_of(site),
        "inLanguage": site.language,
        **({"datePublished": first.isoformat()} if first else {}),
        "dateModified": changed(claim).isoformat(),
        **({"license": site.license} if site.license else {}),
        **({"citation": works} if works else {}),
        **({"correction": list(_corrections(claim))} if claim.corrections else {}),
    }


def review_line(claim: Claim, site: Site, of: Mapping[str, Any]) -> str:
    """Return a review as an entry of the feed, as JSON in a line."""
    item = {**of, "sdLicense": site.license} if site.license else dict(of)
    entry = {"@type": "DataFeedItem", "dateModified": changed(claim).isoformat(), "item": [item]}
    return json.dumps(entry, ensure_ascii=False)


def reviews_join(site: Site, lines: Iterable[bytes]) -> Join:
    """Return ``data/claimreview.json``, a review a line."""
    head = {
        "@context": linked.CONTEXT,
        "@type": "DataFeed",
        "url": urls.absolute(site, urls.REVIEWS_DATA),
        "name": site.title,
        "inLanguage": site.language,
        "publisher": linked.publisher(site),
        **({"license": site.license} if site.license else {}),
    }
    return joined(urls.REVIEWS_DATA, head, "dataFeedElement", lines)


def _rating(claim: Claim, site: Site) -> dict[str, Any]:
    verdict = site.scale[claim.verdict]
    value = RATINGS.get(verdict.verdict_class)
    scale = {"ratingValue": value, "bestRating": BEST, "worstRating": WORST} if value else {}
    return {
        "@type": "Rating",
        "alternateName": verdict.label,
        "ratingExplanation": claim.summary,
        **scale,
    }


def _claim(claim: Claim, found: ClaimFindings, background: Background) -> dict[str, Any]:
    """Return the claim itself: who made it, and where it appears."""
    works = _works(found, background, stating=True)
    authors = list(_authors(found.evidence, background))
    days = [work["datePublished"] for work in works if "datePublished" in work]
    node = {
        "@type": "Claim",
        "text": claim.claim,
        "appearance": works,
        "author": authors,
        "datePublished": min(days) if days and len(days) == len(works) else None,
    }
    return {name: value for name, value in node.items() if value}


def _authors(evidence: Iterable[Examined], background: Background) -> Iterator[dict[str, Any]]:
    """Yield who made the claim: whom each article that states it quotes or credits, else its publisher or author.

    That is never the publisher of this site, who reviews the claim.
    """
    seen = {background.site.publisher.name} if background.site.publisher else set()
    for piece in evidence:
        if piece.evidence.stance is Stance.SUPPORTS:
            node = _author(piece, background)
            if node and node["name"] not in seen:
                seen.add(node["name"])
                yield node


def _author(piece: Examined, background: Background) -> dict[str, Any] | None:
    name = piece.speaker or piece.according_to
    if name:
        origin = background.origins[name]
        kind = "Person" if origin.type is OriginType.PERSON else "Organization"
        return {"@type": kind, "name": origin.name}
    source = background.sources[piece.evidence.source]
    if source.publisher:
        return {"@type": "Organization", "name": source.publisher}
    return {"@type": "Person", "name": source.author} if source.author else None


def _works(found: ClaimFindings, background: Background, *, stating: bool) -> list[dict[str, Any]]:
    """Return the articles that state the claim, or those that are cited and do not."""
    every = dict.fromkeys(piece.evidence.source for piece in found.evidence)
    state = {piece.evidence.source for piece in found.evidence if piece.evidence.stance is Stance.SUPPORTS}
    return [_work(background.sources[name]) for name in every if (name in state) is stating]


def _work(source: Source) -> dict[str, Any]:
    node = {
        "@type": "Article",
        "name": source.label,
        "headline": source.title,
        "url": source.url,
        "archivedAt": source.archived,
        "datePublished": source.published and source.published.isoformat(),
        "author": source.author and {"@type": "Person", "name": source.author},
        "publisher": source.publisher and {"@type": "Organization", "name": source.publisher},
    }
    return {name: value for name, value in node.items() if value}


def _corrections(claim: Claim) -> Iterator[dict[str, Any]]:
    for change in claim.corrections:
        yield {
            "@type": "CorrectionComment",
            "datePublished": change.date.isoformat(),
            "text": change.text.text.strip(),
        }
