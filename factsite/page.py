"""One file of the published site."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A file: ``path`` from the top of the site, with ``/``; ``content`` exactly as it is written."""

    path: str
    content: bytes
