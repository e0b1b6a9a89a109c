"""Coverage as text for an editor at work, and as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite.english import number_of, out_of, plural, shortened
from factsite.findings import tally
from factsite.place import Place
from factsite.render import coverage_page
from factsite.report import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factsite.findings import Coverage

LONGEST = 100
"""Words are cut to so many characters: enough to know them by, few enough for a line."""


def as_json(coverages: Sequence[Coverage]) -> str:
    """Return the text of ``data/coverage.json``."""
    return coverage_page(coverages).content.decode("utf-8")


def as_text(coverages: Sequence[Coverage]) -> str:
    """Return, for each source, how much is covered and a line for all that is not; in the last line the total."""
    lines = [line for one in coverages for line in (f"{one.source}: {_counts([one])}", *_uncovered(one))]
    total = f"{number_of(len(coverages), 'source')}: {_counts(coverages)}."
    return "".join(f"{printable(line)}\n" for line in (*lines, total))


def _counts(coverages: Sequence[Coverage]) -> str:
    """Say how much is covered: "lines 12 of 17, figures 9 of 14, quotations 5 of 5"."""
    return ", ".join(
        f"{plural(name)} {out_of(covered, every)}"
        for name, covered, every in tally(one.strokes for one in coverages)
    )


def _uncovered(coverage: Coverage) -> Iterator[str]:
    """Yield what no claim covers, in the order of the text: its place, what it is, and its words."""
    missing = [
        (Place(coverage.file, part.span.line, part.span.start + 1), order, name, part.words)
        for order, (name, parts) in enumerate(coverage.kinds)
        for part in parts
        if not part.claims
    ]
    for place, _, name, words in sorted(missing):
        yield f'{place}: {name} "{shortened(words, LONGEST)}"'
