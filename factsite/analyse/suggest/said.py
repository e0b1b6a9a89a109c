"""What an article says and quotes, with the lines it stands in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factsite.analyse.wording.words import sentences
from factsite.findings import SuggestedItem

if TYPE_CHECKING:
    from factsite.analyse.suggest.articles import Article
    from factsite.analyse.wording.utterances import Utterance
    from factsite.analyse.wording.words import Sentence
    from factsite.findings import Figure


@dataclass(frozen=True, slots=True)
class Said:
    """A direct quotation of an article, and the line (from 1) that it stands in."""

    line: int
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Stated:
    """A sentence of an article and its line, from 1."""

    line: int
    sentence: Sentence


def item(article: Article, line: int, start: int, end: int, figure: Figure | None = None) -> SuggestedItem:
    """Return a passage of an article: characters ``start`` to ``end`` of a line, in the sentences they stand in."""
    text = article.lines[line - 1]
    around = [one for one in sentences(text) if one.start < end and start < one.start + len(one.text)]
    first = min([start, *(one.start for one in around)])
    last = max([end, *(one.start + len(one.text) for one in around)])
    return SuggestedItem(article.source, line, text, start, end, first, last, figure)
