"""A repair of an author's file: which value is to read what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import dataclass

if TYPE_CHECKING:
    from factsite.place import Place


@dataclass(frozen=True, slots=True)
class Edit:
    """A key or value that is to read otherwise; how it is written, and all around it, stays.

    ``place`` is where it begins, ``now`` what it is to read. With a ``part``, only these characters are replaced: the
    first such from the place on, in the same value. So a citation in Markdown is changed and the prose is not touched.
    """

    place: Place
    now: str
    part: str = ""
