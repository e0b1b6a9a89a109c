"""A site folder of any size, the same each time: ``python -m bench.corpus DIR 1000``.

For ten claims there is one article, of some forty lines. Five articles tell of one place; each claim is a number of that
place, and one to four of the articles state it, each in its own words: the same number, about that number, or quite another.
So there are verdicts of all four classes, figures that agree and figures that exclude each other, and everything holds.
"""

from __future__ import annotations

import hashlib
import random
import sys
from pathlib import Path
from typing import NamedTuple

PER_SOURCE = 10
TOGETHER = 5
"""So many articles tell of one place."""
PER_PLACE = PER_SOURCE * TOGETHER
SYLLABLES = "bar del fin gor hal jun kem lor mav nes pol quin rud sol tam vor".split()
ADJECTIVES = "wooden iron painted sealed broken foreign spare rented narrow covered".split()
NOUNS = "barrels boats carts crates lamps bells wagons ladders sails ropes".split()
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


def filler(chance: random.Random) -> str:
    """Return a sentence that states no number."""
    names = (place(chance.randrange(16**3)) + chance.choice(SYLLABLES) for _ in range(3))
    return chance.choice(TOLD).format(*names)


def article(number: int, claims: int) -> list[str]:
    """Return the lines of an article by its number."""
    chance = random.Random(f"article {number}")
    where, own = divmod(number, TOGETHER)
    lines = [f"What {place(where)} holds, part {own + 1}", "", f"The {place(where)} Courier", ""]
    for claim in range(where * PER_PLACE, min((where + 1) * PER_PLACE, claims)):
        lines += [
            f"{filler(chance)} {sentence(fact(claim), said, where)} {filler(chance)}"
            for said in fact(claim).said
            if said.article == own
        ]
    return lines + [" ".join(filler(chance) for _ in range(4)) for _ in range(10)]


def fact_file(number: int, articles: dict[int, list[str]]) -> str:
    """Return the YAML of a claim."""
    told, where = fact(number), number // PER_PLACE
    related = [f"claim-{other:05}" for other in (number - 1, number - 2) if other // PER_PLACE == where]
    lines = [
        f"claim: There were {told.number:,} {told.thing} in {place(where)}.",
        f"verdict: {told.verdict}",
        f"summary: {len(told.said)} of the five articles on {place(where)} state how many {told.thing} there were.",
        "checked: 2026-11-21",
        f"topic: {TOPICS[number % len(TOPICS)]}",
        f"measure: {told.thing} in {place(where)}",
        f"figure: {told.number:,} {told.thing}",
        "evidence:",
    ]
    for said in told.said:
        words = sentence(told, said, where)
        source = where * TOGETHER + said.article
        line = next(at for at, text in enumerate(articles[source], 1) if words in text)
        lines += [f"  - source: article-{source:04}", f"    lines: {line}", f"    quote: >-\n      {words}"]
        lines += [f"    stance: {said.stance}", f"    figure: {said.figure} {told.thing}"]
    cited = f"[@article-{where * TOGETHER + told.said[0].article:04}:1]"
    lines += [
        "explanation: |",
        f"  The articles on {place(where)} {cited} were written by *several* hands, and each counted for itself.",
        "  What one of them calls a count, another may call an estimate, and none says how the counting was done.",
    ]
    if told.verdict == "conflicting":
        lines += ["discrepancy:", "  reason: unexplained"]
    return "\n".join([*lines, f"related: [{', '.join(related)}]" if related else "", ""])


def write(folder: Path, claims: int) -> None:
    """Write a site folder with so many claims."""
    sources = max(TOGETHER, -(-claims // PER_PLACE) * TOGETHER)
    articles = {number: article(number, claims) for number in range(sources)}
    files = {"content/site.yaml": _site()}
    for number, lines in articles.items():
        name, text = f"article-{number:04}", "\n".join(lines) + "\n"
        files[f"seeds/{name}.txt"] = text
        files[f"content/sources/{name}.yaml"] = (
            f"file: {name}.txt\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
            f"title: {lines[0]}\npublisher: {lines[2]}\n"
        )
    for number in range(claims):
        files[f"content/facts/claim-{number:05}.yaml"] = fact_file(number, articles)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def _site() -> str:
    topics = "".join(f"  {name}:\n    name: {name.capitalize()}\n" for name in TOPICS)
    return f"title: Quays\ndescription: A site to measure with.\ntopics:\n{topics}"


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
