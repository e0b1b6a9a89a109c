"""The proof manifest: what stands where, so that anybody who has the articles can hold it against them.

``factsite/verify.py`` does that, and shares no code with the build: it reads bytes, takes digests, cuts lines and compares.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from factsite import __version__
from factsite.findings import Located
from factsite.render import urls
from factsite.render.data.joined import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factsite.findings import Background, Examined
    from factsite.model import Claim, Corpus, SourceText
    from factsite.render.data.joined import Join

VERSION = 1
"""Goes up when a reader of the manifest would have to change."""


def manifest_join(corpus: Corpus, total: int, lines: Iterable[bytes]) -> Join:
    """Return ``data/manifest.json``, a quotation a line."""
    content = {file: digest for file, digest in corpus.digests.items() if file.startswith("content/")}
    head = {
        "version": VERSION,
        "generator": f"factsite {__version__}",
        "verify": "python factsite/verify.py MANIFEST FOLDER",
        "about": (
            "FOLDER holds the files of sources and content. Digests are SHA-256. A stretch is what stands in a line from character start to before end; lines are the text "
            "between line feeds, counted from 1, characters are Unicode code points, counted from 0. The digest of a "
            "quotation is that of its stretches in UTF-8, with a line feed between."
        ),
        "sources": dict(_sources(corpus)),
        "content": content,
        "result": {"quotations": total, "stand": total},
    }
    return joined(urls.MANIFEST, head, "quotations", lines)


def proof_lines(claim: Claim, found: Sequence[Examined], background: Background) -> Iterator[str]:
    """Yield the proof of each quotation of a claim, as JSON in a line."""
    for number, piece in enumerate(found, 1):
        assert isinstance(piece.quotation, Located)
        text = background.texts[piece.evidence.source]
        stretches = [_stretch(span.line, span.start, span.end, text) for span in piece.quotation.spans]
        words = "\n".join(stretch["text"] for stretch in stretches)
        proof = {
            "claim": claim.id,
            "number": number,
            "source": piece.evidence.source,
            "lines": [piece.evidence.lines.first, piece.evidence.lines.last],
            "stretches": stretches,
            "sha256": hashlib.sha256(words.encode("utf-8")).hexdigest(),
            "stands": True,
        }
        yield json.dumps(proof, ensure_ascii=False)


def _stretch(line: int, start: int, end: int, text: SourceText) -> dict[str, Any]:
    return {"line": line, "start": start, "end": end, "text": text.lines[line - 1][start:end]}


def _sources(corpus: Corpus) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, text in corpus.texts.items():
        yield name, {"file": f"seeds/{corpus.sources[name].file}", "sha256": text.sha256}
