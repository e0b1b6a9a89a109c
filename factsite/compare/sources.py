"""What stands around the claims: sources, origins, pages of prose, settings, templates, and what is covered."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from factsite.changes import Change, CoverageChange, SourceChange
from factsite.compare.fields import changed_entries, changed_fields, written
from factsite.findings import tally

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factsite.diagnostic import Diagnostic
    from factsite.findings import Coverage
    from factsite.model import Source
    from factsite.survey import Survey


def renamed(before: Survey, after: Survey) -> dict[str, str]:
    """Return the ids of sources that were renamed, each with its new one: the same article under another id."""
    old, new = before.corpus, after.corpus
    gone = {one.sha256: name for name, one in old.sources.items() if name not in new.ids["sources"]}
    return {
        gone[one.sha256]: name
        for name, one in new.sources.items()
        if name not in old.ids["sources"] and one.sha256 in gone
    }


def source_changes(before: Survey, after: Survey, names: Mapping[str, str]) -> Iterator[SourceChange]:
    """Yield the sources of both sides that differ."""
    for name, old in before.corpus.sources.items():
        new = after.corpus.sources.get(names.get(name, name))
        if new is None:
            continue
        others = tuple(
            change for change in changed_fields(old, new, ("sha256",)) if isinstance(change, Change)
        )
        added, removed = _lines(old, new, before, after)
        repinned = old.sha256 != new.sha256
        if others or repinned or name in names:
            yield SourceChange(
                id=new.id, was=name if name in names else "", repinned=repinned,
                lines_added=added, lines_removed=removed, fields=others,
            )  # fmt: skip


def _lines(old: Source, new: Source, before: Survey, after: Survey) -> tuple[int, int]:
    """Return how many lines of an article were added and removed; a changed one is both."""
    texts = before.corpus.texts.get(old.id), after.corpus.texts.get(new.id)
    if texts[0] is None or texts[1] is None or texts[0].sha256 == texts[1].sha256:
        return 0, 0
    return lines_changed(texts[0].lines, texts[1].lines)


def lines_changed(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[int, int]:
    """Return how many lines were added and removed."""
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    same = sum(block.size for block in blocks)
    return len(after) - same, len(before) - same


def origins(before: Survey, after: Survey) -> Iterator[Change]:
    """Yield the origins that were added, removed or changed; none where a fault hides some."""
    if not (before.corpus.origins_lost or after.corpus.origins_lost):
        yield from changed_entries("", before.corpus.origins, after.corpus.origins)


def settings(before: Survey, after: Survey) -> Iterator[Change]:
    """Yield what ``site.yaml`` says differently, each topic, label and colour by itself."""
    old, new = before.corpus.site, after.corpus.site
    tables = ("topics", "verdicts")
    for change in changed_fields(old, new, tables):
        if isinstance(change, Change):
            yield change
    for table in tables:
        if old.at.has([table]) and new.at.has([table]):
            yield from changed_entries(table, getattr(old, table), getattr(new, table))


def pages(before: Survey, after: Survey) -> Iterator[Change]:
    """Yield the pages of prose that differ."""
    old = {essay.id: f"{essay.title}\n{written(essay.text)}" for essay in before.corpus.essays}
    new = {essay.id: f"{essay.title}\n{written(essay.text)}" for essay in after.corpus.essays}
    yield from changed_entries("", old, new)


def templates(before: Survey, after: Survey) -> tuple[str, ...]:
    """Return the paths of the site's own templates that differ."""
    names = {*before.templates, *after.templates}
    return tuple(sorted(name for name in names if before.templates.get(name) != after.templates.get(name)))


def coverage(before: Survey, after: Survey, names: Mapping[str, str]) -> Iterator[CoverageChange]:
    """Yield what of the sources claims cover before and after, where it differs; all together first."""
    yield from _covered("", before.coverage, after.coverage)
    old = {names.get(one.source, one.source): one for one in before.coverage}
    new = {one.source: one for one in after.coverage}
    for name in sorted({*old, *new}):
        yield from _covered(name, [old[name]] if name in old else [], [new[name]] if name in new else [])


def _covered(
    name: str, before: tuple[Coverage, ...] | list[Coverage], after: tuple[Coverage, ...] | list[Coverage]
) -> Iterator[CoverageChange]:
    for (kind, *old), (_, *new) in zip(
        *(tally(one.strokes for one in every) for every in (before, after)), strict=True
    ):
        if old != new:
            yield CoverageChange(name, kind, *old, *new)


def faults(before: Survey, after: Survey) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the diagnostics that only the new side has, and those that only the old one had; where they stand does not count."""
    return _only(after, before), _only(before, after)


def _only(here: Survey, there: Survey) -> tuple[Diagnostic, ...]:
    known = Counter(map(_known_by, there.diagnostics))
    only = []
    for diagnostic in here.diagnostics:
        name = _known_by(diagnostic)
        if known[name]:
            known[name] -= 1
        else:
            only.append(diagnostic)
    return tuple(only)


def _known_by(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.rule, diagnostic.place.file, diagnostic.message
