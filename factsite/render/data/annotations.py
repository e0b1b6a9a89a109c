"""Citations as W3C Web Annotations: for each its words, where they stand, and the claim that they bear on.

The model's selectors are true only of the very text that they were made for. So each stretch of a quotation has two targets: the
text file that was checked, named by its digest (an ``ni:`` address, RFC 6920), with quotation, position and line; and the
article where people read it, at its publisher's address or else on our page, with the quotation alone. Words before and
after a quotation are those of its line, which our pages print.
"""

from __future__ import annotations

import base64
from functools import lru_cache
from typing import TYPE_CHECKING

from factsite.findings import Located
from factsite.render import urls
from factsite.render.data.joined import in_line, joined

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
    bears_on = {
        "type": "SpecificResource",
        "source": _address(site, urls.claim(claim.id)),
        "purpose": "linking",
    }
    words = {"type": "TextualBody", "value": claim.claim, "language": site.language, "purpose": "describing"}
    about = f"{in_line(bears_on)}, {in_line(words)}"
    here = _address(site, urls.ANNOTATIONS)
    # Put together by hand: the encoder takes twice as long, and most of this is the same for all.
    for number, piece in enumerate(found, 1):
        assert isinstance(piece.quotation, Located)
        source = piece.evidence.source
        targets = ", ".join(_targets(source, span, background) for span in piece.quotation.spans)
        yield (
            f'{{"id": {in_line(f"{here}#{claim.id}-{number}")}, "type": "Annotation", "motivation": "linking", '
            f'"body": [{about}, {{"type": "TextualBody", "value": "{piece.evidence.stance}", "purpose": "tagging"}}], '
            f'"target": [{targets}]}}'
        )


def _targets(name: str, span: Span, background: Background) -> str:
    """Return a stretch of a quotation in the text that was checked, and in the article as people read it."""
    source, text = background.sources[name], background.texts[name]
    line, start = text.lines[span.line - 1], text.starts[span.line - 1]
    quoted = in_line({
        "type": "TextQuoteSelector",
        "exact": line[span.start : span.end],
        "prefix": line[max(0, span.start - AROUND) : span.start],
        "suffix": line[span.end : span.end + AROUND],
    })  # fmt: skip
    article = source.url or _address(background.site, urls.source(name))
    return (
        f'{{"type": "SpecificResource", "source": {{"id": "{named(text.sha256)}", "type": "Text", "format": "text/plain"}}, '
        f'"selector": [{quoted}, '
        f'{{"type": "TextPositionSelector", "start": {start + span.start}, "end": {start + span.end}}}, '
        f'{{"type": "FragmentSelector", "conformsTo": "{LINES}", "value": "line={span.line - 1},{span.line}"}}]}}, '
        f'{{"type": "SpecificResource", "source": {in_line(article)}, "selector": {quoted}}}'
    )


@lru_cache(maxsize=1024)
def named(sha256: str) -> str:
    """Return the address of a file by its digest, ``ni:///sha-256;…`` (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode("ascii").rstrip("=")
    return f"ni:///sha-256;{digest}"


def _address(site: Site, path: str) -> str:
    """Return an absolute address, or one as seen from ``data/``, where the site has no base address."""
    return urls.absolute(site, path) or urls.root(urls.ANNOTATIONS) + path
