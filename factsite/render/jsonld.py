r"""JSON-LD to what stands in a page's head. Beside ``markdown.py`` the only module whose text a template prints as it is.

A template would write ``"`` as ``&#34;``, and a script element takes that literally: the JSON would be none. So the text is
made safe here instead. JSON needs none of the signs with which HTML could end the element or begin a comment in it: all of
them stand in strings, where ``\u003c`` is the same. What is printed holds no ``<``, ``>`` or ``&`` at all,
and no sign that steers.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from factsite import signs

if TYPE_CHECKING:
    from collections.abc import Mapping

ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}


def embedded(document: Mapping[str, Any]) -> Markup:
    """Return a document as the content of a ``script`` element of type ``application/ld+json``."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return Markup(signs.told(text, lambda sign: json.dumps(sign)[1:-1]))
