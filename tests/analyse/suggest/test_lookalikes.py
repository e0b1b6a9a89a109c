"""What tells figures apart that only look alike."""

from __future__ import annotations

import pytest

from factsite.analyse.suggest.lookalikes import looks_alike_only
from factsite.analyse.suggest.matching import likeness
from tests.analyse.suggest.figured import stated

APART = [
    # why, one, other
    ("role", "40 people were killed", "50 people were injured"),
    ("kind", "They sent 40 soldiers", "They sent 50 shells"),
    ("subgroup", "40 people died", "50 men died"),
    ("dimension", "The road is 5 km long", "The road is 7 percent longer"),
    ("currency", "The sale price was $3 million", "The sale price was €4 million"),
    ("date and amount", "The treaty was signed on May 3, 2024 in Torvik.", "The war killed 40 people"),
    ("part", "They fled, including 12 people killed", "20 people were killed"),
    ("whole", "Of the 40 people aboard, all died", "30 people aboard died"),
    ("added", "Another 20 people died", "30 people died"),
    ("capacity", "a capacity of 400 people", "500 people came"),
    ("age", "Ann Ambry, 34, fell", "Bo Crane, 36, fell"),
    ("change", "Prices rose by 5 percent", "Prices rose to 8 percent"),
    ("rate", "It carried 500 passengers a day", "It carried 900 passengers"),
    ("other rate", "It carried 500 passengers a day", "It carried 900 passengers a week"),
    ("earlier", "Initially 20 people were killed", "30 people were killed"),
    ("other event", "A similar fire killed 20 people", "The fire killed 30 people"),
    ("interim", "12 people died so far", "In the end 20 people died"),
    ("wider", "Across the country 300 people died", "In Orsa 40 people died"),
    ("order", "In the first quarter 300 people died", "In the second quarter 400 people died"),
    ("money", "The sale price was $3 million", "The budget was $4 million"),
    ("share", "Turnout was 50 percent", "Inflation was 60 percent"),
    ("target", "It fell 30 km from Torvik", "It fell 40 km from Ambry"),
    ("year", "Some 12 people died in 1999.", "Some 20 people died in 2003."),
    ("weekday", "12 people died on Monday", "20 people died on Friday"),
    ("hour", "12 people died on Monday at dawn", "20 people died on Monday at noon"),
    ("day", "12 people died on 3 October.", "20 people died on 5 October."),
    ("place", "A fire killed 12 people in Torvik", "A fire killed 20 people in Ambry"),
]


@pytest.mark.parametrize(("one", "other"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_what_tells_two_figures_apart(one: str, other: str) -> None:
    """Nothing that they share can outweigh it, whichever of them comes first."""
    first, second = stated(one), stated(other, "herald")
    assert looks_alike_only(first, second)
    assert looks_alike_only(second, first)
    assert likeness(first, second) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A fire killed 41 people in Torvik", "A blaze in Torvik left 50 dead"),
        ("40 people died", "50 miners died"),
        ("40 protesters marched", "50 visitors marched"),
        ("Ann Ambry, 34, fell", "Ambry, 36, fell"),
        ("The road is 3 miles long", "The road is 9 km long"),
        ("12 people died in Torvik", "20 people died"),
        ("It carried 500 passengers a day", "It carried 900 passengers daily"),
    ],
)
def test_what_does_not_tell_them_apart(one: str, other: str) -> None:
    """Words that mean the same, people by another name, units of one dimension, and what one does not say."""
    assert not looks_alike_only(stated(one), stated(other, "herald"))
