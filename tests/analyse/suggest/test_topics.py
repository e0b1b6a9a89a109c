"""Which articles are compared."""

from __future__ import annotations

from factsite.analyse.suggest.articles import article
from factsite.analyse.suggest.topics import FEW, SHARED, related

LETTERS = "abcdefghijklmnopqrstuvwxyz"


def test_few_articles_are_all_compared() -> None:
    """Whatever they are about."""
    articles = {name: article(name, [f"word{name}"]) for name in "cab"}
    assert list(related(articles)) == [("a", "b"), ("a", "c"), ("b", "c")]


def test_of_many_articles_those_are_compared_that_share_rare_words() -> None:
    """Words that nobody else or everybody uses count nothing, and one word fewer than are needed is too few."""
    own = {name: " ".join(f"{name * 3}{other * 2}" for other in LETTERS) for name in LETTERS}
    event = [f"torvik{letter}" for letter in LETTERS[:SHARED]]
    own["b"] += " " + " ".join(event)
    own["y"] += " " + " ".join(event)
    own["z"] += " " + " ".join(event[1:])
    articles = {name: article(name, [f"everybody {text}"]) for name, text in own.items()}
    assert len(articles) > FEW
    assert list(related(articles)) == [("b", "y")]
