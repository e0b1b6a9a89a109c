"""What claims cover of an article."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factsite.analyse import examine_claim, row_of
from factsite.analyse.coverage import cover, source_coverage
from factsite.analyse.figures import mentions
from factsite.analyse.wording.utterances import utterances
from factsite.findings import Coverage, Part, Row, Span, tally
from factsite.model import Boilerplate, Corpus, Site, Withdrawal
from factsite.values import LineRange, Prose, Show
from tests.samples import TODAY, article, background, cited, claim, evidence, row, source

LINES = (
    "The bridge is 412 metres long.",
    "",
    " It opened in May 2024, and about 3,000 people came. “It is safe,” the mayor said on Monday.",
    "Read more: 10 bridges, “in pictures”",
)
PEOPLE = row("people", cited("opening", (3, 28, 39)))
SIZE = row("size", cited("opening", (1, 14, 24)), cited("opening", (3, 38, 50)), cited("opening", (1, 0, 3)))


def covered(*rows: Row, lines: tuple[str, ...] = LINES, **particulars: Any) -> Coverage:
    """Return what these rows cover of one article."""
    citations = [(one, citation) for one in rows for citation in one.cited]
    return source_coverage(source("opening", **particulars), article(*lines), citations)


def words_of(parts: tuple[Part, ...]) -> list[str]:
    """Return the words of parts."""
    return [part.words for part in parts]


def test_lines_figures_and_quotations_have_their_place_their_words_and_their_claims() -> None:
    """Each is covered by the claims that cite a character of it, each once, and by no other."""
    assert covered(PEOPLE, SIZE) == Coverage(
        source="opening",
        file="seeds/opening.txt",
        lines=(
            Part(Span(1, 0, 30), LINES[0], ("size",)),
            Part(Span(3, 1, 92), LINES[2].strip(), ("people", "size")),
            Part(Span(4, 0, 36), LINES[3], ()),
        ),
        figures=(
            Part(Span(1, 14, 24), "412 metres", ("size",)),
            Part(Span(3, 14, 22), "May 2024", ()),
            Part(Span(3, 28, 39), "about 3,000", ("people", "size")),
            Part(Span(4, 11, 13), "10", ()),
        ),
        quotations=(
            Part(Span(3, 54, 64), "It is safe", ()),
            Part(Span(4, 24, 35), "in pictures", ()),
        ),
        hidden=frozenset(),
    )


def test_boilerplate_is_not_counted() -> None:
    """Neither its lines, nor the figures and quotations in them."""
    found = covered(
        boilerplate=(
            Boilerplate(lines=LineRange(2, 3), reason="ad"),
            Boilerplate(lines=LineRange(4, 9), reason="links"),
        )
    )
    assert [words_of(parts) for _, parts in found.kinds] == [[LINES[0]], ["412 metres"], []]


def test_a_claim_that_was_withdrawn_covers_nothing() -> None:
    """What it had checked is open again."""
    gone = SIZE._replace(withdrawn=Withdrawal(date=TODAY, reason=Prose("Two bridges.")))
    assert covered(gone, PEOPLE) == covered(PEOPLE)


def test_a_mention_in_prose_covers_nothing_and_evidence_of_any_stance_does() -> None:
    """Only where words are cited has somebody held them against the article."""
    piece = evidence("opening", "context", "412 metres")
    prose = Prose("Long [@opening:3].")
    written = claim(piece, explanation=prose)
    around = background({"opening": article(*LINES)})
    found = examine_claim(written, around)
    assert [part.claims for part in covered(row_of(written, found, around.sources)).lines] == [
        ("length",),
        (),
        (),
    ]


def test_figures_are_the_amounts_and_dates_that_can_be_read() -> None:
    """A weekday can be read where the article has a date; multiples and vague amounts cannot."""
    lines = ("On Monday thousands came, twice as many as the year before, and several stayed.",)
    assert words_of(covered(lines=lines).figures) == []
    assert words_of(covered(lines=lines, published=dt.date(2024, 10, 23)).figures) == ["Monday"]


def test_quotation_marks_around_nothing_are_no_quotation() -> None:
    """There is nothing to check between them."""
    assert covered(lines=("He said “..., ” and left.",)).quotations == ()


def test_lines_that_the_site_may_not_print_are_told() -> None:
    """Where an article is shown in part, all but the cited lines and one around each; a withdrawn claim's stay."""
    gone = PEOPLE._replace(withdrawn=Withdrawal(date=TODAY, reason=Prose("Two bridges.")))
    assert covered(gone, show=Show.CITED).hidden == {1}
    assert covered(show=Show.CITED).hidden == {1, 2, 3, 4}
    assert covered(gone).hidden == frozenset()


def test_every_source_that_could_be_read_has_its_coverage() -> None:
    """Each with the citations of its own; a source without a text has none."""
    corpus = Corpus(
        site=Site(title="Bridges"),
        sources={name: source(name) for name in ("lost", "opening", "walk")},
        texts={"opening": article(*LINES), "walk": article("It is 3 km.")},
        origins={}, origins_lost=False, claims=(), essays=(), ids={}, seeds=(),
    )  # fmt: skip
    found = cover(corpus, [PEOPLE, row("walk", cited("walk", (1, 6, 10)), cited("lost", (1, 0, 1)))])
    assert [one.source for one in found] == ["opening", "walk"]
    assert found[0] == covered(PEOPLE)
    assert found[1].figures == (Part(Span(1, 6, 10), "3 km", ("walk",)),)
    assert tally(one.strokes for one in found) == (("line", 2, 4), ("figure", 2, 5), ("quotation", 0, 2))
    assert tally([]) == (("line", 0, 0), ("figure", 0, 0), ("quotation", 0, 0))


ENDS = st.tuples(st.sampled_from("abc"), st.integers(1, 4), st.integers(0, 95), st.integers(0, 95))


@given(st.lists(ENDS, max_size=12))
def test_a_part_is_covered_by_exactly_the_claims_that_cite_a_character_of_it(
    ends: list[tuple[str, int, int, int]],
) -> None:
    """The result agrees with trying every character by itself."""
    spans = [(name, line, min(a, b), max(a, b) + 1) for name, line, a, b in ends]
    found = covered(*(row(name, cited("opening", span)) for name, *span in spans))  # type: ignore[arg-type]
    for _, parts in found.kinds:
        for part in parts:
            here = range(part.span.start, part.span.end)
            owners = [
                name
                for name, line, start, end in spans
                if line == part.span.line and set(here) & set(range(start, end))
            ]
            assert part.claims == tuple(dict.fromkeys(owners))


@given(st.lists(st.text("“”\"' .,3aM"), max_size=5), st.sets(st.integers(1, 5)))
def test_nothing_that_counts_is_left_out_and_every_part_stands_where_it_says(
    lines: list[str], left_out: set[int]
) -> None:
    """Words are those of the article at their place, and no line is lost but the empty and the boilerplate."""
    boilerplate = tuple(Boilerplate(lines=LineRange(line, line), reason="ad") for line in left_out)
    found = covered(lines=tuple(lines), boilerplate=boilerplate)
    counted = [n for n, line in enumerate(lines, 1) if line.strip() and n not in left_out]
    assert [part.span.line for part in found.lines] == counted
    for _, parts in found.kinds:
        for part in parts:
            assert part.words == lines[part.span.line - 1][part.span.start : part.span.end] != ""
    texts = [lines[number - 1] for number in counted]
    read = [one for line in texts for one in mentions(line) if one.figure.interval or one.figure.days]
    assert len(found.figures) == len(read)
    assert len(found.quotations) == sum(bool(one.text) for line in texts for one in utterances(line))
