"""Claims counted by verdict, as segments of one bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.render import urls
from factsite.render.frames import class_mark
from factsite.render.pictures.rows import percent
from factsite.render.views.pictures import TallyView
from factsite.values import VerdictClass

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factsite.model import Site


def tally_views(site: Site, counts: Mapping[VerdictClass, int]) -> tuple[TallyView, ...]:
    """Return the verdicts that claims have, in their order; together their segments fill the bar."""
    views: list[TallyView] = []
    every, before = sum(counts.values()), 0
    for kind in VerdictClass:
        count = counts.get(kind, 0)
        if count:
            low, width = (round(part / every * 100, 2) for part in (before, count))
            views.append(
                TallyView(class_mark(site, kind), count, urls.verdict(kind), percent(low), percent(width))
            )
            before += count
    return tuple(views)
