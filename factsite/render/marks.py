"""Signs that steer or hide text, as pages show them: a small label with their number, where a label can stand.

What is printed does not know where it stands. So such a sign is first printed as a mark that no text of anybody can hold, and when a page is whole
each mark becomes a label in its text, or words where no element may stand: in attributes, titles and drawings. The sign itself is not on the page.
A label is no part of what is selected and copied, so a quotation is copied without it, and is still found in its article.
"""

from __future__ import annotations

import re
from functools import lru_cache

from factsite import signs

OPEN, CLOSE = "\ufdd0", "\ufdd1"
"""Stand for no character. Where a text holds them they are such signs themselves."""

MARK = re.compile(f"{OPEN}([^|{OPEN}]*)\\|([^{OPEN}{CLOSE}]*){CLOSE}")
PLACES = re.compile(rf"<(title|svg|option|textarea)\b.*?</\1>|<[^>]*>|{MARK.pattern}", re.DOTALL)
"""Where words stand for a sign, and where a label does."""

SHORT = 200
"""Characters of texts that are remembered, for names stand on a page many times, and the same on the next."""


def held(text: str) -> str:
    """Return a text, or HTML, with marks in place of such signs."""
    if text.isascii() and text.isprintable():
        return text
    return _short(text) if len(text) <= SHORT else _held(text)


def _held(text: str) -> str:
    return signs.told(text, lambda sign: f"{OPEN}{signs.number(sign)}|{signs.name(sign)}{CLOSE}")


_short = lru_cache(2048, typed=True)(_held)  # HTML and text that read the same are kept apart


def labelled(page: str) -> str:
    """Return the text of a page, or of a part of one, with labels in place of marks."""
    return PLACES.sub(_labelled, page) if OPEN in page else str(page)


def worded(text: str) -> str:
    """Return a text in which no element may stand, with words in place of marks."""
    return MARK.sub(r"[\1]", text) if OPEN in text else text


def _labelled(found: re.Match[str]) -> str:
    if found[0][0] != OPEN:
        return worded(found[0])
    number, name = found.group(2, 3)
    return (
        f'<span class="hidden-sign" role="img" aria-label="{number}, {name}" title="{name}">{number}</span>'
    )
