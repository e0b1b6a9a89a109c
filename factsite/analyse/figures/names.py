"""Numbers that count nothing: in names, scores, clock times and ordinals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

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

_BY_NUMBER = "|".join(re.escape(word) for word in (*NAMED, *map(str.capitalize, NAMED), *TITLED))

PATTERNS = re.compile(
    rf"\b(?:{_BY_NUMBER})\s(?:no\.\s)?#?\d+\w*\b(?![,.]\d)(?!\s?%)(?!\s(?:million|billion|thousand|percent|per cent|people|men|women|children)\b)"
    r"|\b[A-Z]{1,5}-?\d{1,4}[A-Za-z]?\b(?!,\d)(?!%)"  # F-16, G7, MH370
    r"|\b(?!(?:mid|early|late|pre|post|under|over|sub)-)[A-Za-z]+-\d{1,4}\b(?!-|\s?(?:percent|per cent|%|million|billion))"  # COVID-19, Article-5
    r"|\b\d{1,3}-\d{1,3}-\d{1,3}\b|\(\d{1,3}-\d{1,3}(?:-\d+)?(?:,\s\d+\s?KO[’']?s?)?\)|\b\d+\s?KO[’']?s?\b|\b\d+-of-\d+\b|\b\d+\sof\s(?=\d+\s(?:punches|shots|attempts))"
    r"|#\d+|\.\s?\d+[- ]calib(?:er|re)|\b\d+[- ]calib(?:er|re)"
    r"|\b[1-9]\d{0,2}[A-Z]{1,3}\b(?<![CFKMB])"  # 4G, 12B
    r"|\b(?:24/7|50[-–/]50|9/11|7/7|20/20)\b"
    r"|\b\d{1,2}[:.]\d{2}\s?(?:a\.?m\b\.?|p\.?m\b\.?|GMT|hrs|o['’]clock)|\b\d{4}\s?(?:GMT|UTC|BST|EST|EDT|CET|hrs|hours local|local time|a\.?m\b|p\.?m\b)|\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,2}\s?(?:a\.m\.|p\.m\.|am\b|pm\b|o['’]clock\b)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:a\.m\.|p\.m\.|o['’]clock\b)"
    r"|\b(?:\d{1,3}(?:st|nd|rd|th))\b"
    r"|\b(?:\+?\d{1,3}[ -])?\(?\d{3}\)?[ -]\d{3}[ -]\d{4}\b"  # telephone
    r"|\b\d+(?:\.\d+){2,}\b"  # versions
    r"|\b\d{1,4}\s(?:[A-Z][a-z]+\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Place|Court|Way|Terrace)\b"
    r"|\b(?:win|won|wins|beat|beats|beating|beaten|defeat(?:ed|s)?|lost|lose|draw|drew|led|lead|leading|victory|score[ds]?|trail(?:ed|ing)?|loss|triumph|edged|thrash(?:ed|ing)?)\b[^.;]{0,40}?\b\d{1,3}[-–]\d{1,3}\b"
    r"|\b\d{1,3}[-–]\d{1,3}\s(?:win|victory|defeat|loss|draw|lead|triumph|vote|majority|decision|home|away|record|on aggregate|score)\b",
)


MODEL = re.compile(
    r"(?<=[a-z]\s)(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|About|Around|Over|Some|Nearly|Almost|Between|Rs|Magnitude)\b)[A-Z][a-z]+\s\d{1,4}\b(?![,.]\d|\s?%|[-–]|\s[a-z]+s\b|\s(?:people|men|women|children|million|billion|thousand|percent|per cent|dead|were|have|had|killed|injured))"
)
"""A name with a number, in the middle of a sentence: "the Boeing 737 Max"."""


def names_and_scores(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text whose numbers count nothing."""
    for pattern in (PATTERNS, MODEL):
        for found in pattern.finditer(text):
            yield found.span()
