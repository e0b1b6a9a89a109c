"""One file of the published site, and one that has still to be drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.frozen import dataclass

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """A file: ``path`` from the top of the site, with ``/``; ``content`` exactly as it is written."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture that has still to be drawn: the ``path`` of its file, and what it shows, as SVG.

    Its text is set in these fonts; ``digest`` says what is in them.
    """

    path: str
    svg: str
    fonts: tuple[Path, ...]
    digest: bytes
