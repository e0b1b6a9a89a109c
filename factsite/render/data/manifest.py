"""The manifest: every file of the site with its digest, every file that it was made from, and what stands where in the articles.

So anybody can hold a copy of the site against it, and it against the articles. ``factsite/verify.py`` does that, and shares no code
with the build: it reads bytes, takes digests, cuts lines and compares. It does not list itself: whoever knows its digest knows all of the site.
A claim's entry has the digests of the claim's own files, so that one edit writes one entry anew.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from factsite import __version__
from factsite.findings import Located
from factsite.render import urls
from factsite.render.data.joined import in_line, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.findings import Background, Examined, Row
    from factsite.model import Claim, Corpus, SourceText
    from factsite.page import Page
    from factsite.render.data.joined import Join

VERSION = 2
"""Goes up when a reader of the manifest would have to change."""


Described = tuple[str, int]
"""A file: its SHA-256, in hexadecimal digits, and its length in bytes."""


def described(content: bytes) -> Described:
    """Return what the manifest says of a file."""
    return hashlib.sha256(content).hexdigest(), len(content)


def manifest_join(
    corpus: Corpus, rows: Iterable[Row], files: Mapping[str, Described], lines: Iterable[bytes]
) -> Join:
    """Return ``data/manifest.json``, a claim a line; ``files`` are those of the site that are of no claim alone."""
    total, told = 0, set()
    for row in rows:
        total += row.quotations
        told.add(fact_file(row.id))
    content = {
        file: digest
        for file, digest in corpus.digests.items()
        if file.startswith("content/") and file not in told
    }
    head = {
        "version": VERSION,
        "generator": f"factsite {__version__}",
        "verify": "python factsite/verify.py SITE [FOLDER]",
        "about": (
            "SITE is the published site, which has exactly the files that are listed here, this one, and the search index, which lists its own. FOLDER holds what the site was "
            "made from: sources, content, and each claim's fact. Digests are SHA-256. A stretch is what stands in a line from character start to before end; lines are the text "
            "between line feeds, counted from 1, characters are Unicode code points, counted from 0. The digest of a "
            "quotation is that of its stretches in UTF-8, with a line feed between."
        ),
        "made": {"base_url": corpus.site.base_url, "cards": corpus.site.has_cards},
        "sources": dict(_sources(corpus)),
        "content": content,
        "result": {"quotations": total, "stand": total},
        "files": {path: _entry(file) for path, file in sorted(files.items())},
    }
    return joined(urls.MANIFEST, head, "claims", lines)


def fact_file(claim: str) -> str:
    """Return the path of a claim's fact file."""
    return f"content/facts/{claim}.yaml"


def claim_proof(claim: Claim, found: Sequence[Examined], background: Background) -> bytes:
    """Return what the manifest says of a claim, but for its files, as JSON in a line."""
    return in_line({"claim": claim.id, "quotations": list(_proofs(found, background))}).encode()


def with_files(proof: bytes, claim: str, digest: str, pages: Iterable[Page]) -> bytes:
    """Return what the manifest says of a claim: also its fact file, which has this digest, and its pages."""
    rest = {
        "fact": {"file": fact_file(claim), "sha256": digest},
        "files": {page.path: _entry(described(page.content)) for page in pages},
    }
    return proof.removesuffix(b"}") + b", " + in_line(rest).encode().removeprefix(b"{")


def _entry(file: Described) -> dict[str, Any]:
    return {"sha256": file[0], "bytes": file[1]}


def _proofs(found: Sequence[Examined], background: Background) -> Iterator[dict[str, Any]]:
    """Yield the proof of each quotation."""
    for number, piece in enumerate(found, 1):
        assert isinstance(piece.quotation, Located)
        text = background.texts[piece.evidence.source]
        stretches = [_stretch(span.line, span.start, span.end, text) for span in piece.quotation.spans]
        words = "\n".join(stretch["text"] for stretch in stretches)
        yield {
            "number": number,
            "source": piece.evidence.source,
            "lines": [piece.evidence.lines.first, piece.evidence.lines.last],
            "stretches": stretches,
            "sha256": hashlib.sha256(words.encode("utf-8")).hexdigest(),
            "stands": True,
        }


def _stretch(line: int, start: int, end: int, text: SourceText) -> dict[str, Any]:
    return {"line": line, "start": start, "end": end, "text": text.lines[line - 1][start:end]}


def _sources(corpus: Corpus) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, text in corpus.texts.items():
        yield name, {"file": f"seeds/{corpus.sources[name].file}", "sha256": text.sha256}
