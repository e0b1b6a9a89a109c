"""The sites whose data the tests here read."""

from __future__ import annotations

import pytest

from tests.built import BASE, EXAMPLE, HARBOUR, RIVERS, ROOT, Built, built

BASED = {
    "content": (ROOT, BASE),
    "harbour": (HARBOUR, BASE),
    "rivers": (RIVERS, None),
    "example": (EXAMPLE, BASE),
}
"""Sites with a base address: the golden one has its own."""

EVERY = BASED | {"content, no base address": (ROOT, None), "harbour, no base address": (HARBOUR, None)}


@pytest.fixture(params=BASED)
def based(request: pytest.FixtureRequest) -> Built:
    """Return the files of a site that has a base address."""
    return built(*BASED[request.param])


@pytest.fixture(params=EVERY)
def files(request: pytest.FixtureRequest) -> Built:
    """Return the files of a site."""
    return built(*EVERY[request.param])
