"""Numbers that count nothing: in names, scores, clock times and ordinals."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from factsite.analyse.figures.sieve import lazily

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

    from factsite.analyse.figures.sieve import Sieved

NAMED = (
    "flight", "route", "highway", "article", "section", "chapter", "paragraph", "resolution", "room", "gate", "platform",
    "line", "page", "channel", "category", "level", "phase", "unit", "block", "no.", "number", "top", "reactor", "bus", "covid",
    "apartment", "district", "precinct", "lap", "hole", "exit", "shaft", "pier", "berth", "grade", "tier", "interstate", "junction",
)  # fmt: skip
"""A number after one of these is a name: "flight 302", "Article 5"."""

TITLED = (
    "Rule", "Act", "Order", "Bill", "Law", "Proposition", "Amendment", "Suite", "Flat", "Terminal", "Track", "Lane", "Game", "Week",
    "Day", "Round", "Stage", "Type", "Model", "Ward", "Zone", "Sector", "Area", "Dock", "Hall", "Pit", "Nos.", "No", "Division",
    "Group", "Class", "Formula", "Apollo", "Boeing", "Airbus", "Galaxy", "iPhone", "Windows", "Mark", "Version", "Season", "Episode",
    "Part", "Volume", "Table", "Figure", "World War", "War", "Big", "Train", "Engine", "Building", "House", "Box", "Squadron", "Regiment",
    "Battalion", "Brigade", "Case", "Count", "Appendix", "Tower", "Court", "Courtroom", "Studio", "Stand", "Bay", "Mine", "Seam", "Pump",
)  # fmt: skip
"""The same, where they are written with a capital letter."""

_NAMES = frozenset((*NAMED, *map(str.capitalize, NAMED), *(name.split()[-1] for name in TITLED)))

_NUMBERED = lazily(
    r"\b[A-Za-z]+\.?\s#?\d+\w*\b(?![,.]\d)(?!\s?%)(?!\s(?:million|billion|thousand|percent|per cent|people|men|women|children)\b)"
)
"""A name of ``NAMED`` or ``TITLED`` with its number."""

_JOINED = lazily(
    r"\b(?:[A-Z]{1,5}-?\d{1,4}[A-Za-z]?\b(?!,\d)(?!%)"  # F-16, G7, MH370
    r"|(?!(?:mid|early|late|pre|post|under|over|sub)-)[A-Za-z]+-\d{1,4}\b(?!-|\s?(?:percent|per cent|%|million|billion)))"  # COVID-19, Article-5
)
"""A name that is one with its number."""

_COUNTLESS = lazily(
    r"(?=[(#.+]|(?<!\d)\d+(?:[^\s,.]|\.\d|\s[A-Zacehlop\d(]))(?:"  # what nothing can follow from is told at once
    r"\b\d{1,3}-\d{1,3}-\d{1,3}\b|\(\d{1,3}-\d{1,3}(?:-\d+)?(?:,\s\d+\s?KO[’']?s?)?\)|\b\d+\s?KO[’']?s?\b|\b\d+-of-\d+\b|\b\d+\sof\s(?=\d+\s(?:punches|shots|attempts))"
    r"|#\d+|\.\s?\d+[- ]calib(?:er|re)|\b\d+[- ]calib(?:er|re)"
    r"|\b[1-9]\d{0,2}[A-Z]{1,3}\b(?<![CFKMB])"  # 4G, 12B
    r"|\b(?:24/7|50[-–/]50|9/11|7/7|20/20)\b"
    r"|\b\d{1,2}[:.]\d{2}\s?(?:a\.?m\b\.?|p\.?m\b\.?|GMT|hrs|o['’]clock)|\b\d{4}\s?(?:GMT|UTC|BST|EST|EDT|CET|hrs|hours local|local time|a\.?m\b|p\.?m\b)|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o['’]clock\b)"
    r"|\b(?:\d{1,3}(?:st|nd|rd|th))\b"
    r"|\b(?:\+?\d{1,3}[ -])?\(?\d{3}\)?[ -]\d{3}[ -]\d{4}\b"  # telephone
    r"|\b\d+(?:\.\d+){2,}\b"  # versions
    r"|\b\d{1,4}\s(?:[A-Z][a-z]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Place|Court|Way|Terrace)\b"
    r"|\b\d{1,3}[-–]\d{1,3}\s(?:win|victory|defeat|loss|draw|lead|triumph|vote|majority|decision|home|away|record|on aggregate|score)\b)",
)
"""Numbers that count nothing, for what follows them."""

_VICTORY = r"\b(?:win|won|wins|beat|beats|beating|beaten|defeat(?:ed|s)?|lost|lose|draw|drew|led|lead|leading|victory|score[ds]?|trail(?:ed|ing)?|loss|triumph|edged|thrash(?:ed|ing)?)\b"
_WON = lazily(_VICTORY)
_SCORED = lazily(_VICTORY + r"[^.;]{0,40}?\b\d{1,3}[-–]\d{1,3}\b")
"""A score after what says that it is one."""

_HOUR = lazily(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:a\.m\.|p\.m\.|o['’]clock\b)"
)

_MODEL = lazily(
    r"(?<=[a-z]\s)(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|About|Around|Over|Some|Nearly|Almost|Between|Rs|Magnitude)\b)[A-Z][a-z]+\s\d{1,4}\b(?![,.]\d|\s?%|[-–]|\s[a-z]+s\b|\s(?:people|men|women|children|million|billion|thousand|percent|per cent|dead|were|have|had|killed|injured))"
)
"""A name with a number, in the middle of a sentence: "the Boeing 737 Max"."""


def names_and_scores(seen: Sieved) -> list[tuple[int, int]]:
    """Return the stretches of a text whose numbers count nothing."""
    text = seen.text
    spans: list[tuple[int, int]] = []
    models: list[tuple[int, int]] = []
    for start, pattern in _tried(seen):
        if pattern is _MODEL:
            found = pattern().match(text, start)
            models += [found.span()] if found else []
        elif not spans or start >= spans[-1][1]:
            found = pattern().match(text, start)
            spans += [found.span()] if found else []
    return spans + models


def _tried(seen: Sieved) -> list[tuple[int, Callable[[], re.Pattern[str]]]]:
    """Return where such stretches may begin and what may stand there, in the order in which that counts."""
    text, small, beginnings = seen
    digits = [start for start in beginnings if text[start].isdecimal()]
    tried = [each for start in digits for each in _before(text, start)]
    if "clock" in small or ".m." in small:
        tried += [(start, _HOUR) for start in beginnings]
    if any(text[start - 1] in "-–" and text[start - 2].isdecimal() for start in digits if start > 1):
        tried += [(found.start(), _SCORED) for found in _WON().finditer(text)]
    return sorted(tried, key=itemgetter(0))


def _before(text: str, digits: int) -> Iterator[tuple[int, Callable[[], re.Pattern[str]]]]:
    """Yield what may make digits a name or a score, from the word before them to the digits themselves."""
    start = digits
    if start and text[start - 1] in "(#.+":
        start -= 1
        yield start, _COUNTLESS
    elif text[start - 2 : start - 1] == "." and text[start - 1].isspace():
        yield start - 2, _COUNTLESS
    if start > 1 and (text[start - 1] == "-" or text[start - 1].isspace()):
        end = start - 1
        start = _word(text, end - (text[end - 1] == "." and text[end].isspace()))
        if text[end] == "-":
            yield start, _JOINED
        elif text[start:end] in _NAMES:
            yield start, _NUMBERED
        if text[start].isupper():
            yield start, _MODEL
    yield digits, _COUNTLESS


def _word(text: str, end: int) -> int:
    """Return where the letters that end at a place of a text begin."""
    while end and text[end - 1].isascii() and text[end - 1].isalpha():
        end -= 1
    return end
