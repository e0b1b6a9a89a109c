"""Sentences that speak to a claim."""

from __future__ import annotations

from factsite.analyse.occurrences import Search
from factsite.analyse.speaking import similar, speaking, speaks_best
from factsite.model import Boilerplate
from factsite.values import LineRange
from tests.samples import article, background, source

PAPER = article(
    "The mayor opened the old mill. The fire at the mill of Torvik killed 41 people on Monday. Nobody saw it begin, and the town waits for "
    "the report that the council has promised for the spring of next year.",
    "",
    "The mill had burnt before.",
    "Fire at the mill of Torvik: more",
)
OTHER = article("Bridges are long.", "A fire in Torvik killed people.")
TEXTS = {"other": OTHER, "paper": PAPER}
CLAIM = "The fire in Torvik killed 50 people."


def search() -> Search:
    """Return a search through both articles; the last line of one is no text of it."""
    end = source("paper", boilerplate=(Boilerplate(lines=LineRange(4, 4), reason="more"),))
    return Search(background(TEXTS, sources={"paper": end}), (), tuple(TEXTS))


def quotes(first: int, last: int, claim: str = CLAIM) -> list[tuple[str, str]]:
    """Return lines and quotation of what is quoted of the paper."""
    return [
        (str(one.lines), one.quote) for one in speaks_best(claim, "paper", LineRange(first, last), search())
    ]


def test_one_sentence_of_each_article_the_best_first() -> None:
    """The words of the claim that few sentences have weigh most; a word that no article has weighs nothing."""
    assert [(one.source, one.quote) for one in speaking(CLAIM, search())] == [
        ("other", "A fire in Torvik killed people."),
        ("paper", "The fire at the mill of Torvik killed 41 people on Monday."),
    ]


def test_nothing_speaks_to_a_claim_of_other_things() -> None:
    """One common word is too little."""
    assert speaking("Elections were held in Torvik and Alm.", search()) == ()


def test_of_a_long_line_the_best_sentence_is_quoted() -> None:
    """Of several lines each that shares a word; the lines are those where the quotation stands."""
    assert quotes(1, 1) == [("1", "The fire at the mill of Torvik killed 41 people on Monday.")]
    assert quotes(1, 3) == quotes(1, 1)
    assert quotes(1, 3, "The mill had burnt twice.") == [
        ("1-3", "The mayor opened the old mill. … The mill had burnt before.")
    ]  # fmt: skip


def test_a_short_line_is_quoted_whole() -> None:
    """Also where it shares no word with the claim: the editor asked for it. An empty line has nothing to quote."""
    assert quotes(3, 3, "Bridges are long.") == [("3", "The mill had burnt before.")]
    assert quotes(2, 2) == []


def test_similar_claims_share_most_words() -> None:
    """Endings and small words do not tell two apart."""
    others = [("fire", "A fire killed 50 people at Torvik."), ("mill", "The mill in Torvik burnt.")]
    assert list(similar(CLAIM, others)) == ["fire"]
