from __future__ import annotations

import datetime as dt

import pytest

from factsite.editor.articles import Read, read_off

TODAY = dt.date(2024, 12, 1)
DAY = dt.date(2024, 10, 23)
TEXT = "The bridge is 412 metres long, the council said."


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (("A bridge is late again",), Read(title=("A bridge is late again", 1))),
        (("\ufeffA bridge is late again\u00a0",), Read(title=("A bridge is late again", 1))),
        (("World News",), Read()),
        (("A bridge is late again.",), Read()),
        (("23 October 2024",), Read(published=(DAY, 1))),
        (("Oct. 23, 2024 | 14:05",), Read(published=(DAY, 1))),
        (("Today : Oct 22, 2024", "News", "23 October 2024"), Read(published=(DAY, 3))),
        (("22 October 2024", "23 October 2024"), Read()),
        (("Updated 23 October 2024",), Read()),
        (("2 December 2024",), Read()),
        (("October 23", "October 2024"), Read()),
        (("SEOUL, 23 October 2024 – The bridge that was to open this year is late again",), Read()),
        (("By Ida Holm",), Read(author=("Ida Holm", 1))),
        (("by Ida van der Holm",), Read(author=("Ida van der Holm", 1))),
        (
            ("By Ida van der Holm and Jan-Ole Ø. Berg",),
            Read(author=("Ida van der Holm and Jan-Ole Ø. Berg", 1)),
        ),
        (("By the end of it",), Read()),
        (("By Ida Holm", "By Jan Berg"), Read()),
        (("Publisher: The Post",), Read(publisher=("The Post", 1))),
        (("A bridge\x1b[2J is late again",), Read()),
    ],
)
def test_what_is_certain_is_read_off(head: tuple[str, ...], expected: Read) -> None:
    """A headline, a byline and a date each have a line of their own; what can be something else is left out."""
    assert read_off((*head, "", TEXT, TEXT, TEXT), TODAY) == expected


def test_a_text_without_a_head() -> None:
    """A note of two lines has no headline."""
    assert read_off(("A bridge is late again", TEXT), TODAY) == Read()
