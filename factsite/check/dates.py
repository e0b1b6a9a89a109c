"""Whether dates can be: not in the future, and in their order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from factsite.findings import Background, ClaimFindings
    from factsite.model import Claim
    from factsite.place import Place

Dated = tuple[str, "dt.date", "Place"]


def _dates_of(claim: Claim) -> Iterator[Dated]:
    """Yield the days on which something was done to a claim, with what was done and the place."""
    if claim.at.has(["checked"]):
        yield "checked", claim.checked, claim.at["checked"]
    if claim.published:
        yield "published", claim.published, claim.at["published"]
    for change in claim.corrections:
        if change.at.has(["date"]):
            yield "corrected", change.date, change.at["date"]
    if claim.withdrawn and claim.withdrawn.at.has(["date"]):
        yield "withdrawn", claim.withdrawn.date, claim.withdrawn.at["date"]


def date_in_future(claim: Claim, found: ClaimFindings, background: Background) -> Iterator[Diagnostic | None]:
    """A claim was checked, published, corrected or withdrawn, or an article published, on a day that has not come yet.

    Why: it is a slip of the pen, mostly in the year, and readers would lose trust in every other date.
    Fix: write the day on which it was done. What an article forecasts goes into `as_of`, which may lie ahead.
    """
    for _, day, place in _dates_of(claim):
        yield not_yet(day, place, background.today)


def not_yet(day: dt.date, place: Place, today: dt.date) -> Diagnostic | None:
    """Judge one day."""
    if day <= today:
        return None
    return Diagnostic(
        "date-in-future",
        place,
        f"{day} has not come yet; today is {today}",
        help="write the day on which it was done",
    )


def dates_out_of_order(
    claim: Claim, found: ClaimFindings, background: Background
) -> Iterator[Diagnostic | None]:
    """Dates of a claim contradict each other.

    Why: a claim is checked after its sources were published, and anew when it is corrected; nothing is corrected before it is
    published; corrections stand oldest first, and a withdrawal comes last.
    Fix: correct the date that is wrong, or check the claim anew and put that day under `checked`.
    """
    dates = [dated for dated in _dates_of(claim) if dated[1] <= background.today]
    checked = next((dated for dated in dates if dated[0] == "checked"), None)
    if checked is None:
        return
    for source in dict.fromkeys(piece.source for piece in claim.evidence):
        published = background.sources[source].published if source in background.sources else None
        if published is not None and published <= background.today:
            yield _after(
                checked, (f"{source} published", published, background.sources[source].at["published"])
            )
    corrections = [dated for dated in dates if dated[0] == "corrected"]
    for earlier, later in pairwise(corrections):
        yield _after(later, earlier)
    for dated in corrections:
        yield _after(checked, dated)
    withdrawn = [dated for dated in dates if dated[0] == "withdrawn"]
    first = next((dated for dated in dates if dated[0] == "published"), None)
    for dated in (*corrections, *withdrawn):
        if first:
            yield _after(dated, first)
    for dated in withdrawn:
        yield _after(dated, checked)


def _after(later: Dated, earlier: Dated) -> Diagnostic | None:
    """Judge whether two days are in order."""
    if later[1] >= earlier[1]:
        return None
    return Diagnostic(
        "dates-out-of-order", later[2], f"{later[0]} {later[1]}, before {earlier[0]} {earlier[1]}",
        help="correct the date that is wrong", also=((earlier[2], f"{earlier[0]} {earlier[1]}"),),
    )  # fmt: skip


RULES = (date_in_future, dates_out_of_order)
