"""Long lists to pages of a bearable length, each claim on exactly one of them, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from factsite.render import urls
from factsite.render.views import Link, Paging

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

T = TypeVar("T")

SIZE = 100
"""So many claims stand on one page of a list."""

AROUND = 2
"""So many pages on each side of the one that is open are named, beside the first and the last."""


def batches(items: Sequence[T], size: int = SIZE) -> tuple[Sequence[T], ...]:
    """Return the items in batches of the size, the last one shorter; where there are none, one empty batch."""
    return tuple(items[start : start + size] for start in range(0, max(len(items), 1), size))


def paging(path: str, number: int, total: int, size: int = SIZE) -> Paging | None:
    """Return where batch ``number`` (from 1) of a list at ``path`` with ``total`` claims stands; None where it is alone."""
    last = -(-total // size)
    if last < 2:
        return None
    first_here, last_here = (number - 1) * size + 1, min(number * size, total)
    return Paging(
        words=f"Claims {first_here:,} to {last_here:,} of {total:,}",
        previous=urls.batch(path, number - 1) if number > 1 else None,
        next=urls.batch(path, number + 1) if number < last else None,
        pages=tuple(_named(path, number, last)),
    )


def _named(path: str, number: int, last: int) -> Iterator[Link | None]:
    """Yield the pages that are named, and None where some between them are not."""
    before = 0
    for page in range(1, last + 1):
        if page in (1, last) or abs(page - number) <= AROUND:
            if page - before > 1:
                yield None
            yield Link(urls.batch(path, page), str(page))
            before = page
