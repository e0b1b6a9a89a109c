"""Precision and recall of ``suggest`` on the labelled cases: ``make score``.

A labelled disagreement is found where a suggestion that conflicts (or, for one that is compatible, any suggestion of its
kind) holds two of its passages, by source and line. A suggestion that conflicts is right where it finds one; it is a
look-alike reported where it holds both passages of a pair that is labelled as one.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from factsite.analyse.suggest import article, suggest

if TYPE_CHECKING:
    from factsite.findings import Suggestion

CASES = Path(__file__).parent / "cases"


class Scored(NamedTuple):
    """One case, scored: labels found and missed, suggestions that conflict and are right, wrong, or look alike."""

    name: str
    found: list[dict[str, Any]]
    missed: list[dict[str, Any]]
    right: list[Suggestion]
    wrong: list[Suggestion]
    look_alikes: list[Suggestion]


def holds(suggestion: Suggestion, items: list[dict[str, Any]], *, exactly: bool = False) -> bool:
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
    case = yaml.safe_load(path.read_text("utf-8"))
    found = suggest(article(name, text.rstrip("\n").split("\n")) for name, text in case["articles"].items())
    labels = case["disagreements"]
    conflicting = [one for one in found if one.relation == "conflicting"]
    hits = [
        label
        for label in labels
        if any(
            holds(one, label["items"])
            for one in (
                conflicting
                if label["relation"] == "conflicting"
                else [one for one in found if one.kind == label["kind"]]
            )
        )
    ]
    right = [one for one in conflicting if any(holds(one, label["items"]) for label in labels)]
    alike = [
        one
        for one in conflicting
        if any(holds(one, pair["items"], exactly=True) for pair in case["look_alikes"])
    ]
    wrong = [one for one in conflicting if one not in right]
    return Scored(path.stem, hits, [label for label in labels if label not in hits], right, wrong, alike)


def main(pattern: str, *, verbose: bool) -> None:
    """Print the table over all cases whose names fit the pattern."""
    scored = [score(path) for path in sorted(CASES.glob(pattern))]
    if verbose:
        for one in scored:
            for label in one.missed:
                print(
                    f"MISSED {one.name}: {label['kind']}",
                    [(item["source"], item["line"], item["words"]) for item in label["items"]],
                )
            for kind, several in (("WRONG ", one.wrong), ("ALIKE ", one.look_alikes)):
                for suggestion in several:
                    print(
                        f"{kind} {one.name}: {suggestion.kind} {suggestion.score}",
                        [(item.source, item.line, item.words) for item in suggestion.items],
                    )
    kinds = ("figures", "dates", "wording", "name", "modality", "denial")
    print(f"{len(scored)} cases")
    print(f"{'kind':10}{'labelled':>10}{'found':>8}{'recall':>8}{'right':>8}{'wrong':>8}{'precision':>11}")
    rows = [(kind, [kind]) for kind in kinds] + [
        ("conflicts", ["figures", "dates", "wording"]),
        ("all", list(kinds)),
    ]
    for name, group in rows:
        found = sum(label["kind"] in group for one in scored for label in one.found)
        missed = sum(label["kind"] in group for one in scored for label in one.missed)
        right = sum(suggestion.kind in group for one in scored for suggestion in one.right)
        wrong = sum(suggestion.kind in group for one in scored for suggestion in one.wrong)
        print(
            f"{name:10}{found + missed:>10}{found:>8}{_share(found, missed):>8}{right:>8}{wrong:>8}{_share(right, wrong):>11}"
        )
    print(f"look-alikes reported as conflicting: {sum(len(one.look_alikes) for one in scored)}")


def _share(part: int, rest: int) -> str:
    return f"{part / (part + rest):.0%}" if part + rest else "–"


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "*.yaml", verbose=len(sys.argv) > 2)
