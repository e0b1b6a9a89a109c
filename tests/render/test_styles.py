"""The style sheet as it is sent."""

from __future__ import annotations

import pytest

from factsite.render.styles import squeezed


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("a {\n  color: red;\n}\n", "a{color: red;}\n"),
        ("/* why */\na,\nb > c:hover { margin: 0 1px }", "a,b > c:hover{margin: 0 1px}\n"),
        ("a { b: 1 } /* one */ c { d: 2 } /* two */ ;", "a{b: 1}c{d: 2};\n"),
        ("main :is(a, b) /* c */ d { width: calc(1px + 2px) }", "main :is(a,b) d{width: calc(1px + 2px)}\n"),
        ('a::after { content: "a  ; /* b */ \\" , c" }', 'a::after{content: "a  ; /* b */ \\" , c"}\n'),
        ("a { content: '\\'  , {' ; quotes: none }", "a{content: '\\'  , {';quotes: none}\n"),
        (
            "@media (min-width: 40rem) and (hover) { a { b: c } }",
            "@media (min-width: 40rem) and (hover){a{b: c}}\n",
        ),
    ],
)
def test_a_style_sheet_is_sent_without_what_only_its_writers_need(written: str, sent: str) -> None:
    """Comments and spare white space go; the spaces that say something, and all words in quotation marks, stay."""
    assert squeezed(written) == sent
