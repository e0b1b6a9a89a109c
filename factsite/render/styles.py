"""The site's own colours as a piece of the style sheet."""

from __future__ import annotations

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
