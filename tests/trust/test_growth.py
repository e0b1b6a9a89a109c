"""No regular expression of the program grows faster than the text: each is known to be harmless by its structure, or by what it reads."""

from __future__ import annotations

import re

import pytest

from tests.trust import ambiguity, expressions
from tests.trust.expressions import PACKAGE
from tests.trust.growth import HARMLESS, growing


def test_no_expression_grows_faster_than_the_text() -> None:
    """A new one that does is told with its place and a text that makes it grow."""
    assert "\n".join(growing(expressions.expressions())) == ""


def test_every_expression_is_known() -> None:
    """One that is made where it is used is listed with what it can be; one is harmless for what it reads only while its structure is not."""
    assert expressions.untold() == []
    known = {one.pattern: one for one in expressions.expressions()}
    assert HARMLESS.keys() <= known.keys()
    assert all(ambiguity.pumps(pattern, known[pattern].flags, "search") for pattern in HARMLESS)


def test_a_new_expression_that_grows_is_told() -> None:
    """The message says which, where, and what text to try."""
    new = expressions.Expression("(a+)+$", 0, "factsite/new.py:7", frozenset({"match"}))
    assert list(growing([new])) == [
        "factsite/new.py:7: `(a+)+$` with match() grows faster than the text: try 'aa' + 'a' * 1000 + 'ab'"
    ]


GROWING = (
    ("a+b", "search"), (r"\s+$", "search"), ("a++b", "search"), ("<[^>]*>", "search"), (r"\w{3,}ed", "search"), ("x(?=.*y)", "search"),
    ('"(?:[^"\\\\]|\\\\.)*"', "search"), ("(a+)+b", "match"), ("(?:a*)*b", "match"), ("(a|a)*b", "match"), (".*a.*b", "match"),
    (r"\s*a?\s*b", "match"), ("(?:a?b?)*c", "match"), ("a*[ab]*c", "match"), (r"[\d_]+\.?[\d_]*", "fullmatch"), (r"(?:-[a-z]{5,8})*(?:-[a-z]{2,8})*", "fullmatch"),
)  # fmt: skip
LINEAR = (
    ("a+b", "match"), (r"(?<!\s)\s+$", "search"), (r"\w+", "search"), ("<[^<>]*>", "search"), (r"\w{3}ed", "search"), (r"\bincreas\w*\b", "search"),
    ("(.)\\1+", "search"), (r"(?:\s|\w)*c", "match"), ("a*+[ab]*c", "match"), ("(?>a*)[ab]*c", "match"), (r"\s*+a?\s*+b", "match"),
    ("^ *x", "search"), (r"[\d_]+(?:\.[\d_]*)?", "fullmatch"), (r"\d{1,9}x", "search"), (".*a.*a", "match"), (r"(?:-[a-z]{5,8})*(?:-[0-9](?:-[a-z]{2,8})+)*", "fullmatch"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("pattern", "how", "grows"), [(*one, True) for one in GROWING] + [(*one, False) for one in LINEAR]
)
def test_structure(pattern: str, how: str, grows: bool) -> None:
    """What a pump is made of drives the matcher round a loop, and fails; what is linear has none."""
    found = ambiguity.pumps(pattern, 0, how)
    assert bool(found) == grows
    tried = re.compile(pattern)
    for pump in found:
        text = pump.text(12)
        assert tried.fullmatch(text) is None if how == "fullmatch" else text


LITERAL = re.compile(
    r"(?:[(=,:;!&|?{}]|\breturn)\s*/((?![/*])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)/([a-z]*)"
)
SCRIPTS = (PACKAGE.parent / "templates").rglob("*.js")


def test_no_expression_of_the_scripts_grows_faster_than_the_text() -> None:
    """They are few, and written so that Python reads them too; the one that is made of parts is that of ``search/words.py``."""
    scripts = {path.name: path.read_text("utf-8") for path in SCRIPTS}
    found = [
        (name, body, "i" in flags)
        for name, text in sorted(scripts.items())
        for body, flags in LITERAL.findall(text)
    ]
    assert ("search.js", r"^L(\d+)$", False) in found
    assert len(found) >= 6
    assert not [one for one in found if ambiguity.pumps(one[1], re.IGNORECASE * one[2], "search")]
    assert [name for name, text in scripts.items() if "RegExp(" in text] == ["finder.js"]
