"""What an article says of itself: which particulars of its source file stand in its own text, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.analyse.origins import named_in, names_of
from factsite.analyse.passages import Passage, folded_text
from factsite.analyse.wording.prints import prints_of
from factsite.english import MONTHS
from factsite.findings import SourceFindings
from factsite.frozen import NamedTuple

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from factsite.analyse.wording.prints import Prints
    from factsite.model import Origin, Source, SourceText


class Article(NamedTuple):
    """What is known of an article by itself; it is kept and sent fast."""

    findings: SourceFindings
    prints: Prints


def read_article(
    source: Source, text: SourceText, origins: Mapping[str, Origin], *, whole: bool = False
) -> Article:
    """Return all that a build has to know of an article, but for what of it can be covered, found in it alone.

    Looked at as a ``whole``, it can be told from copies, and its sentences cannot.
    """
    return Article(examine_source(source, text, origins), prints_of(source, text, whole=whole))


def examine_source(source: Source, text: SourceText, origins: Mapping[str, Origin]) -> SourceFindings:
    """Find the particulars of a source and the names of origins in its text."""
    lines = {number: line for number, line in enumerate(text.lines, 1) if line.strip()}
    numbers, article = list(lines), Passage(list(lines.values()))  # what has no blank lines is folded fast
    stated = {}
    for key, forms in _particulars(source):
        found = next(filter(None, (article.find(folded_text(form)) for form in forms)), None)
        if found is not None:
            stated[key] = numbers[next(article.spans(*found)).line - 1]
    return SourceFindings(
        stated, named_in(article, {name: names_of(origin) for name, origin in origins.items()})
    )


def _particulars(source: Source) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the particulars that are given, each with the forms in which an article may have it."""
    for key, written in (("title", source.title), ("publisher", source.publisher), ("author", source.author)):
        if written:
            yield key, (written,)
    if source.published:
        yield "published", date_forms(source.published)


def date_forms(day: dt.date) -> tuple[str, ...]:
    """Return the ways in which English-language articles write a day."""
    forms = [day.isoformat()]
    for month in (MONTHS[day.month - 1], MONTHS[day.month - 1][:3]):
        forms += [
            f"{day.day} {month} {day.year}",
            f"{month} {day.day}, {day.year}",
            f"{month}. {day.day}, {day.year}",
        ]
    return tuple(forms)
