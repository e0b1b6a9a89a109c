"""Small records for tests: everything that a test does not speak of has a plain value."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING, Any

from factsite.analyse import called, examine_source
from factsite.analyse.suggest import article as read_article
from factsite.findings import Background, Cited, Detail, Row, Span, Witnesses
from factsite.model import Claim, Evidence, Origin, Site, Source, SourceText
from factsite.place import Places
from factsite.values import LineRange, OriginType, Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from factsite.analyse.suggest import Article
    from factsite.findings import Suggestion

    Look = Callable[[Mapping[str, Article], Iterable[tuple[str, str]]], Iterator[Suggestion]]

TODAY = dt.date(2024, 12, 1)


def article(*lines: str) -> SourceText:
    """Return an article of these lines."""
    return SourceText.of(lines, "0" * 64)


def source(identifier: str, /, **particulars: Any) -> Source:
    """Return the source file of an article."""
    return Source(id=identifier, file=f"{identifier}.txt", sha256="0" * 64, **particulars)


def evidence(name: str, stance: str = "supports", quote: str = "so", lines: int = 1, **more: Any) -> Evidence:
    """Return a citation of one line."""
    return Evidence(source=name, lines=LineRange(lines, lines), quote=quote, stance=Stance(stance), **more)


def claim(*pieces: Evidence, **more: Any) -> Claim:
    """Return a claim with this evidence."""
    plain = {"claim": "It is long.", "verdict": "supported", "summary": "So.", "checked": TODAY}
    return Claim(id="length", evidence=pieces, **(plain | more))


def cited(name: str, *spans: tuple[int, int, int]) -> Cited:
    """Return a citation of stretches: line, first character, end."""
    lines = [line for line, _, _ in spans]
    return Cited(
        name, LineRange(min(lines), max(lines)), tuple(Span(*span) for span in spans), Stance.SUPPORTS
    )


def row(identifier: str, *citations: Cited, **more: Any) -> Row:
    """Return the row of a claim with these citations."""
    plain = {
        "claim": f"It is {identifier}.", "summary": "So.", "verdict": "supported", "topic": None, "measure": None,
        "checked": TODAY, "published": TODAY, "sources": tuple(sorted({citation.source for citation in citations})),
        "whole": True, "witnesses": Witnesses(1, 1), "quotations": len(citations), "counts": False,
        "aliases": (), "related": (), "corrections": (), "withdrawn": None, "draft": False,
        "quoted": tuple(Counter(citation.source for citation in citations if citation.stance).items()),
    }  # fmt: skip
    deep = {"stated": (), "scale": None, "why": "", "places": Places(), "dates": (), "dates_read": ()}
    detail = Detail(cited=citations, **(deep | {key: more.pop(key) for key in deep if key in more}))
    return Row(id=identifier, detail=detail, **(plain | more))


def origin(name: str, *aliases: str) -> Origin:
    """Return an organization with its aliases."""
    return Origin(name=name, type=OriginType.ORGANIZATION, aliases=aliases)


def background(
    texts: Mapping[str, SourceText],
    origins: Mapping[str, Origin] | None = None,
    sources: Mapping[str, Source] | None = None,
) -> Background:
    """Return what claims on these articles are read against."""
    origins = origins or {}
    sources = {name: source(name) for name in texts} | dict(sources or {})
    return Background(
        site=Site(title="Bridges"),
        sources=sources,
        texts=texts,
        origins=origins,
        origins_lost=False,
        ids={"facts": frozenset(), "sources": frozenset(sources), "pages": frozenset()},
        articles={name: examine_source(sources[name], text, origins) for name, text in texts.items()},
        called=called(origins),
    )


def suggested(look: Look, *texts: str | tuple[str, ...]) -> list[Suggestion]:
    """Return what one kind of suggestion finds in articles a, b, c and so on, each of a line or some lines."""
    articles = {
        name: read_article(name, (text,) if isinstance(text, str) else text)
        for name, text in zip("abcdef", texts, strict=False)
    }
    return list(look(articles, combinations(articles, 2)))


def words_of(suggestions: Iterable[Suggestion]) -> list[list[tuple[str, int, str]]]:
    """Return source, line and words of each passage of each suggestion."""
    return [[(item.source, item.line, item.words) for item in one.items] for one in suggestions]
