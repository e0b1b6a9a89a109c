"""Faults of ours, and what was being done when they showed: whoever mends them asks that first.

An exception that nobody expected is told at the rim (``commands/failing.py``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def noted(fault: Exception, tries: Iterable[tuple[str, Callable[[], object]]]) -> None:
    """Note on a fault what was being done: the first of several things that fails when it is tried alone."""
    for doing, again in tries:
        try:
            again()
        except Exception:
            fault.add_note(doing)
            return
