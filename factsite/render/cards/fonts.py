"""The fonts of the cards: three faces of ours or the site's, and what else a site brings for characters that these lack."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from factsite.frozen import dataclass
from factsite.render.cards import faces

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from factsite.render.cards.faces import Face


@dataclass(frozen=True, slots=True)
class Fonts:
    """The reading face of claims and quotations, the plain one of labels, and the same strong.

    ``files`` are the fonts that a drawing needs, ``digest`` says what is in them.
    """

    reading: Face
    plain: Face
    strong: Face
    files: tuple[Path, ...]
    digest: bytes


def fonts(files: Mapping[Path, bytes]) -> Fonts:
    """Return the fonts in files, in the order in which one helps another out with a character.

    Three are named for their part: ``reading``, ``plain`` and ``strong``. Raises ``UnreadableFontError``.
    """
    read = {path.stem: faces.face(path, content) for path, content in files.items()}
    others = tuple(reversed(read.values()))
    reading, plain, strong = (read[part].helped_by(others) for part in ("reading", "plain", "strong"))
    digests = b"".join(hashlib.sha256(content).digest() for content in files.values())
    return Fonts(reading, plain, strong, tuple(files), digests)
