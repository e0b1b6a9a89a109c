"""Addresses for letters are found where an author wrote them out, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from factsite.diagnostic import Diagnostic
from factsite.load import read_essay, read_fact, read_origins, read_site, read_source
from factsite.load.letters import ADDRESS
from factsite.place import Place


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("Write to desk@example.org.", ["desk@example.org"]),
        ("<a.b+c@mail.example.co.uk>, or jürg@zürich.example", ["a.b+c@mail.example.co.uk", "jürg@zürich.example"]),
        ("mailto:desk@example.org?subject=x", ["desk@example.org"]),
        ("[@survey:3], @name, @name@social.example, a@b, desk at example.org, 5 @ 3.50, https://example.org/@name.b", []),
    ],
)  # fmt: skip
def test_what_is_an_address(text: str, addresses: list[str]) -> None:
    """What programs gather is found; a citation, a name in a network and a price are none."""
    assert ADDRESS.findall(text) == addresses


def fault(file: str, line: int, column: int) -> Diagnostic:
    """Return what is said of an address."""
    return Diagnostic(
        "address-for-letters", Place(file, line, column),
        "`a@b.example` would be published, and gathered by those who send unwanted letters",
        help="write `a at b.example`, or link to a page where you can be written to", severity="warning",
    )  # fmt: skip


def test_wherever_an_author_wrote_it() -> None:
    """Pages, data and feeds are made of these: each address is told at its own place, twice where it stands twice."""
    assert read_site("s", b"title: A\npublisher:\n  name: Us, a@b.example\n").faults == (fault("s", 3, 13),)
    assert read_origins("o", b"mi:\n  name: Ministry (a@b.example)\n  type: organization\n").faults == (
        fault("o", 2, 19),
    )
    assert fault("w", 1, 11) in read_source("w", b"note: Ask a@b.example.\n").faults
    assert read_essay("e", b"# Us\n\nAsk a@b.example\nor a@b.example.\n").faults == (
        fault("e", 3, 5), fault("e", 4, 4),
    )  # fmt: skip
    folded = b"explanation: >  # not a@b.example\n  One\n  a@b.example and\n  a@b.example.\n"
    found = [one for one in read_fact("f", folded).faults if one.rule == "address-for-letters"]
    assert found == [fault("f", 3, 3), fault("f", 4, 3)]


def test_an_articles_words_are_its_own() -> None:
    """A quotation is not the author's to change."""
    faults = read_fact("f", b"evidence:\n  - quote: Write to a@b.example.\n    note: a@b.example\n").faults
    assert [one for one in faults if one.rule == "address-for-letters"] == [fault("f", 3, 11)]
