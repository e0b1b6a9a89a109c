"""Statements for the tests of what is made of them."""

from __future__ import annotations

import datetime as dt

from factsite.analyse.suggest.statements import Statement, statements

WEDNESDAY = dt.date(2024, 10, 23)


def stated(line: str, source: str = "courier") -> Statement:
    """Return the first statement of a line."""
    return next(statements(source, 1, line, WEDNESDAY))
