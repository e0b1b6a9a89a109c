"""Two analysed sites to what the change from one to the other means; which lines moved is not told.

claims, evidence, figures, fields, sources    what differs, one module for each kind of thing
rules      what may not happen to a claim that readers know
look       the pages that show it
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factsite.changes import Change, Comparison
from factsite.compare import claims, rules, sources
from factsite.compare.look import pages_to_look_at
from factsite.compare.rules import RULES
from factsite.diagnostic import sort_key

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from factsite.changes import ClaimChange, ClaimLine
    from factsite.diagnostic import Diagnostic
    from factsite.survey import Survey

__all__ = ["RULES", "compare"]


def compare(before: Survey, after: Survey, today: dt.date) -> Comparison:
    """Return what the change from one site to another means; ``today`` dates the corrections that are proposed."""
    names, articles = claims.renamed(before, after), sources.renamed(before, after)
    changed = tuple(_changed(before, after, names, articles))
    removed = tuple(_removed(before, after, names))
    found, gone = sources.faults(before, after)
    comparison = Comparison(
        claims_added=tuple(_added(before, after, names)),
        claims_removed=removed,
        claims_changed=changed,
        conflicts=tuple(_conflicts(before, after, names)),
        sources_added=tuple(sorted(after.corpus.ids["sources"] - before.corpus.ids["sources"] - set(articles.values()))),
        sources_removed=tuple(sorted(before.corpus.ids["sources"] - after.corpus.ids["sources"] - set(articles))),
        sources_changed=tuple(sources.source_changes(before, after, articles)),
        origins=tuple(sources.origins(before, after)),
        pages=tuple(sources.pages(before, after)),
        site=tuple(sources.settings(before, after)),
        templates=sources.templates(before, after),
        coverage=tuple(sources.coverage(before, after, articles)),
        faults_found=found,
        faults_gone=gone,
        breaches=tuple(sorted(_breaches(before, after, changed, removed, today), key=sort_key)),
        unread_before=tuple(sorted(before.unread)),
        unread_after=tuple(sorted(after.unread)),
        base_faults=sum(diagnostic.severity == "error" for diagnostic in before.diagnostics),
    )  # fmt: skip
    return replace(comparison, look=pages_to_look_at(comparison, before, after))


def _changed(
    before: Survey, after: Survey, names: Mapping[str, str], articles: Mapping[str, str]
) -> Iterator[ClaimChange]:
    sites = before.corpus.site, after.corpus.site
    same_site = sites[0] == sites[1]
    for name, old in before.claims.items():
        new = after.claims.get(names.get(name, name))
        same = same_site and old == new
        change = claims.claim_change(old, new, sites, articles) if new and not same else None
        if change is not None:
            yield change


def _added(before: Survey, after: Survey, names: Mapping[str, str]) -> Iterator[ClaimLine]:
    known = before.corpus.ids["facts"] | set(names.values())
    yield from (
        claims.line(one, after.corpus.site) for name, one in after.claims.items() if name not in known
    )


def _removed(before: Survey, after: Survey, names: Mapping[str, str]) -> Iterator[ClaimLine]:
    heirs = {str(alias): one.claim.id for one in after.claims.values() for alias in one.claim.aliases}
    for name, one in before.claims.items():
        if name not in after.corpus.ids["facts"] and name not in names:
            yield claims.line(one, before.corpus.site, heirs.get(name, ""))


def _conflicts(before: Survey, after: Survey, names: Mapping[str, str]) -> Iterator[Change]:
    """Yield the conflicts between two claims that are on one side only."""
    old, new = _between(before, names), _between(after, {})
    yield from (Change(what, text, "") for pair, (what, text) in old.items() if pair not in new)
    yield from (Change(what, "", text) for pair, (what, text) in new.items() if pair not in old)


def _between(survey: Survey, names: Mapping[str, str]) -> dict[frozenset[str], tuple[str, str]]:
    """Return the conflicts between claims, each once, by the ids of the two as they are now.

    The claim of which the text says "here" is named first.
    """
    found: dict[frozenset[str], tuple[str, str]] = {}
    for name, others in survey.between.items():
        for other in others:
            if other.relation == "conflicting":
                pair = (names.get(name, name), names.get(other.claim, other.claim))
                found.setdefault(frozenset(pair), (" – ".join(pair), other.text))
    return found


def _breaches(
    before: Survey,
    after: Survey,
    changed: tuple[ClaimChange, ...],
    removed: tuple[ClaimLine, ...],
    today: dt.date,
) -> Iterator[Diagnostic]:
    """Yield the faults of the change."""
    known = frozenset(after.corpus.ids["facts"]).union(*(one.claim.aliases for one in after.claims.values()))
    for change in changed:
        now = after.claims[change.id]
        yield from rules.correction_missing(change, before.claims[change.was or change.id], now, today)
        yield from rules.alias_dropped(change, now, known)
        if change.published:
            yield from rules.drafted(now)
    for gone in removed:
        yield from rules.claim_removed(gone)
