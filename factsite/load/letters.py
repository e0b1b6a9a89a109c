"""Addresses for letters in what an author wrote: pages print them for everybody, and programs gather them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factsite.place import Place

ADDRESS: Final = re.compile(r"(?<![\w.%+@-])[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,63}")
"""What programs take for one; not ``@name@host``, which is what a person is called in some networks."""


def in_text(text: str, raw: str, place: Callable[[int], Place]) -> Iterator[Diagnostic]:
    """Yield a fault for each address in a text; ``raw`` is the stretch of the file that it was read from."""
    if "@" not in text:
        return
    after = raw.find("\n") if raw.startswith(("|", ">")) else 0
    for found in ADDRESS.finditer(text):
        index = raw.find(found[0], max(after, 0))
        after = index + len(found[0]) if index >= 0 else after
        yield address_for_letters(place(max(index, 0)), found[0])


def address_for_letters(place: Place, address: str) -> Diagnostic:
    """A text of the author's has an address for letters in it.

    Why: it is published in pages, data and feeds, and programs gather it there for those who send unwanted letters.
    Fix: write `desk at example.org`, which people read, or link to a page with a form. What an article says in a `quote` stays as it is.
    """
    return Diagnostic(
        "address-for-letters", place, f"`{address}` would be published, and gathered by those who send unwanted letters",
        help=f"write `{address.replace('@', ' at ')}`, or link to a page where you can be written to", severity="warning",
    )  # fmt: skip


RULES = (address_for_letters,)
