"""Coverage as an editor reads it in the terminal."""

from __future__ import annotations

import json

from factsite.editor.coverage import as_json, as_text
from factsite.findings import Coverage, Part, Span


def coverage(name: str, *figures: Part, quotations: tuple[Part, ...] = ()) -> Coverage:
    """Return the coverage of an article of one line that is cited, and one that is not."""
    lines = Part(Span(1, 0, 9), "It opened", ("a",)), Part(Span(3, 2, 11), "It closed", ())
    return Coverage(
        source=name,
        file=f"seeds/{name}.txt",
        lines=lines,
        figures=figures,
        quotations=quotations,
        hidden=frozenset({3}),
    )


def test_what_no_claim_covers_is_told_by_its_place_in_the_order_of_the_text() -> None:
    """Lines and columns count from 1; of what begins together the line goes first, then the figure."""
    opening = coverage(
        "opening",
        Part(Span(1, 3, 7), "1,200", ("a", "b")),
        Part(Span(3, 2, 4), "10", ()),
        quotations=(Part(Span(1, 20, 30), "ten\x1b of 10", ()), Part(Span(3, 2, 9), "10 went " * 14, ())),
    )
    assert as_text([opening, coverage("walk")]) == (
        "opening: lines 1 of 2, figures 1 of 2, quotations 0 of 2\n"
        'seeds/opening.txt:1:21: quotation "ten\\u{1b} of 10"\n'
        'seeds/opening.txt:3:3: line "It closed"\n'
        'seeds/opening.txt:3:3: figure "10"\n'
        f'seeds/opening.txt:3:3: quotation "{"10 went " * 12}10…"\n'
        "walk: lines 1 of 2, figures 0 of 0, quotations 0 of 0\n"
        'seeds/walk.txt:3:3: line "It closed"\n'
        "2 sources: lines 2 of 4, figures 1 of 2, quotations 0 of 2.\n"
    )


def test_without_sources_there_is_only_the_total() -> None:
    """Nothing is nothing of nothing."""
    assert as_text([]) == "0 sources: lines 0 of 0, figures 0 of 0, quotations 0 of 0.\n"


def test_the_json_is_that_of_the_site() -> None:
    """Words that the site may not print are null here too."""
    document = json.loads(as_json([coverage("walk", Part(Span(3, 2, 4), "10", ()))]))
    assert document["sources"][0]["figures"] == [
        {"line": 3, "start": 2, "end": 4, "words": None, "claims": []}
    ]
