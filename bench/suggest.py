"""How the time that suggest takes grows with the number of articles: ``python -m bench.suggest``.

The articles are made of those of the labelled cases. Each event has four, and names of its own, so that no two events are
one; reading the articles is a part of the time.
"""

from __future__ import annotations

import re
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from factsite.analyse.suggest import article, suggest
from factsite.analyse.wording.words import COMMON
from factsite.english import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parent.parent / "tests" / "suggest" / "cases"
NUMBERS = (250, 500, 1000)
PER_EVENT = 4
CAPITALISED = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
SYLLABLES = "bar del fin gor hal jun kem lor mav nes pol quin rud sol tam vor".split()


def events() -> Iterator[list[list[str]]]:
    """Yield the articles of one event after the other, without end: those of the cases, with other names in each round."""
    texts = [
        list(yaml.safe_load(path.read_text("utf-8"))["articles"].values())
        for path in sorted(CASES.glob("*.yaml"))
    ]
    number = 0
    while True:
        for several in texts:
            number += 1
            filled = (several * PER_EVENT)[:PER_EVENT]
            yield [renamed(text, number).split("\n") for text in filled]


def renamed(text: str, event: int) -> str:
    """Return a text with names in place of its names that are the same all over an event, and in no other."""
    names = {name for name in CAPITALISED.findall(text) if name not in DAYS and name not in MONTHS}
    for name in sorted(name for name in names if name.lower() not in COMMON):
        text = re.sub(rf"\b{name}\b", invented(name, event), text)
    return text


def invented(name: str, event: int) -> str:
    """Return a name made of syllables, by the letters of another and the number of the event."""
    seed = sum((at + 1) * ord(letter) for at, letter in enumerate(name)) * 7919 + event * 104729
    picked = [SYLLABLES[seed // 16**at % 16] for at in range(4)]
    return "".join(picked).capitalize()


def seconds(number: int) -> float:
    """Return how long it takes to read so many articles and to find where they disagree."""
    lines = [text for event in islice(events(), number // PER_EVENT + 1) for text in event][:number]
    started = time.perf_counter()
    suggest(article(f"{at:05}", text) for at, text in enumerate(lines))
    return time.perf_counter() - started


def main() -> None:
    """Print the time for each number of articles, and how it grew."""
    print(f"{'articles':>8}{'seconds':>10}{'a minute':>10}{'growth':>8}")
    before = 0.0
    for number in NUMBERS:
        took = seconds(number)
        print(
            f"{number:>8}{took:>10.2f}{number / took * 60:>10,.0f}{f'{took / before:.1f}' if before else '–':>8}"
        )
        before = took


if __name__ == "__main__":
    main()
