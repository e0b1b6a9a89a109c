"""Text for programs that make links of what looks like one, in Markdown or not: addresses, mentions, references, pictures in words."""

from __future__ import annotations

import re
from typing import Final

JOINER: Final = "\u2060"
"""A sign without width: it keeps a name from being taken for a mention, and a number for a reference."""

LINKING: Final = re.compile(
    r"(?i)[@#]|(?<=:)/(?=/)|\bwww(?=\.)|\bgh(?=-)|:(?=(?:[a-z+_-][\w+-]*|100|1234|8ball):)"
)


def unlinked(text: str) -> str:
    """Return a text in which nothing is taken for an address, a mention, a reference or the name of a picture."""
    return LINKING.sub(lambda found: f"{found[0]}{JOINER}", text)
