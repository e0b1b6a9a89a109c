"""How well ``suggest`` does on the labelled set: ``make score``.

A labelled disagreement is found where a suggestion that conflicts (or, for one that is compatible, any suggestion of its
kind) holds two of its passages, by source and line. A suggestion that conflicts is right where it finds one; it is a
look-alike reported where it holds both passages of a pair that is labelled as one. With a pattern of file names and any
further word, what was missed and what is wrong is printed, too: ``python -m tests.suggest.score "dev-*" all``.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from factsite.analyse.figures import read
from factsite.analyse.suggest import article, suggest
from factsite.editor.readings import reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factsite.findings import Suggestion

HERE = Path(__file__).parent
CASES = HERE / "cases"
KINDS = ("figures", "dates", "wording", "name", "modality", "denial")
CONFLICTS = KINDS[:3]


class Scored(NamedTuple):
    """One case, scored: labels found and missed, suggestions that conflict and are right, wrong, or look alike."""

    name: str
    found: list[dict[str, Any]]
    missed: list[dict[str, Any]]
    right: list[Suggestion]
    wrong: list[Suggestion]
    look_alikes: list[Suggestion]


class Counts(NamedTuple):
    """The labels of some kinds that were found and missed, and the suggestions that conflict, right and wrong."""

    found: int
    missed: int
    right: int
    wrong: int

    @property
    def recall(self) -> float:
        """The share of the labels that was found."""
        return self.found / ((self.found + self.missed) or 1)

    @property
    def precision(self) -> float:
        """The share of the suggestions that is right."""
        return self.right / ((self.right + self.wrong) or 1)


def case(path: Path) -> dict[str, Any]:
    """Return a labelled case, the text of each article cut into lines."""
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    articles = {name: text.rstrip("\n").split("\n") for name, text in found["articles"].items()}
    return {**found, "articles": articles}


def holds(suggestion: Suggestion, items: Sequence[dict[str, Any]], *, exactly: bool = False) -> bool:
    """Say whether a suggestion holds two of the labelled passages, with the labelled words where ``exactly``."""

    def has(item: dict[str, Any]) -> bool:
        return any(
            one.source == item["source"]
            and one.line == item["line"]
            and (not exactly or one.words in item["words"] or item["words"] in one.words)
            for one in suggestion.items
        )

    places = {(item["source"], item["line"], item["words"]) for item in items if has(item)}
    return len(places) >= 2 and len({(one.source, one.line, one.start) for one in suggestion.items}) >= 2


def score(path: Path) -> Scored:
    """Score one case."""
    labelled = case(path)
    found = suggest(article(name, lines) for name, lines in labelled["articles"].items())
    conflicting = [one for one in found if one.relation == "conflicting"]
    hits, missed = [], []
    for label in labelled["disagreements"]:
        strict = label["relation"] == "conflicting"
        looked_at = conflicting if strict else [one for one in found if one.kind == label["kind"]]
        (hits if any(holds(one, label["items"]) for one in looked_at) else missed).append(label)
    right = [
        one for one in conflicting if any(holds(one, label["items"]) for label in labelled["disagreements"])
    ]
    alike = [
        one
        for one in conflicting
        if any(holds(one, pair["items"], exactly=True) for pair in labelled["look_alikes"])
    ]
    return Scored(path.stem, hits, missed, right, [one for one in conflicting if one not in right], alike)


def scores(pattern: str = "*") -> list[Scored]:
    """Score all cases whose names fit the pattern."""
    return [score(path) for path in sorted(CASES.glob(f"{pattern.removesuffix('.yaml')}.yaml"))]


def counts(scored: Iterable[Scored], kinds: Sequence[str] = KINDS) -> Counts:
    """Count what was found, missed, right and wrong in labels and suggestions of some kinds."""
    several = list(scored)
    return Counts(
        sum(label["kind"] in kinds for one in several for label in one.found),
        sum(label["kind"] in kinds for one in several for label in one.missed),
        sum(suggestion.kind in kinds for one in several for suggestion in one.right),
        sum(suggestion.kind in kinds for one in several for suggestion in one.wrong),
    )


def agreeing() -> list[dict[str, str]]:
    """Return the pairs of sentences that agree."""
    pairs: list[dict[str, str]] = yaml.safe_load((HERE / "agree.yaml").read_text("utf-8"))
    return pairs


def reported(pairs: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Return the pairs that are reported as conflicting, each as two articles of one line."""
    return [
        pair
        for pair in pairs
        if any(
            one.relation == "conflicting"
            for one in suggest([article("a", [pair["a"]]), article("b", [pair["b"]])])
        )
    ]


def phrases(pattern: str = "phrases*") -> list[dict[str, Any]]:
    """Return the labelled phrases of the files whose names fit the pattern."""
    return [
        phrase
        for path in sorted(HERE.glob(f"{pattern}.yaml"))
        for phrase in yaml.safe_load(path.read_text("utf-8"))
    ]


def read_as_labelled(phrase: dict[str, Any]) -> bool:
    """Say whether a phrase is read as labelled: numbers to one in a thousand, all else exactly."""
    published = phrase.get("published")
    found = reading(read(phrase["words"], dt.date.fromisoformat(published) if published else None)) or {}
    return all(_same(found[key], phrase[key]) for key in ("low", "high", "unit", "qualifier"))


def _same(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= 0.001 * abs(other)
    return one == other


def table(scored: Sequence[Scored]) -> Iterator[str]:
    """Yield the lines of a table of precision and recall by kind."""
    yield f"{'kind':10}{'labelled':>10}{'found':>8}{'recall':>8}{'right':>8}{'wrong':>8}{'precision':>11}"
    for name, kinds in [*((kind, [kind]) for kind in KINDS), ("conflicts", CONFLICTS), ("all", KINDS)]:
        of = counts(scored, kinds)
        labelled, reported = of.found + of.missed, of.right + of.wrong
        recall = f"{of.recall:.0%}" if labelled else "–"
        precision = f"{of.precision:.0%}" if reported else "–"
        yield f"{name:10}{labelled:>10}{of.found:>8}{recall:>8}{of.right:>8}{of.wrong:>8}{precision:>11}"
    yield f"look-alikes reported as conflicting: {sum(len(one.look_alikes) for one in scored)}"


def details(scored: Iterable[Scored]) -> Iterator[str]:
    """Yield a line for each label that was missed, and for each suggestion that is wrong or only looks alike."""
    for one in scored:
        for label in one.missed:
            places = [(item["source"], item["line"], item["words"]) for item in label["items"]]
            yield f"MISSED {one.name}: {label['kind']} {places}"
        for name, several in (("WRONG ", one.wrong), ("ALIKE ", one.look_alikes)):
            for suggestion in several:
                found = [(item.source, item.line, item.words) for item in suggestion.items]
                yield f"{name} {one.name}: {suggestion.kind} {suggestion.score} {found}"


def main(patterns: Sequence[str], *, verbose: bool) -> None:
    """Print a table for each pattern of names, then how pairs that agree and phrases fare."""
    for pattern in patterns:
        scored = scores(pattern)
        print(f"{len(scored)} cases {pattern}", *(details(scored) if verbose else ()), sep="\n")
        print(*table(scored), "", sep="\n")
    pairs, labelled = agreeing(), phrases()
    print(f"agreeing pairs reported as conflicting: {len(reported(pairs))} of {len(pairs)}")
    print(f"phrases read as labelled: {sum(map(read_as_labelled, labelled))} of {len(labelled)}")


if __name__ == "__main__":
    groups = sorted({f"{path.name.partition('-')[0]}-*" for path in CASES.glob("*.yaml")})
    main(sys.argv[1:2] or [*groups, "*"], verbose=len(sys.argv) > 2)
