"""The same utterance quoted in different words."""

from __future__ import annotations

import pytest

from factsite.analyse.suggest.wordings import wordings
from tests.samples import suggested, words_of

TOWN = "“We will never leave this old town to them,” said Ambry."


def test_one_utterance_in_other_words() -> None:
    """What differs is told, and what it bears on."""
    [found] = suggested(wordings, TOWN, "“We shall leave this old town to them,” said Ambry.")
    assert (found.kind, found.relation, found.measure) == ("wording", "conflicting", "words of Ambry")
    assert found.reason == (
        "Quoted word for word, but not in the same words: “will never” against “shall”. The change touches a negation."
    )
    assert [[words for _, _, words in one] for one in words_of([found])] == [
        ["We will never leave this old town to them", "We shall leave this old town to them"]
    ]


def test_a_word_that_one_alone_has() -> None:
    """A word that is missing in the middle is a difference."""
    [found] = suggested(wordings, TOWN, "“We will never leave this town to them,” said Ambry.")
    assert found.reason == "Quoted word for word, but not in the same words: “old” in one alone."


@pytest.mark.parametrize(
    "other",
    [
        TOWN,
        TOWN.replace("We", "we"),
        "“We will never leave this old town,” said Ambry.",
        "“We [all] will never leave this old town to them,” said Ambry.",
        "“They shall soon come home for harvest,” said Ambry.",
        "We shall never leave this old town to them, said Ambry.",
        "“We will never,” said Ambry, “leave this old town to them.”",
    ],
    ids=["same", "case", "shorter", "inserted", "another", "not-quoted", "interrupted"],
)
def test_what_is_no_other_wording(other: str) -> None:
    """The same words, fewer, words in brackets, other utterances, words not quoted, and a quotation interrupted."""
    assert suggested(wordings, TOWN, other) == []


def test_each_utterance_is_suggested_once() -> None:
    """However many articles quote it."""
    found = suggested(wordings, TOWN, TOWN.replace("will", "shall"), TOWN.replace("will", "would"))
    assert [[item.source for item in one.items] for one in found] == [["a", "b", "c"]]
