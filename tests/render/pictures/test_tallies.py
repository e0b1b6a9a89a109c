from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from factsite.model import Site
from factsite.render.frames import class_mark
from factsite.render.pictures.tallies import tally_views
from factsite.render.views.pictures import TallyView
from factsite.values import VerdictClass

SITE = Site(title="Ferries")


def test_segments_fill_the_bar() -> None:
    """Each verdict that claims have is a part of the bar as wide as its share, in the order of the verdicts."""
    verdicts = [
        VerdictClass.CONFLICTING,
        VerdictClass.SUPPORTED,
        VerdictClass.SUPPORTED,
        VerdictClass.SUPPORTED,
    ]
    assert tally_views(SITE, Counter(verdicts)) == (
        TallyView(class_mark(SITE, VerdictClass.SUPPORTED), 3, "verdicts/supported.html", "0%", "75%"),
        TallyView(class_mark(SITE, VerdictClass.CONFLICTING), 1, "verdicts/conflicting.html", "75%", "25%"),
    )


def test_no_claims_make_no_bar() -> None:
    """A site without claims has nothing to count."""
    assert tally_views(SITE, {}) == ()


@given(st.lists(st.sampled_from(VerdictClass), min_size=1))
def test_every_claim_is_counted_once(verdicts: list[VerdictClass]) -> None:
    """The segments follow each other from the one end of the bar to the other."""
    views = tally_views(SITE, Counter(verdicts))
    assert sum(view.claims for view in views) == len(verdicts)
    ends = [float(view.low[:-1]) + float(view.width[:-1]) for view in views]
    begins = [float(view.low[:-1]) for view in views]
    assert begins[0] == 0
    assert all(abs(end - begin) < 0.02 for end, begin in zip([*ends], [*begins[1:], 100.0], strict=True))
