"""Options and profiles of the test run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import settings

if TYPE_CHECKING:
    import pytest

# The same examples in every run, and none that fails because the machine was busy.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--rewrite``: write the expected pages of golden sites anew."""
    parser.addoption("--rewrite", action="store_true", help="write the expected pages of tests/sites anew")
