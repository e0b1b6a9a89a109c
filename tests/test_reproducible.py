"""The same bytes and modes, whatever a build is surrounded by. ``python -m tests.trust.verify`` is the long run of this."""

from __future__ import annotations

import pytest

from tests.trust.verify import AXES, SITES, built, differing, each, pairwise

PLAIN = {name: values[0] for name, values in AXES.items()}


@pytest.fixture(scope="module")
def plain() -> dict[str, tuple[str, str]]:
    """Return the site as it is built in the plainest world."""
    return built(SITES["rivers"], PLAIN)


@pytest.mark.parametrize("number", range(len(each())))
def test_the_same_site_in_every_world(number: int, plain: dict[str, tuple[str, str]]) -> None:
    """Every value of every axis is met in one of these builds, many at once."""
    assert differing(plain, built(SITES["rivers"], each()[number])) == []


def test_what_is_published_can_be_read_by_a_web_server(plain: dict[str, tuple[str, str]]) -> None:
    """Whatever the umask."""
    assert {mode for _, mode in plain.values()} == {"644", "755"}


def test_the_long_run_has_every_two_values_of_two_axes() -> None:
    """So a fault that two things bring about together is met."""
    worlds = pairwise()
    for one, first in AXES.items():
        for another, second in AXES.items():
            if one < another:
                met = {(world[one], world[another]) for world in worlds}
                assert met == {(a, b) for a in first for b in second}
    assert len(worlds) < 60
