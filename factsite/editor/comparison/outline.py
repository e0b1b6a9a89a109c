"""What is told of a comparison, in which order: the worst first. All of it plain words, which each form escapes for itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factsite.editor.comparison.claims import differences, window
from factsite.english import number_of, out_of, plural, shortened
from factsite.render import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.changes import Comparison
    from factsite.diagnostic import Diagnostic

PAGES = 25
"""So many pages to look at are named: nobody looks at more."""
LONGEST = 1000
"""The line of what only moved has at most so many characters."""
NONE = "–"
"""What stands in a table where there was nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list: what it is about, what is said of it, and lines below it, each with what it is about."""

    name: str
    text: str
    lines: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading with a table or a list under it; one that is ``folded`` is opened by whoever wants to know."""

    title: str
    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    items: tuple[Item, ...] = ()
    folded: bool = False


def outline(comparison: Comparison) -> tuple[Section, ...]:
    """Return the sections that have something to tell."""
    sections = (
        _breaches(comparison), _removed(comparison), _verdicts(comparison), _figures(comparison), _stances(comparison),
        _added(comparison), _conflicts(comparison), _changed(comparison), _sources(comparison), _around(comparison),
        _found(comparison), _gone(comparison), _coverage(comparison), _moved(comparison), _unread(comparison),
        _look(comparison),
    )  # fmt: skip
    return tuple(section for section in sections if section.rows or section.items)


def _breaches(comparison: Comparison) -> Section:
    return Section(title="Faults of this change", items=tuple(map(_fault, comparison.breaches)))


def _fault(fault: Diagnostic) -> Item:
    lines = [(str(place), words) for place, words in fault.also]
    return Item(
        f"{fault.place}",
        f"{fault.severity}[{fault.rule}] {fault.message}",
        (*lines, ("help", fault.help)) if fault.help else tuple(lines),
    )


def _removed(comparison: Comparison) -> Section:
    """Tell of claims that no longer stand, or stand again."""
    items = [
        Item(
            one.id,
            f"{one.claim} ({'draft' if one.draft else one.verdict})",
            (("leads to", one.leads_to),) if one.leads_to else (),
        )
        for one in comparison.claims_removed
    ]
    items += [
        Item(one.id, one.claim, (window(one.withdrawn),))
        for one in comparison.claims_changed
        if one.withdrawn
    ]
    return Section(title="Claims removed or withdrawn", items=tuple(items))


def _added(comparison: Comparison) -> Section:
    items = tuple(
        Item(one.id, f"{one.claim} ({'draft, ' if one.draft else ''}{one.verdict})")
        for one in comparison.claims_added
    )
    return Section(title="Claims added", items=items)


def _verdicts(comparison: Comparison) -> Section:
    rows = []
    for one in comparison.claims_changed:
        if one.verdict:
            rows.append((one.id, "editors", one.verdict.before, one.verdict.after))
        if one.derived:
            rows.append((one.id, "rule", one.derived.before, one.derived.after))
    return Section(title="Verdicts", header=("claim", "whose", "before", "after"), rows=tuple(rows))


def _figures(comparison: Comparison) -> Section:
    rows = tuple(
        (one.id, "the claim’s own" if figure.where == "figure" else "the claim’s sentence" if figure.where == "claim" else figure.where,
         str(figure.before or NONE), str(figure.after or NONE))
        for one in comparison.claims_changed for figure in one.figures
    )  # fmt: skip
    return Section(title="Figures", header=("claim", "where", "before", "after"), rows=rows)


def _stances(comparison: Comparison) -> Section:
    rows = tuple(
        (one.id, stance.what, stance.before, stance.after)
        for one in comparison.claims_changed
        for stance in one.stances
    )
    return Section(title="Stances", header=("claim", "citation", "before", "after"), rows=rows)


def _conflicts(comparison: Comparison) -> Section:
    of_claims = [(one.id, one.conflict) for one in comparison.claims_changed if one.conflict]
    both = [*of_claims, *((change.what, change) for change in comparison.conflicts)]
    items = [Item(one.id, f"found: {one.conflict}") for one in comparison.claims_added if one.conflict]
    items += [Item(name, f"found: {change.after}") for name, change in both if change.after]
    items += [Item(name, f"gone: {change.before}") for name, change in both if change.before]
    items += [Item(one.id, f"gone: {one.conflict}") for one in comparison.claims_removed if one.conflict]
    return Section(title="Conflicts", items=tuple(items))


def _changed(comparison: Comparison) -> Section:
    """Tell of each claim what the tables above do not; those of which they tell all are left out."""
    told = [(one, tuple(differences(one))) for one in comparison.claims_changed]
    return Section(
        title="Claims changed",
        items=tuple(Item(one.id, one.claim, lines) for one, lines in told if lines and not one.quiet),
        folded=True,
    )


def _sources(comparison: Comparison) -> Section:
    items = [Item(name, "removed") for name in comparison.sources_removed]
    items += [Item(name, "added") for name in comparison.sources_added]
    for one in comparison.sources_changed:
        told = [f"was {one.was}"] if one.was else []
        if one.repinned:
            told.append(
                f"repinned: {number_of(one.lines_added, 'line')} of its text added, {one.lines_removed:,} removed"
            )
        items.append(Item(one.id, "; ".join(told) or "described differently", tuple(map(window, one.fields))))
    return Section(title="Sources", items=tuple(items))


def _around(comparison: Comparison) -> Section:
    """Tell of what belongs to all claims."""
    named = (("origin", comparison.origins), ("page", comparison.pages), ("setting", comparison.site))
    items = [Item(f"{kind} {name}", text) for kind, changes in named for name, text in map(window, changes)]
    if comparison.templates:
        items.append(Item("templates", ", ".join(comparison.templates)))
    return Section(title="Origins, pages and settings", items=tuple(items))


def _found(comparison: Comparison) -> Section:
    return Section(
        title="What a check says now and did not before", items=tuple(map(_fault, comparison.faults_found))
    )


def _gone(comparison: Comparison) -> Section:
    items = tuple(
        Item(fault.place.file, f"{fault.severity}[{fault.rule}] {fault.message}")
        for fault in comparison.faults_gone
    )
    return Section(title="What a check said before and does not now", items=items, folded=True)


def _coverage(comparison: Comparison) -> Section:
    rows = tuple(
        (one.source or "all sources", plural(one.kind), out_of(one.covered_before, one.total_before), out_of(one.covered_after, one.total_after))
        for one in comparison.coverage
    )  # fmt: skip
    return Section(title="Coverage", header=("source", "what", "before", "after"), rows=rows, folded=True)


def _moved(comparison: Comparison) -> Section:
    """Tell of citations that have other lines and the same words, all in one line."""
    moved = [
        f"{one.id} ({', '.join(f'{change.where} {change.before} → {change.after}' for change in one.moved)})"
        for one in comparison.claims_changed
        if one.moved
    ]
    return Section(
        title="Same words, other lines",
        items=(Item("re-anchored", shortened("; ".join(moved), LONGEST)),) if moved else (),
        folded=True,
    )


def _unread(comparison: Comparison) -> Section:
    """Tell of what could not be compared."""
    items = []
    if comparison.base_faults:
        items.append(
            Item(
                "base",
                f"it has {number_of(comparison.base_faults, 'fault')} of its own; what could be read of it was compared",
            )
        )
    for side, names in (("base", comparison.unread_before), ("here", comparison.unread_after)):
        if names:
            items.append(Item(side, f"could not be read: {', '.join(names)}"))
    return Section(title="Not compared", items=tuple(items))


def _look(comparison: Comparison) -> Section:
    items = tuple(_pages(comparison))
    return Section(title="Pages to look at", items=items)


def _pages(comparison: Comparison) -> Iterator[Item]:
    for look in comparison.look[:PAGES]:
        yield Item(page_of(look.kind, look.id), look.why)
    if len(comparison.look) > PAGES:
        yield Item(f"{len(comparison.look) - PAGES:,} more", "of less weight")
