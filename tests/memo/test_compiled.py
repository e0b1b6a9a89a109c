"""What is compiled while the program runs, kept for later runs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from factsite.memo.compiled import Expressions, Kept

if TYPE_CHECKING:
    from pathlib import Path

EXPRESSIONS = (
    ("a(?P<name>b|c)+(d)?", re.IGNORECASE, "xABbcD"),
    (rb"[\x00-\x1f]+$", re.MULTILINE, b"a\x01\nb"),
    ("(?i:straße)|[^\u0400-\u04ff\U0001f600]{2,}?", re.NOFLAG, "Жзab STRASSE straße"),
    ("(?x) (?<! a ) b  # not after a", 0, "ab bb"),
)


def unexpected(*_: Any) -> Any:
    """Stands for what compiles where nothing has to be compiled."""
    pytest.fail("it was compiled again")


@pytest.mark.parametrize(("expression", "flags", "text"), EXPRESSIONS)
def test_an_expression_is_compiled_once_and_finds_the_same(
    expression: Any, flags: int, text: Any, tmp_path: Path
) -> None:
    """An expression of which it is kept what it was compiled to is not compiled again, and finds what it would find."""
    file = str(tmp_path / "kept")
    first = Expressions(Kept(file), unexpected).compiled(expression, flags)
    later = Expressions(Kept(file), unexpected)
    later._new = unexpected  # type: ignore[method-assign]
    fresh = re.compile(expression, flags)
    for one in (first, later.compiled(expression, flags)):
        assert (one, one.flags, one.groups, one.groupindex) == (
            fresh, fresh.flags, fresh.groups, fresh.groupindex
        )  # fmt: skip
        assert [(m.span(), m.groups(), m.lastgroup) for m in one.finditer(text)] == [
            (m.span(), m.groups(), m.lastgroup) for m in fresh.finditer(text)
        ]


def test_an_expression_with_a_fault_is_faulted_as_ever(tmp_path: Path) -> None:
    """What is no expression raises what ``re`` raises, and nothing is kept of it."""
    with pytest.raises(re.error, match=r"missing \), unterminated subpattern at position 0"):
        Expressions(Kept(str(tmp_path / "kept")), unexpected).compiled("(", 0)
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("kept", ["no tuple", (0, b"\0" * 8, 1, {}), (0, b"abc", 0, {})])
def test_what_cannot_have_been_kept_is_compiled(kept: Any) -> None:
    """Where what is kept of an expression is of no use to Python, it is compiled as ever."""
    found = Kept()
    found.thing(("a", 0), lambda: kept)
    assert Expressions(found, lambda *_: re.compile("b")).compiled("a") == re.compile("b")


@pytest.mark.parametrize("damage", [b"\0", b"\0\0\0\0\0\0\0\4abcd", b"\1\2\3\4\xff\xff\xff\xffx"])
def test_what_a_killed_program_left_is_cut_off(damage: bytes, tmp_path: Path) -> None:
    """What stands before a damage is kept, and so is what is added later."""
    file = tmp_path / "kept"
    Kept(str(file)).thing("one", lambda: 1)
    whole = file.read_bytes()
    file.write_bytes(whole + damage)
    assert Kept(str(file)).thing("one", unexpected) == 1
    assert file.read_bytes() == whole
    Kept(str(file)).thing("two", lambda: 2)
    assert Kept(str(file)).thing("two", unexpected) == 2


def test_where_the_disk_refuses_nothing_is_kept(tmp_path: Path) -> None:
    """In a folder that is not there nothing is written, and things are made."""
    file = str(tmp_path / "none" / "kept")
    assert Kept(file).thing("one", lambda: 1) == 1
    assert Kept(file).thing("one", lambda: 2) == 2
