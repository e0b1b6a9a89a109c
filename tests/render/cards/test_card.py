"""Claims to cards: what stands on them, and that it stays inside the frame."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factsite.analyse import examine_claim
from factsite.model import Discrepancy, Site, Verdict, Withdrawal
from factsite.pipeline import build
from factsite.render import Templates
from factsite.render.cards import claim_card
from factsite.render.cards.colours import LIGHT
from factsite.values import Prose, Reason, VerdictClass
from tests.render.cards.lettering import FONTS, SVG, Lettering, lettering
from tests.samples import article, background, claim, evidence, source

if TYPE_CHECKING:
    from factsite.model import Evidence

ROOT = Path(__file__).parents[3]
TEMPLATES = Templates([ROOT / "templates"])
LONG = "The bridge over the Alm, which the council had promised for years, is 412 metres long. " * 4
TEXTS = {
    "walk": article("The bridge is 412 metres long, all of it."),
    "survey": article("", f"{LONG}The surveyors found no less than 430 metres from bank to bank."),
}
SOURCES = {name: source(name, name=name.title()) for name in TEXTS}
WALK = evidence("walk", quote="The bridge is 412 metres long, all of it.", figure="412 metres")
SURVEY = evidence("survey", "refutes", TEXTS["survey"].lines[1], lines=2, figure="430 metres")
CONTEXT = evidence("walk", "context", "all of it")


def card(*pieces: Evidence, site: Site | None = None, **more: Any) -> str:
    """Return the card of a claim on bridges, as SVG."""
    asked = claim(*pieces, **({"verdict": "conflicting", "claim": "The bridge is 412 metres long."} | more))
    around = replace(background(TEXTS, sources=SOURCES), site=site or Site(title="Bridges"))
    return claim_card(asked, examine_claim(asked, around), around, TEMPLATES).svg


def words(svg: str) -> list[str]:
    """Return the lines of text of a card."""
    return [text.words for text in lettering(svg)]


def within(svg: str) -> list[Lettering]:
    """Return the text of a card, which stays inside the frame, and no line of which runs into another."""
    texts = lettering(svg)
    for text in texts:
        assert 30 <= text.left < text.right <= 1140, text
        assert 40 <= text.top < text.bottom <= 600, text
    for one, other in combinations(texts, 2):
        apart = one.right <= other.left or other.right <= one.left
        assert apart or one.bottom <= other.top + 6 or other.bottom <= one.top + 6, (one, other)
    for box in ET.fromstring(svg).iter(f"{SVG}rect"):
        assert float(box.get("x", 0)) + float(box.attrib["width"]) <= 1200
    return texts


def test_a_card_shows_verdict_claim_both_sides_with_their_lines_and_the_site() -> None:
    """A long quotation is cut around its figure."""
    assert words(card(WALK, SURVEY)) == [
        "Sources conflict",
        "Bridges",
        "The bridge is",
        "412 metres long.",
        "The bridge is 412 metres long, all of it.",
        "… metres long. The surveyors found no less than 430 metres…",
        "1",
        "supports · Walk",
        "2",
        "refutes · Survey",
        "2 articles · 2 origins · 2 quotations",
    ]


def ferries(*figures: tuple[str, str]) -> str:
    """Return the card of a claim on passengers: a stance and the words of a figure for each article."""
    names = [f"paper-{number}" for number in range(len(figures))]
    texts = {name: article(f"They carry {words}.") for name, (_, words) in zip(names, figures, strict=True)}
    pieces = [
        evidence(name, stance, f"They carry {words}.", figure=words)
        for name, (stance, words) in zip(names, figures, strict=True)
    ]
    asked = claim(
        *pieces,
        claim="The ferries carry about 3,000 people a day.",
        verdict="conflicting",
        measure="people",
        discrepancy=Discrepancy(reason=Reason.UNEXPLAINED),
    )
    around = background(texts)
    return claim_card(asked, examine_claim(asked, around), around, TEMPLATES).svg


PEOPLE = (
    ("supports", "3,000 people"),
    ("refutes", "at least 4,000 people"),
    ("supports", "about 3,000 people"),
    ("supports", "up to 3,200 people"),
    ("refutes", "nearly 12,000 people"),
    ("refutes", "5,000 people"),
)


@pytest.mark.parametrize("count", [2, 3, 5, 6])
def test_figures_that_exclude_each_other_stand_on_one_scale(count: int) -> None:
    """Five at the most, the two that are farthest apart among them, with the gap between those two."""
    svg = ferries(*PEOPLE[:count])
    shown = [text.words for text in within(svg)]
    assert len([words for words in shown if words == "1"]) == min(count, 5)
    gap = {2: "gap of 850", 3: "gap of 850"}.get(count, "gap of 7,650")
    assert gap in shown
    assert "“at least 4,000 people” · paper-1" in shown
    assert "supports · paper-0" not in shown


def test_a_bar_goes_from_the_least_to_the_most_that_the_words_allow() -> None:
    """In the colour of its stance; one without end runs out in a tip."""
    root = ET.fromstring(ferries(*PEOPLE[:2]))
    gap, plain, endless = (
        (box.attrib["x"], box.attrib["width"], box.attrib["fill"])
        for box in list(root.iter(f"{SVG}rect"))[1:]
    )
    assert plain == ("186", "220", LIGHT.verdicts["supported"])
    assert gap == ("406", "623", LIGHT.verdicts["conflicting"])
    assert endless == ("1029", "101", LIGHT.verdicts["refuted"])
    assert [
        path.attrib["d"] for path in root.iter(f"{SVG}path") if path.attrib["d"].startswith("M1130 ")
    ] == ["M1130 443v48l20 -24z"]


def test_figures_that_can_all_be_true_are_quoted() -> None:
    """There is nothing for a picture to settle."""
    assert "supports · paper-0" in words(ferries(PEOPLE[0], PEOPLE[2]))


def test_context_comes_last() -> None:
    """What neither supports nor refutes is shown where there is room."""
    assert words(card(CONTEXT, WALK))[4:6] == ["The bridge is 412 metres long, all of it.", "all of it"]


def test_a_short_claim_is_large() -> None:
    """At the largest size that leaves room for the quotations."""
    assert 'font-size="86" fill="#1b1e22" text-anchor="start">It rains.<' in card(WALK, claim="It rains.")


@pytest.mark.parametrize("length", range(10, 1200, 35))
def test_everything_stays_in_the_frame(length: int) -> None:
    """However long the claim is: it steps down in size, then takes the place of the quotations, then is cut."""
    shown = within(card(WALK, SURVEY, claim=(LONG * 5)[:length].strip()))
    assert len(shown) >= 4
    if length > 600:
        assert any(text.words.endswith("…") for text in shown)


def test_a_claim_of_300_characters_is_shown_whole() -> None:
    """Nothing of it is cut."""
    text = LONG[:300].strip()
    assert text in " ".join(words(card(WALK, SURVEY, claim=text)))


@pytest.mark.parametrize("text", ["W" * 400, "1 2 3 4 5 6 7 8 9 " * 30, "Ö" * 90 + " " + "i" * 700])
def test_words_without_end_stay_in_the_frame(text: str) -> None:
    """They are broken anywhere."""
    within(card(WALK, SURVEY, claim=text, verdict="own", site=Site(title=text, verdicts=own_label(text))))


def own_label(label: str) -> dict[Any, Verdict]:
    """Return a scale with a label of the site's own."""
    return {"own": Verdict(label=label, verdict_class=VerdictClass.CONFLICTING)}


@pytest.mark.parametrize("kind", VerdictClass)
def test_a_verdict_has_its_colour_and_its_shape(kind: VerdictClass) -> None:
    """Shape and words are drawn in the colour of the class."""
    svg = card(WALK, verdict=kind)
    assert f'color="{LIGHT.verdicts[kind]}"><svg class="verdict__shape"' in svg
    assert f'fill="{LIGHT.verdicts[kind]}"' in svg
    shapes = {card(WALK, verdict=other).split("focusable")[1].split("</svg>")[0] for other in VerdictClass}
    assert len(shapes) == 4


def test_a_withdrawn_claim_says_so_first() -> None:
    """And not in the colour of its verdict."""
    gone = Withdrawal(date=dt.date(2024, 11, 1), reason=Prose("Two in one."))
    svg = card(WALK, withdrawn=gone)
    assert words(svg)[0] == "Withdrawn · Sources conflict"
    assert LIGHT.verdicts["conflicting"] not in svg


def test_a_text_that_no_font_has_is_left_out() -> None:
    """Half of a claim is never shown."""
    assert words(card(WALK, claim="다리 is long.", site=Site(title="다리"))) == [
        "Sources conflict",
        "The bridge is 412 metres long, all of it.",
        "1",
        "supports · Walk",
        "1 article · 1 origin · 1 quotation",
    ]


def test_hostile_text_is_shown_and_never_obeyed() -> None:
    """Markup in a claim, a title or a label is text."""
    hostile = "</text><script>x</script> & \"<image href='file:///etc/passwd'/>"
    svg = card(WALK, claim=hostile, verdict="own", site=Site(title=hostile, verdicts=own_label(hostile)))
    tags = {element.tag.removeprefix(SVG) for element in ET.fromstring(svg).iter()}
    assert tags == {"svg", "rect", "path", "g", "circle", "text"}
    assert hostile in " ".join(words(svg))


def test_colours_are_those_of_the_style_sheet() -> None:
    """In its light scheme."""
    tokens = (ROOT / "templates/styles/1-tokens.css").read_text("utf-8")
    first = dict(reversed(re.findall(r"--([a-z-]+): (#[0-9a-f]+);", tokens)))
    assert {name: first[name] for name in (*LIGHT._fields[:-1], *LIGHT.verdicts)} == {
        **dict(zip(LIGHT._fields, LIGHT[:-1], strict=False)),
        **LIGHT.verdicts,
    }


def test_every_claim_of_the_site_stays_in_the_frame(tmp_path: Path) -> None:
    """The first site is measured too, as it will stand at an address."""
    for part in ("content", "seeds"):
        shutil.copytree(ROOT / part, tmp_path / part)
    with (tmp_path / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write("base_url: https://example.org/\n")
    drawings = build(tmp_path, [ROOT / "templates"], dt.date(2026, 12, 31)).drawings
    assert len(drawings) > 60
    for drawing in drawings:
        assert drawing.fonts == FONTS.files
        within(drawing.svg)
