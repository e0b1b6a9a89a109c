"""Figures as they are read, for editors who ask and for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factsite.report import printable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from factsite.findings import Figure


def reading(figure: Figure | None) -> dict[str, Any] | None:
    """Return a figure as data: ``low`` and ``high`` (None: without end), as numbers or, of a date, as days."""
    if figure is None:
        return None
    if figure.days is not None:
        known = not figure.days.yearless
        ends = [day.isoformat() if day and known else None for day in (figure.days.first, figure.days.last)]
        return {
            "low": ends[0],
            "high": ends[1],
            "unit": "date",
            "qualifier": figure.qualifier,
            "edtf": figure.days.edtf,
        }
    interval = figure.interval
    low, high = (interval.low, interval.high) if interval else (None, None)
    return {"low": _number(low), "high": _number(high), "unit": figure.unit, "qualifier": figure.qualifier}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def as_json(read: Sequence[tuple[Figure, str]]) -> str:
    """Return figures, each with its explanation, as a JSON list."""
    entries = [{"words": figure.words, **(reading(figure) or {}), "explanation": why} for figure, why in read]
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def as_text(read: Sequence[tuple[Figure, str]]) -> str:
    """Return the explanations of figures, a line each."""
    return "".join(f"{printable(why)}\n" for _, why in read)
