"""What can be wrong with what a site's pages are made with: its own templates, and the fonts of its cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.diagnostic import Diagnostic

if TYPE_CHECKING:
    from factsite.place import Place


def template_fault(place: Place, message: str) -> Diagnostic:
    """A template of the site's own does not work.

    Why: a page that cannot be made would be missing, so nothing is published.
    Fix: mend the line; `factsite/render/views/` lists what each template is given. Without the file, ours is used.
    """
    return Diagnostic("template-fault", place, message, help="mend it, or delete the file: then ours is used")


def no_font_has(place: Place, character: str) -> Diagnostic:
    """A title, label or claim has a character that no font of the cards has.

    Why: a card would show a gap or a box there, so it leaves the whole text out.
    Fix: put a font that has it into `templates/cards/fonts/` of the site folder, or write `cards: no` in `site.yaml`.
    """
    return Diagnostic(
        "no-font-has",
        place,
        f"no font of the cards has `{character}`, so they leave this text out",
        help="put a font that has it into templates/cards/fonts/, or write `cards: no` in content/site.yaml",
        severity="warning",
    )


RULES = (template_fault, no_font_has)
