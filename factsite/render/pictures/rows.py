"""A scale to the strip that pages show: every figure with its words, article and line, in the order of their values."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from factsite.english import long_date, long_period
from factsite.render import urls
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

OPEN = Decimal("-Infinity")


def strip_view(
    scale: Scale | None, sources: Mapping[str, Source], *, brief: bool = False
) -> StripView | None:
    """Return the picture of a claim's figures, where there is something to see.

    ``brief`` leaves out what the lists have no room for: the claim's own figure, and of an article what it says again.
    """
    if scale is None or not worth_drawing(scale):
        return None
    drawn = layout(scale)
    rows = sorted(zip(scale.laid, drawn.bars, strict=True), key=lambda row: _order(row[0]))
    if brief:
        rows = _once(rows, scale)
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


def _order(laid: Laid) -> tuple[int, Decimal, bool, Decimal]:
    """Order figures: the claim's own, then by where they begin and end, then those without a place."""
    if laid.stated.position is None:
        return 0, OPEN, False, OPEN
    low = OPEN if laid.low is None else laid.low
    return 1 if laid.placed else 2, low, laid.high is None, laid.high or Decimal(0)


def _once(rows: list[tuple[Laid, Bar | None]], scale: Scale) -> list[tuple[Laid, Bar | None]]:
    """Return each article once a stance, with the figure that a gap begins or ends at where it has one."""
    edges = {edge for gap in scale.gaps for edge in (gap.low, gap.high)}
    first: dict[tuple[str, str | None], tuple[Laid, Bar | None]] = {}
    for row in sorted(rows, key=lambda row: not edges & {row[0].low, row[0].high}):
        if row[0].stated.position is not None:
            first.setdefault((row[0].stated.source, row[0].stated.stance), row)
    return [row for row in rows if row in first.values()]


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
