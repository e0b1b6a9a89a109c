"""Claims to cards: what stands on them, and that it stays inside the frame."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import xml.etree.ElementTree as ET
from dataclasses import fields, replace
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from factsite.analyse import examine_claim
from factsite.colours import tokens
from factsite.model import Colours, Discrepancy, Palette, Site, Verdict, Withdrawal
from factsite.render import Templates
from factsite.render.cards import claim_card
from factsite.render.cards.colours import LIGHT
from factsite.values import Colour, Prose, Reason, VerdictClass
from tests.built import laid
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
    """Five at the most, those at the edges of gaps and the highest among them, with the gaps in the words of the page."""
    svg = ferries(*PEOPLE[:count])
    shown = [text.words for text in within(svg)]
    assert len([words for words in shown if words == "1"]) == min(count, 5)
    assert [words for words in shown if "gap" in words] == ["gap of 850"]
    assert "“at least 4,000 people” · paper-1" in shown
    assert ("“nearly 12,000 people” · paper-4" in shown) == (count > 4)
    assert "supports · paper-0" not in shown


def test_a_card_has_room_for_the_figures_at_every_gap() -> None:
    """However many articles repeat another first."""
    shown = words(ferries(*[("supports", "3,000 people")] * 8, ("refutes", "4,000 people")))
    assert len([text for text in shown if text == "1"]) == 5
    assert "“4,000 people” · paper-8" in shown


def test_bars_lie_where_they_lie_on_the_page() -> None:
    """In the order and at the places of its strip, in the colours of their stances; one without end runs out in a tip."""
    root = ET.fromstring(ferries(*PEOPLE[:2]))
    gap, plain, endless = (
        (box.attrib["x"], box.attrib["width"], box.attrib["fill"])
        for box in list(root.iter(f"{SVG}rect"))[1:]
    )
    assert plain == ("214", "184", LIGHT.verdicts["supported"])
    assert gap == ("398", "521", LIGHT.verdicts["conflicting"])
    assert endless == ("919", "211", LIGHT.verdicts["refuted"])
    assert [
        path.attrib["d"] for path in root.iter(f"{SVG}path") if path.attrib["d"].startswith("M1130 ")
    ] == ["M1130 439v48l20 -24z"]


def test_an_article_that_contradicts_itself_has_both_its_figures() -> None:
    """They are the edges of the gap, and a gap without them says nothing."""
    texts = {"walk": article("They carry 3,000 people.", "They carry 4,000 people.")}
    pieces = [evidence("walk", "supports", text, lines=at) for at, text in enumerate(texts["walk"].lines, 1)]
    asked = claim(*pieces, verdict="conflicting", measure="people")
    around = background(texts, sources=SOURCES)
    shown = words(claim_card(asked, examine_claim(asked, around), around, TEMPLATES).svg)
    assert [text for text in shown if "Walk" in text] == ["“3,000” · Walk", "“4,000” · Walk"]


def opened(*figures: str, **more: Any) -> str:
    """Return the card of a claim on the day of an opening: the words of one article that supports it, others that refute it."""
    texts = {name: article(f"It {words}.") for name, words in zip(("walk", "survey"), figures, strict=True)}
    stances = ("refutes" if "figure" in more else "supports", "refutes")
    pieces = [
        evidence(name, stance, f"It {words}.", figure=words.split(maxsplit=2)[-1])
        for name, stance, words in zip(texts, stances, figures, strict=True)
    ]
    asked = claim(*pieces, claim="The bridge opened in 1787.", verdict="refuted", measure="opening", **more)
    around = background(texts, sources=SOURCES)
    return claim_card(asked, examine_claim(asked, around), around, TEMPLATES).svg


def test_dates_that_exclude_each_other_stand_on_a_timeline() -> None:
    """With the days between them; a single day among years is a disc."""
    svg = opened("opened in 1787", "opened on 8 August 1786")
    shown = [text.words for text in within(svg)]
    assert [text for text in shown if "apart" in text] == ["146 days apart"]
    assert {"“1787” · Walk", "“8 August 1786” · Survey"} <= set(shown)
    assert [box.attrib["height"] for box in ET.fromstring(svg).iter(f"{SVG}rect") if box.get("rx")] == ["22"]


def test_the_claim_stands_on_the_strip_where_the_gap_is_to_it() -> None:
    """It hangs on no line."""
    svg = opened("opened on 8 August 1786", "opened on 8 August 1786", figure="1787")
    shown = [text.words for text in within(svg)]
    assert "“1787” · the claim" in shown
    assert [text for text in shown if "from" in text] == ["146 days from the claim"]
    assert svg.count("M132 ") == shown.count("1") == 2


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


def test_a_site_with_colours_of_its_own_has_them_on_its_cards() -> None:
    """Those of its light scheme; small print is mixed from them, as on the pages."""
    own = Palette(
        **{one.name: Colour(f"#{at:06x}") for at, one in enumerate(fields(Palette)) if one.name != "at"}
    )
    svg = card(
        WALK, site=Site(title="Bridges", colours=Colours(light=own, dark=replace(own, ink=Colour("#ffffff"))))
    )
    shown = set(re.findall("#[0-9a-f]{6}", svg))
    assert shown == {
        *(tokens(own)[name] for name in ("paper", "ink", "accent", "pen", "conflicting", "quiet", "rule"))
    }


def test_every_claim_of_the_site_stays_in_the_frame(tmp_path: Path) -> None:
    """The first site is measured too, as it will stand at an address."""
    for part in ("content", "seeds"):
        shutil.copytree(ROOT / part, tmp_path / part)
    with (tmp_path / "content/site.yaml").open("a", encoding="utf-8") as file:
        file.write("base_url: https://example.org/\n")
    _, shelf = laid(tmp_path, [ROOT / "templates"], dt.date(2026, 12, 31))
    assert len(shelf.drawings) > 60
    for drawing in shelf.drawings:
        assert drawing.fonts == FONTS.files
        within(drawing.svg)
