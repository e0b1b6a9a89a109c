"""A site folder of any size, the same each time: ``python -m bench.corpus DIR 1000``.

For ten claims there is one article, of some forty lines. Five articles tell of one place; each claim is a number of that
place, and one to four of the articles state it, each in its own words: the same number, about that number, or quite another.
So there are verdicts of all four classes, figures that agree and figures that exclude each other, and everything holds.
"""

from __future__ import annotations

import hashlib
import random
import sys
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

PER_SOURCE = 10
TOGETHER = 5
"""So many articles tell of one place."""
PER_PLACE = PER_SOURCE * TOGETHER
FEW = 20
"""So many places have names of their own where these have four syllables; in more articles the same names would come again,
and unlike places would share more and more words."""
SYLLABLES = "bar del fin gor hal jun kem lor mav nes pol quin rud sol tam vor".split()
ADJECTIVES = "wooden iron painted sealed broken foreign spare rented narrow covered".split()
NOUNS = "barrels boats carts crates lamps bells wagons ladders sails ropes".split()
CHECKED = "2026-11-21"
TOPICS = ("stores", "vessels", "trade", "repairs", "counts")
LEADS = (
    "According to the harbour office, {figure} {thing} were counted in {place} that spring.",
    "A clerk in {place} wrote down {figure} {thing} when the season began.",
    "People who live there remember {figure} {thing}, and few of them doubt it.",
    "The ledger of the guild names {figure} {thing}, on a page that is hard to read.",
    "By the end of the year there were {figure} {thing} on the quays of {place}.",
)
"""How each of the articles of a place states a number."""
TOLD = (
    "{} met {} at the gate of {}.",
    "Nobody in {} had heard of {} before {} came.",
    "It was {} who sold the house of {} to {}.",
    "{} would rather speak of {}, or of the feast at {}.",
    "After {} had left, {} and {} went on alone.",
    "There is a song about {}, which {} sang in {}.",
    "Whether {} knew {} is told in the book of {}.",
)
"""What stands between the numbers, with names that come nowhere else."""


class Said(NamedTuple):
    """A number as one article states it: position of the article in its place, words of the figure, stance."""

    article: int
    figure: str
    stance: str


class Fact(NamedTuple):
    """A claim: what is counted, the number, the verdict, and who says what."""

    thing: str
    number: int
    verdict: str
    said: tuple[Said, ...]


class Cited(NamedTuple):
    """A citation: id of the article, line, the words that stand there, stance, words of the figure."""

    source: str
    line: int
    words: str
    stance: str
    figure: str


@lru_cache(maxsize=2 * PER_PLACE)
def fact(number: int) -> Fact:
    """Return a claim of the corpus by its number."""
    chance = random.Random(number)
    inside = number % PER_PLACE
    thing = f"{ADJECTIVES[inside % 10]} {NOUNS[(inside // 10 + inside) % 10]}"
    many = chance.randrange(1200, 98000, 100)
    plain, about, other = f"{many:,}", f"about {many:,}", f"{int(many * 1.5) // 100 * 100:,}"
    kinds = (
        ("supported", ((plain, "supports"), (plain, "supports"), (plain, "supports"))),
        ("conflicting", ((plain, "supports"), (about, "supports"), (other, "refutes"), (plain, "supports"))),
        ("supported", ((about, "supports"), (plain, "supports"))),
        ("refuted", ((other, "refutes"), (other, "refutes"))),
        ("not-enough-evidence", ((about, "supports"),)),
        ("conflicting", ((plain, "supports"), (other, "refutes"))),
    )
    verdict, said = kinds[number % len(kinds)]
    first = chance.randrange(TOGETHER)
    told = tuple(Said((first + at) % TOGETHER, *one) for at, one in enumerate(said))
    return Fact(thing, many, verdict, told)


def place(number: int) -> str:
    """Return the name of a place by its number."""
    return "".join(SYLLABLES[(number * 7 + 3 * at) // 16**at % 16] for at in (0, 1, 2)).capitalize()


def sentence(fact: Fact, said: Said, where: int) -> str:
    """Return the words in which an article states a number."""
    return LEADS[said.article].format(figure=said.figure, thing=fact.thing, place=place(where))


def filler(chance: random.Random, syllables: int) -> str:
    """Return a sentence that states no number; its names have so many syllables more than those of places."""
    names = (
        place(chance.randrange(16**3)) + "".join(chance.choice(SYLLABLES) for _ in range(syllables))
        for _ in range(3)
    )
    return chance.choice(TOLD).format(*names)


def article(number: int, claims: int) -> list[str]:
    """Return the lines of an article by its number."""
    chance = random.Random(f"article {number}")
    where, own = divmod(number, TOGETHER)
    syllables = 1 if where < FEW else 2
    lines = [title(number), "", f"The {place(where)} Courier", ""]
    for told in facts_of(where, claims):
        lines += [
            f"{filler(chance, syllables)} {sentence(told, said, where)} {filler(chance, syllables)}"
            for said in told.said
            if said.article == own
        ]
    return lines + [" ".join(filler(chance, syllables) for _ in range(4)) for _ in range(10)]


@lru_cache(maxsize=2)  # the articles of a place are written one after the other
def facts_of(where: int, claims: int) -> list[Fact]:
    """Return the claims of a place, by its number, where there are so many claims in all."""
    return [fact(number) for number in numbers(where, claims)]


def numbers(where: int, claims: int) -> range:
    """Return the numbers of the claims of a place."""
    return range(where * PER_PLACE, min((where + 1) * PER_PLACE, claims))


def cited(number: int, articles: Sequence[list[str]]) -> Iterator[Cited]:
    """Yield the citations of a claim, given the articles of its place."""
    told, where = fact(number), number // PER_PLACE
    for said in told.said:
        words = sentence(told, said, where)
        line = next(at for at, text in enumerate(articles[said.article], 1) if words in text)
        yield Cited(source_id(where * TOGETHER + said.article), line, words, said.stance, said.figure)


def claim_id(number: int) -> str:
    """Return the id of a claim by its number."""
    return f"claim-{number:05}"


def source_id(number: int) -> str:
    """Return the id of an article by its number."""
    return f"article-{number:04}"


def claim_text(number: int) -> str:
    """Return what a claim says, by its number."""
    told = fact(number)
    return f"There were {told.number:,} {told.thing} in {place(number // PER_PLACE)}."


def summary(number: int) -> str:
    """Return the summary of a claim by its number."""
    told, where = fact(number), number // PER_PLACE
    return f"{len(told.said)} of the five articles on {place(where)} state how many {told.thing} there were."


def explanation(number: int, citation: Callable[[int], str]) -> list[str]:
    """Return the lines of a claim's explanation, in Markdown; the first line of an article is cited as ``citation`` words it."""
    told, where = fact(number), number // PER_PLACE
    first = citation(where * TOGETHER + told.said[0].article)
    return [
        f"The articles on {place(where)} {first} were written by *several* hands, and each counted for itself.",
        "What one of them calls a count, another may call an estimate, and none says how the counting was done.",
    ]


def topic(number: int) -> str:
    """Return the topic of a claim by its number."""
    return TOPICS[number % len(TOPICS)]


def fact_file(number: int, articles: Sequence[list[str]]) -> str:
    """Return the YAML of a claim, given the articles of its place."""
    told, where = fact(number), number // PER_PLACE
    related = [claim_id(other) for other in (number - 1, number - 2) if other // PER_PLACE == where]
    lines = [
        f"claim: {claim_text(number)}",
        f"verdict: {told.verdict}",
        f"summary: {summary(number)}",
        f"checked: {CHECKED}",
        f"topic: {topic(number)}",
        f"measure: {told.thing} in {place(where)}",
        f"figure: {told.number:,} {told.thing}",
        "evidence:",
    ]
    for source, line, words, stance, figure in cited(number, articles):
        lines += [f"  - source: {source}", f"    lines: {line}", f"    quote: >-\n      {words}"]
        lines += [f"    stance: {stance}", f"    figure: {figure} {told.thing}"]
    explained = explanation(number, lambda source: f"[@{source_id(source)}:1]")
    lines += ["explanation: |", *(f"  {line}" for line in explained)]
    if told.verdict == "conflicting":
        lines += ["discrepancy:", "  reason: unexplained"]
    return "\n".join([*lines, f"related: [{', '.join(related)}]" if related else "", ""])


def source_file(number: int, text: str) -> str:
    """Return the YAML of an article, by its number, that has this text."""
    name, where = source_id(number), place(number // TOGETHER)
    return (
        f"file: {name}.txt\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
        f"title: {title(number)}\npublisher: The {where} Courier\n"
    )


def title(number: int) -> str:
    """Return the title of an article by its number."""
    where, own = divmod(number, TOGETHER)
    return f"What {place(where)} holds, part {own + 1}"


def places(claims: int) -> range:
    """Return the numbers of the places that so many claims need."""
    return range(max(1, -(-claims // PER_PLACE)))


def articles_of(where: int, claims: int) -> list[list[str]]:
    """Return the articles of a place by its number: the lines of each."""
    return [article(where * TOGETHER + own, claims) for own in range(TOGETHER)]


def write(folder: Path, claims: int) -> None:
    """Write a site folder with so many claims."""
    for path, text in files(claims):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def files(claims: int) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of a site folder with so many claims; no more than one place is held in memory."""
    yield "content/site.yaml", _site()
    for where in places(claims):
        articles = articles_of(where, claims)
        for number, lines in enumerate(articles, where * TOGETHER):
            text = "\n".join(lines) + "\n"
            yield f"seeds/{source_id(number)}.txt", text
            yield f"content/sources/{source_id(number)}.yaml", source_file(number, text)
        for number in numbers(where, claims):
            yield f"content/facts/{claim_id(number)}.yaml", fact_file(number, articles)


def _site() -> str:
    topics = "".join(f"  {name}:\n    name: {name.capitalize()}\n" for name in TOPICS)
    return f"title: Quays\ndescription: A site to measure with.\ntopics:\n{topics}"


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
