"""What the fuzzer feeds: for each door of the program a function that takes any bytes, and must not raise.

What is a fault of an author is a value everywhere below the commands; so any exception is a fault of ours.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from factsite import printing
from factsite.analyse import figures, quotations
from factsite.analyse.figures.explained import explained
from factsite.analyse.occurrences import Search, occurrences
from factsite.analyse.sources import read_article
from factsite.analyse.suggest import article, suggest
from factsite.analyse.wording.prints import prints_of
from factsite.analyse.wording.shared import shared_among
from factsite.load import arranged, reading, scalars
from factsite.model import Origin, Source, SourceText, split_lines
from factsite.pipeline import build
from factsite.publish import Shelf
from factsite.render import converter, engine, markdown, pages
from factsite.search.words import words
from factsite.values import LineRange, OriginType
from tests.samples import background

LATE = printing, converter, engine, pages
"""What is imported where it is first used, and is to be watched from the beginning."""

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factsite.analyse.suggest import Article
    from factsite.analyse.wording.prints import Prints

ROOT = Path(__file__).parents[2]
BASE = ROOT / "tests/cases/base"
TODAY = dt.date(2024, 12, 1)
COMMON = Origin(name="Alm Valley Council", type=OriginType.ORGANIZATION, aliases=("council",))
ARTICLES: Mapping[str, str] = MappingProxyType(
    {
        "opening": (BASE / "seeds/opening.txt").read_text("utf-8"),
        "survey": (BASE / "seeds/survey.txt").read_text("utf-8"),
    }
)


OPENING = SourceText.of(split_lines(ARTICLES["opening"]))
"""The other article, which is read once: what is fuzzed is compared with it."""


def text_of(content: bytes) -> str:
    """Return the bytes as the text that an article may hold."""
    return content.decode("utf-8", "replace")


def source(name: str) -> Source:
    """Return a source file."""
    return Source(id=name, file=f"{name}.txt", sha256="0" * 64, title="The bridge", published=TODAY)


def yaml(content: bytes) -> None:
    """Read a file as every kind of record; put it in house order, which raises where it would then be read otherwise."""
    reading.read_fact("content/facts/fact.yaml", content)
    reading.read_source("content/sources/one.yaml", content)
    reading.read_site("content/site.yaml", content)
    reading.read_origins("content/origins.yaml", content)


def layout(content: bytes) -> None:
    """Put a file in house order, which raises where it would then be read otherwise; doing so twice changes nothing."""
    for kind in ("fact", "source", "origins", "site"):
        once = arranged(kind, "content/file.yaml", content)
        if isinstance(once, str):
            assert arranged(kind, "content/file.yaml", once.encode()) == once


@cache
def prints_of_opening() -> Prints:
    """Return the fingerprints of the other article."""
    return prints_of(source("opening"), OPENING)


@cache
def opening_to_suggest() -> Article:
    """Return the other article as claims are suggested from it."""
    return article("opening", OPENING.lines)


def sources(content: bytes) -> None:
    """Read an article, what it shares with another, and what a search would find in it."""
    text = SourceText.of(split_lines(text_of(content)))
    read_article(source("one"), text, {"council": COMMON})
    prints = {"one": prints_of(source("one"), text), "opening": prints_of_opening()}
    list(shared_among(prints, {"one": text, "opening": OPENING}))
    words(text_of(content))


def suggestions(content: bytes) -> None:
    """Find what could be claimed of an article and another."""
    suggest([article("one", split_lines(text_of(content))), opening_to_suggest()])


def prose(content: bytes) -> None:
    """Read a page of Markdown and make it HTML, whatever way is taken."""
    read = reading.read_essay("content/pages/about.md", b"# Title\n" + content)
    if read.thing is not None:
        known = {inline.source: source(inline.source) for inline in read.thing.text.citations}
        markdown.html(read.thing.text, "", known)
        html = markdown.full(read.thing.text, "", known)
        assert "<script" not in html


def amounts(content: bytes) -> None:
    """Read the figures of a text; each stands where it says, and says how it was read."""
    text = text_of(content)
    for mention in figures.mentions.__wrapped__(text, TODAY):
        assert 0 <= mention.start < mention.end <= len(text)
        explained(mention.figure)
    explained(figures.read.__wrapped__(text, None))


def values(content: bytes) -> None:
    """Read a text as each type of value that a field may have."""
    text = text_of(content)
    for read in scalars.READERS.values():
        read(text)
    scalars.id_of(text)


def quoting(content: bytes) -> None:
    """Look for the first line in the others: where a quotation is found, it stands there word for word."""
    quote, *lines = split_lines(text_of(content)) or ("",)
    if not lines:
        return
    text = SourceText.of(lines)
    texts = {"one": text, "opening": OPENING}
    found = quotations.locate(quote, LineRange(1, min(3, len(text.lines))), "one", texts)
    if isinstance(found, quotations.Located):
        printed = quotations.quoted(found, text.lines)
        assert quotations.parts_of(printed) == quotations.parts_of(quote)
        quotations.cut_at(found, text.lines)
    quotations.stands_at(quote, text.lines)
    if quote.strip():
        occurrences(quote, Search(background({"one": text}), (), ("one",), sentence=True))


KINDS = (
    "content/facts/length.yaml", "content/site.yaml", "content/origins.yaml", "content/sources/opening.yaml",
    "content/pages/about.md", "seeds/opening.txt", "seeds/walk.txt",
)  # fmt: skip


@cache
def templates() -> list[Path]:
    """Return the folders of templates."""
    return [ROOT / "templates"]


def site(content: bytes) -> None:
    """Build a site of two claims in which one file, told by the first byte, has another content."""
    file = KINDS[content[0] % len(KINDS)] if content else KINDS[0]
    build(BASE, templates(), TODAY, instead={file: content[1:]}, into=Shelf())


TARGETS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {
        "yaml": yaml, "layout": layout, "sources": sources, "suggestions": suggestions, "prose": prose, "figures": amounts, "values": values,
        "quotations": quoting, "site": site,
    }
)  # fmt: skip
