"""Citations as W3C Web Annotations: for each its words, where they stand, and the claim that they bear on.

The model's selectors are true only of the very text that they were made for. So each stretch of a quotation has two targets: the
text file that was checked, named by its digest (an ``ni:`` address, RFC 6920), with quotation, position and line; and the
article where people read it, at its publisher's address or else on our page, with the quotation alone. Words before and
after a quotation are those of its line, which our pages print.
"""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, Any

from factsite.findings import Located
from factsite.render import urls
from factsite.render.data.joined import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.findings import Background, Examined, Span
    from factsite.model import Claim, Corpus, Site
    from factsite.render.data.joined import Join

AROUND = 32
"""So many characters before and after a quotation tell it from others like it."""

LINES = "http://tools.ietf.org/rfc/rfc5147"


def annotations_join(corpus: Corpus, total: int, lines: Iterable[bytes]) -> Join:
    """Return ``data/annotations.jsonld``: a collection of one page, an annotation a line."""
    here = _address(corpus.site, urls.ANNOTATIONS)
    first = {"id": f"{here}#page", "type": "AnnotationPage", "partOf": here, "startIndex": 0}
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": here,
        "type": "AnnotationCollection",
        "label": corpus.site.title,
        "total": total,
        **({"rights": corpus.site.license} if corpus.site.license else {}),
    }
    return joined(urls.ANNOTATIONS, head, "items", lines, inside=("first", first))


def annotation_lines(claim: Claim, found: Sequence[Examined], background: Background) -> Iterator[str]:
    """Yield the annotation of each citation of a claim, as JSON in a line."""
    site = background.site
    for number, piece in enumerate(found, 1):
        assert isinstance(piece.quotation, Located)
        annotation = {
            "id": f"{_address(site, urls.ANNOTATIONS)}#{claim.id}-{number}",
            "type": "Annotation",
            "motivation": "linking",
            "body": [
                {
                    "type": "SpecificResource",
                    "source": _address(site, urls.claim(claim.id)),
                    "purpose": "linking",
                },
                {
                    "type": "TextualBody",
                    "value": claim.claim,
                    "language": site.language,
                    "purpose": "describing",
                },
                {"type": "TextualBody", "value": piece.evidence.stance, "purpose": "tagging"},
            ],
            "target": [
                target
                for span in piece.quotation.spans
                for target in _targets(piece.evidence.source, span, background)
            ],
        }
        yield json.dumps(annotation, ensure_ascii=False)


def _targets(name: str, span: Span, background: Background) -> Iterator[dict[str, Any]]:
    """Yield a stretch of a quotation in the text that was checked, and in the article as people read it."""
    source, text = background.sources[name], background.texts[name]
    line, start = text.lines[span.line - 1], text.starts[span.line - 1]
    quoted = {
        "type": "TextQuoteSelector",
        "exact": line[span.start : span.end],
        "prefix": line[max(0, span.start - AROUND) : span.start],
        "suffix": line[span.end : span.end + AROUND],
    }
    yield {
        "type": "SpecificResource",
        "source": {"id": named(text.sha256), "type": "Text", "format": "text/plain"},
        "selector": [
            quoted,
            {"type": "TextPositionSelector", "start": start + span.start, "end": start + span.end},
            {"type": "FragmentSelector", "conformsTo": LINES, "value": f"line={span.line - 1},{span.line}"},
        ],
    }
    article = source.url or _address(background.site, urls.source(name))
    yield {"type": "SpecificResource", "source": article, "selector": quoted}


def named(sha256: str) -> str:
    """Return the address of a file by its digest, ``ni:///sha-256;…`` (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _address(site: Site, path: str) -> str:
    """Return an absolute address, or one as seen from ``data/``, where the site has no base address."""
    return urls.absolute(site, path) or urls.root(urls.ANNOTATIONS) + path
