"""How a test that looks at many pages fails: with everything that it found, one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable


def none_of(faults: Iterable[str]) -> None:
    """Fail where there is a fault, and show all of them."""
    found = list(faults)
    if found:
        pytest.fail("\n".join([f"{len(found)} faults", *found]), pytrace=False)
