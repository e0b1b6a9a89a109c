from __future__ import annotations

from factsite.changes import (
    Change,
    ClaimChange,
    ClaimLine,
    Comparison,
    CoverageChange,
    Look,
    Moved,
    SourceChange,
)
from factsite.editor.comparison import as_text
from factsite.editor.comparison.outline import PAGES


def lines(comparison: Comparison) -> list[str]:
    """Return what is printed below the headline."""
    return as_text(comparison, "main").splitlines()[2:]


def test_what_no_longer_stands_comes_first() -> None:
    """Claims that are gone, where their address leads, and why one was withdrawn."""
    gone = ClaimLine("old", "It was so.", "Supported", leads_to="new")
    withdrawn = ClaimChange(id="a", claim="It is so.", withdrawn=Change("withdrawn", "", "reason: No."))
    assert lines(Comparison(claims_removed=(gone,), claims_changed=(withdrawn,))) == [
        "Claims removed or withdrawn",
        "  old: It was so. (Supported)",
        "      leads to: new",
        "  a: It is so.",
        "      withdrawn: added: reason: No.",
    ]


def test_what_only_moved_is_one_line() -> None:
    """All citations with other lines and the same words, and nothing else of their claims."""
    moved = tuple(
        ClaimChange(
            id=name, claim="So.", moved=(Moved("survey", "3", "4"), Moved("notes", "walk:1", "walk:2"))
        )
        for name in ("a", "b")
    )
    comparison = Comparison(claims_changed=moved)
    assert as_text(comparison, "main").splitlines() == [
        "Compared with main: Nothing changed that a reader would notice, 4 citations re-anchored.",
        "",
        "Same words, other lines",
        "  re-anchored: a (survey 3 → 4, notes walk:1 → walk:2); b (survey 3 → 4, notes walk:1 → walk:2)",
    ]


def test_sources_and_coverage() -> None:
    """How much of a text changed, and what is covered before and after."""
    source = SourceChange(id="walk", was="stroll", repinned=True, lines_added=1, lines_removed=2)
    coverage = (CoverageChange("", "line", 1, 2, 2, 2), CoverageChange("walk", "quotation", 0, 0, 0, 3))
    assert lines(Comparison(sources_changed=(source,), coverage=coverage)) == [
        "Sources",
        "  walk: was stroll; repinned: 1 line of its text added, 2 removed",
        "",
        "Coverage",
        "  source       what        before  after",
        "  all sources  lines       1 of 2  2 of 2",
        "  walk         quotations  0 of 0  0 of 3",
    ]


def test_no_more_pages_than_anybody_looks_at() -> None:
    """The others are counted."""
    look = tuple(Look("claim", f"c{number}", "new") for number in range(PAGES + 3))
    printed = lines(Comparison(look=look))
    assert (printed[1], printed[-1], len(printed)) == (
        "  claims/c0.html: new",
        "  3 more: of less weight",
        PAGES + 2,
    )


def test_nothing_steers_the_terminal() -> None:
    """What an author wrote is printed with its signs shown by their numbers."""
    added = ClaimLine("a", "It is \x1b[31mred\u202e.", "Supported")
    assert lines(Comparison(claims_added=(added,)))[1] == "  a: It is \\u{1b}[31mred\\u{202e}. (Supported)"
