"""The order of the lists, and what stands beside a claim in it."""

from __future__ import annotations

import datetime as dt

from factsite.model import Site, Topic, Withdrawal
from factsite.render.pages.order import Beside, Besides, by_topic
from factsite.values import Id, Prose
from tests.samples import row

SITE = Site(title="Rivers", topics={Id("width"): Topic(name="Width"), Id("length"): Topic(name="Length")})


def test_claims_stand_by_topic_in_the_order_of_the_site_file() -> None:
    """Those without a topic come last."""
    rows = [row("a", topic="length"), row("b"), row("c", topic="width"), row("d", topic="length")]
    listed = [(name, [one.id for one in group]) for name, group in by_topic(SITE, rows)]
    assert listed == [("width", ["c"]), ("length", ["a", "d"]), (None, ["b"])]
    found = Besides(SITE, rows)
    assert [found[name] for name in "cadb"] == [
        Beside((), ("a",)),
        Beside(("c",), ("d",)),
        Beside(("a",), ("b",)),
        Beside(("d",), ()),
    ]


def test_other_claims_of_a_measure_are_near() -> None:
    """Those that the editor names, and those that are withdrawn, are left out."""
    gone = Withdrawal(date=dt.date(2024, 1, 1), reason=Prose("So."))
    rows = [
        row("a", measure="km of river", related=("c",)),
        row("b", measure="KM  of river"),
        row("c", measure="km of river"),
        row("d", measure="km of river", withdrawn=gone),
        row("e"),
    ]
    found = Besides(SITE, rows)
    assert [found[name].near for name in "abcde"] == [("b",), ("a", "c"), ("a", "b"), ("a", "b", "c"), ()]
