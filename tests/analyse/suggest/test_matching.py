"""Whether two figures count the same thing."""

from __future__ import annotations

from factsite.analyse.suggest.matching import dice, likeness
from tests.analyse.suggest.figured import stated


def test_the_more_two_figures_share_the_likelier_they_count_the_same() -> None:
    """Role, kind, place and words add up; size, and standing in one article, take away."""
    fire = stated("The fire at the mill killed 41 people in Torvik")
    same = stated("The fire at the mill killed 50 people in Torvik", "herald")
    bare = stated("There were 50 people", "herald")
    far = stated("The fire at the mill killed 5,000 people in Torvik", "herald")
    within = stated("The fire at the mill killed 50 people in Torvik")
    assert likeness(fire, same) > max(likeness(fire, other) for other in (bare, far, within))
    assert likeness(fire, same) == likeness(same, fire)


def test_what_two_sets_share() -> None:
    """Twice what is in both, of what is in either; nothing is like nothing."""
    assert dice(frozenset("ab"), frozenset("bc")) == 0.5
    assert dice(frozenset("ab"), frozenset("ab")) == 1
    assert dice(frozenset(), frozenset()) == 0
