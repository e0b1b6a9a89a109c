from __future__ import annotations

from factsite.search.words import words


def test_a_text_is_taken_apart_into_words() -> None:
    """Small letters without accents; numbers keep their points and lose their commas; apostrophes and hyphens part."""
    assert words("Korea’s 1.2 million-strong army: 87,600 “soldiers”, Zürich 12k.") == [
        "korea", "s", "1.2", "million", "strong", "army", "87600", "soldiers", "zurich", "12k",
    ]  # fmt: skip


def test_scripts_without_spaces_are_words_sign_by_sign() -> None:
    """A sign of theirs ends a word of letters beside it."""
    assert words("KN平壤a") == ["kn", "平", "壤", "a"]
    assert words("... – !") == []
