"""Text to the words by which it is found. ``templates/assets/finder.js`` takes what a reader types apart in the same way."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

UNSPACED: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Signs of scripts that put no space between words: each is taken for a word."""
WORD: Final = re.compile(rf"(?<![0-9])[0-9]+(?:[.,][0-9]+)+|[{UNSPACED}]|[^\W_{UNSPACED}]+")
"""A number with its points and commas, or letters and digits in a row."""
ACCENTS: Final = re.compile("[\u0300-\u036f]")


def words(text: str) -> list[str]:
    """Return the words of a text in their order: small letters, no accents, numbers without commas."""
    if not text.isascii():
        text = ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return [word.replace(",", "") for word in WORD.findall(text.lower())]
