"""A new source: its article in ``seeds/``, its file in ``content/sources/``."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factsite.editor.factfile import scalar
from factsite.english import number_of
from factsite.load import keys_of
from factsite.model import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factsite.editor.articles import Read
    from factsite.model import Corpus

ASKED = ("name", "title", "publisher", "author", "published", "url")
"""What a source file says, or has a comment for."""


def digest_of(content: bytes) -> str:
    """Return the pin of an article."""
    return hashlib.sha256(content).hexdigest()


def same_article(corpus: Corpus, content: bytes) -> str:
    """Return the source that is this article already, or ""."""
    digest = digest_of(content)
    return next((name for name, text in corpus.texts.items() if text.sha256 == digest), "")


def source_file(file: str, digest: str, given: Mapping[str, str], read: Read) -> str:
    """Return the text of a source file: what was given, else what the article says, else a comment to fill in.

    Lines that hold nothing but a particular of the article are no evidence; that much is certain.
    """
    purposes = {name: key.purpose for name, key in keys_of(Source).items()}
    lines = [f"file: {scalar(file)}", f"sha256: {digest}"]
    to_fill = []
    for key in ASKED:
        stated = getattr(read, key, None)
        value = given.get(key) or (str(stated[0]) if stated else "")
        if value:
            words = " ".join(value.split())
            if not words.isprintable():
                raise ValueError(f"{value!r} holds a sign that cannot be seen")
            lines.append(f"{key}: {words if key == 'published' else scalar(words)}")
        else:
            to_fill.append(f"# {key}: {purposes[key]}")
    lines += _boilerplate(read)
    if to_fill:
        lines += ["# To fill in where the article says it; what it does not say is left out:", *to_fill]
    return "\n".join((*lines, ""))


def _boilerplate(read: Read) -> Iterator[str]:
    """Yield the lines of ``boilerplate`` for what was read off the article."""
    reasons = {"title": "headline", "author": "byline", "publisher": "publisher", "published": "date"}
    stands: dict[int, str] = {}
    for key, reason in reasons.items():
        found = getattr(read, key)
        if found:
            stands.setdefault(found[1], reason)
    if stands:
        yield "boilerplate:"
        for number, reason in sorted(stands.items()):
            yield f"  - lines: {number}"
            yield f"    reason: {reason}"


def table(corpus: Corpus) -> Iterator[str]:
    """Yield a line for each source: its id, how long its article is, and what it is called."""
    width = max((len(name) for name in corpus.sources), default=0)
    wide = max((len(source.file) for source in corpus.sources.values()), default=0)
    for name, source in corpus.sources.items():
        text = corpus.texts.get(name)
        long = number_of(len(text.lines), "line") if text else "not there"
        changed = text is not None and source.at.has(["sha256"]) and text.sha256 != source.sha256
        yield f"{name:<{width}}  seeds/{source.file:<{wide}}  {long:>9}{', changed since it was pinned' if changed else ''}  {source.label}"
