"""A scale to the strip that pages show: every figure with its words, article and line, in the order of their values."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.english import long_date, long_period
from factsite.render import urls
from factsite.render.pictures.order import arranged, once
from factsite.render.pictures.strip import layout, worth_drawing
from factsite.render.views.pictures import BarView, GapView, StripRow, StripView, TickView

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping

    from factsite.comparisons import Laid, Scale
    from factsite.model import Source
    from factsite.render.pictures.axis import Domain, Label
    from factsite.render.pictures.strip import Bar, GapBand

LABEL = 2.4
"""The height of the size of a gap with its label, in em."""


def strip_view(
    scale: Scale | None, sources: Mapping[str, Source], *, brief: bool = False
) -> StripView | None:
    """Return the picture of a claim's figures, where there is something to see.

    ``brief`` leaves out what the lists have no room for: the claim's own figure, and of an article what it says again.
    """
    if scale is None or not worth_drawing(scale):
        return None
    drawn = layout(scale)
    rows = arranged(scale, drawn)
    if brief:
        rows = once(rows, scale)
    return StripView(
        kind="dates" if scale.dated else "amounts",
        rows=tuple(
            _row(laid, bar, drawn.domain, _published(laid, sources, drawn.domain) if scale.dated else None)
            for laid, bar in rows
        ),
        ticks=tuple(_label(tick) for tick in drawn.ticks),
        gaps=tuple(_gap(gap) for gap in drawn.gaps),
        lines=max((gap.row + 1 for gap in drawn.gaps), default=0),
        text=scale.text,
        own=scale.own,
    )


def percent(share: float) -> str:
    """Return a coordinate as it is printed: "12.5%"."""
    return f"{share:.2f}".rstrip("0").rstrip(".") + "%"


def _published(laid: Laid, sources: Mapping[str, Source], shown: Domain) -> dt.date | None:
    """Return the day of a figure's article, where it lies among the days that are shown."""
    day = sources[laid.stated.source].published if laid.stated.source else None
    return day if day and shown.first <= day.toordinal() <= shown.last else None


def _facts(laid: Laid, published: dt.date | None) -> Iterator[tuple[str, str]]:
    """Yield what a figure holds for, unless it is told already as what keeps it apart."""
    stated = laid.stated
    if published:
        yield "published", long_date(published)
    if stated.as_of and long_period(stated.as_of.written) not in laid.apart:
        yield "as of", long_period(stated.as_of.written)
    if stated.scope and stated.scope not in laid.apart:
        yield "scope", stated.scope


def _row(laid: Laid, bar: Bar | None, shown: Domain, published: dt.date | None) -> StripRow:
    """Return a figure as the strip shows it."""
    stated = laid.stated
    return StripRow(
        number=stated.lines.printed if stated.lines else "",
        href=urls.source(stated.source, stated.lines) if stated.source else "",
        stance=str(stated.stance) if stated.stance else "",
        words=stated.figure.words,
        source=stated.label,
        reading=laid.reading,
        told="" if laid.repeats else laid.reading,
        facts=tuple(_facts(laid, published)),
        apart=laid.apart,
        bar=_bar(bar) if bar else None,
        published=percent(shown.place(Decimal(published.toordinal()))) if published else None,
    )


def _bar(bar: Bar) -> BarView:
    if bar.point:
        middle = percent((bar.low + bar.high) / 2)
        return BarView("point", middle, "0%", middle, open_low=False, open_high=False)
    width = round(bar.high - bar.low, 2)
    return BarView("range", percent(bar.low), percent(width), percent(bar.high), bar.open_low, bar.open_high)


def _label(label: Label) -> TickView:
    return TickView(percent(label.at), label.words, label.anchor)


def _gap(gap: GapBand) -> GapView:
    width = percent(round(gap.high - gap.low, 2))
    return GapView(percent(gap.low), width, percent(gap.high), _label(gap.label), f"{gap.row * LABEL:g}em")
