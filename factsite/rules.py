"""Every rule that a fault can be reported under."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factsite import check, compare, load, render

if TYPE_CHECKING:
    from collections.abc import Callable

RULES: tuple[Callable[..., Any], ...] = (*load.RULES, *check.RULES, *render.RULES, *compare.RULES)
"""Every rule, in the order of the pipeline."""
