"""The style sheet: the site's own colours as a piece of it, and all of it as small as it can be sent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factsite.colours import tokens

if TYPE_CHECKING:
    from factsite.model import Colours, Palette

SHEET = """\
/* -------------------------------------------------------- the site's own colours */

@media not all and (prefers-contrast: more) {{
  :root {{
{light}
  }}

  @media (prefers-color-scheme: dark) {{
    :root {{
{dark}
    }}
  }}
}}
"""
"""Readers who ask for more contrast keep ours, which has it."""


def palettes(colours: Colours | None) -> str:
    """Return the style sheet of the site's own colours; nothing where it has none."""
    if colours is None:
        return ""
    return SHEET.format(light=_declared(colours.light, 4), dark=_declared(colours.dark, 6))


def _declared(palette: Palette, indent: int) -> str:
    return "\n".join(f"{' ' * indent}--{name}: {colour};" for name, colour in tokens(palette).items())


QUOTED = r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
SPARE = re.compile(QUOTED + r"|(?:/\*.*?\*/|\s)+", re.DOTALL)
CLOSE = re.compile(QUOTED + r"| ?([{};,]) ?", re.DOTALL)
"""Comments and white space, and what needs no space beside it; words in quotation marks stay as they are."""


def squeezed(sheet: str) -> str:
    """Return a style sheet without what only its writers need: no page can be painted before it is there."""
    plain = SPARE.sub(lambda found: found[1] or " ", sheet)
    return CLOSE.sub(lambda found: found[1] or found[2], plain).strip() + "\n"
