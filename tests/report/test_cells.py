from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.report.cells import CUT, shown, width, wrapped
from factsite.report.ink import printable

TEXTS = st.text("ab 北é\u0301\t\x1b“”\u00a0\u200b", max_size=120)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("北京", 4),
        ("ＡＢ", 4),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("“…”", 3),
        ("", 0),
    ],
)
def test_width(text: str, cells: int) -> None:
    """East Asian signs take two cells; a mark melts into its letter."""
    assert width(text) == cells


@given(line=TEXTS, bounds=st.tuples(st.integers(0, 120), st.integers(0, 20)), room=st.integers(12, 60))
def test_a_line_fits_and_its_middle_is_there(line: str, bounds: tuple[int, int], room: int) -> None:
    """However long it is, it takes no more room than there is, and the marks stand below the words they mean."""
    first = min(bounds[0], len(line))
    last = min(first + bounds[1], len(line))
    seen = shown(line, first, last, room)
    assert width(seen.text) <= room
    assert len(seen.starts) == len(line) + 1
    assert list(seen.starts) == sorted(seen.starts)
    middle = "".join("    " if sign == "\t" else printable(sign) for sign in line[first:last])
    if width(middle) <= room - 10:
        assert seen.starts[last] - seen.starts[first] == width(middle)
        assert middle in seen.text
        before = seen.text[: seen.text.index(middle, len(CUT) if seen.text.startswith(CUT) else 0)]
        assert not middle.strip() or width(before) <= seen.starts[first]


def test_a_long_line_is_cut_between_words() -> None:
    """What is left out is on both sides, and the middle stays in sight."""
    line = "one two three four five six seven eight nine ten"
    assert shown(line, 19, 23, 26).text == "…four five six…"
    assert shown(line, 0, 3, 26).text == "one two three four five…"
    assert shown(line, 45, 48, 26).text == "…seven eight nine ten"


def test_wrapped_text_keeps_its_words() -> None:
    """Lines break at spaces; a word that is too long stands alone."""
    assert list(wrapped("a bc def ghij-klmn o", 6, "  ")) == ["a bc", "  def", "  ghij-klmn", "  o"]
    assert list(wrapped("", 6, "")) == [""]
