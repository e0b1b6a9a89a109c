"""The site's own colours: mixed, weighed, and written where high contrast and print still win."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factsite.colours import TEXT, contrast, mixed, tokens
from factsite.model import Colours, Palette
from factsite.render import Templates
from factsite.render.styles import palettes
from factsite.values import Colour

TEMPLATES = Path(__file__).parent.parent / "templates"


def palette(paper: str, ink: str) -> Palette:
    """Return a palette with these two, and the ink for all else."""
    dark = Colour(ink)
    return Palette(
        paper=Colour(paper), ink=dark, accent=dark, pen=Colour(paper), supported=dark, refuted=dark,
        conflicting=dark, not_enough_evidence=dark,
    )  # fmt: skip


def test_every_token_of_a_colour_is_given_by_a_palette() -> None:
    """No colour of ours is left among those of a site that has its own."""
    ours = re.findall(r"--([a-z-]+): #", (TEMPLATES / "styles/1-tokens.css").read_text("utf-8"))
    assert set(ours) == set(tokens(palette("#ffffff", "#000000")))


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)]
)  # fmt: skip
def test_contrast_is_that_of_wcag(one: str, other: str, expected: float) -> None:
    """The greys on either side of the limit are told apart, in either order."""
    assert contrast(Colour(one), Colour(other)) == pytest.approx(expected, abs=0.005)
    assert contrast(Colour(other), Colour(one)) == contrast(Colour(one), Colour(other))
    assert (contrast(Colour(one), Colour(other)) >= TEXT) == (expected >= TEXT)


def test_a_colour_is_mixed_with_a_share_of_another() -> None:
    """Half of black and white is the middle grey."""
    assert mixed(Colour("#000000"), Colour("#ffffff"), 0.5) == "#808080"


def test_the_colours_stand_after_our_tokens_and_before_those_for_paper() -> None:
    """Print wins over the site's colours, and whoever asks for more contrast gets ours."""
    own = palettes(Colours(light=palette("#fafafa", "#101010"), dark=palette("#101010", "#fafafa")))
    pages = {page.path: page.content.decode() for page in Templates([TEMPLATES]).assets(own)}
    sheet = pages["assets/site.css"]
    assert (
        sheet.index("color-scheme: light dark")
        < sheet.index("--paper: #fafafa")
        < sheet.index("@media print")
    )
    assert "@media not all and (prefers-contrast: more) {\n  :root {\n    --paper: #fafafa;" in own
    assert "  @media (prefers-color-scheme: dark) {\n    :root {\n      --paper: #101010;" in own


def test_a_site_without_colours_has_ours_alone() -> None:
    """Nothing is added to the style sheet."""
    assert palettes(None) == ""
