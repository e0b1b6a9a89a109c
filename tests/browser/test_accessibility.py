"""Every kind of page, in a real Chromium, at the widths of a phone and a desk, light and dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.faults import none_of

if TYPE_CHECKING:
    from tests.browser.visits import Visit


def test_axe_finds_nothing(visits: tuple[Visit, ...]) -> None:
    """No rule of WCAG 2.2 A and AA and no best practice is broken."""
    none_of(fault for visit in visits for fault in visit.violations)


def test_no_page_is_wider_than_the_screen(visits: tuple[Visit, ...]) -> None:
    """Nothing has to be scrolled sideways, on a phone, a tablet or a desk."""
    none_of(fault for visit in visits for fault in visit.overflows)


def test_nothing_moves_once_it_is_there(visits: tuple[Visit, ...]) -> None:
    """The layout does not shift while a page loads."""
    none_of(f"{visit.name}: {visit.shift}" for visit in visits if visit.shift)
