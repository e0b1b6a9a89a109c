from __future__ import annotations

import csv
import io
import json
from itertools import product

import pytest

from factsite.render.data.tables import CLAIMS, EVIDENCE, _line, safe, table
from tests.built import RIVERS, Built, built
from tests.trust.payloads.reading import FORMULA, cell


def cells(content: bytes) -> list[list[str]]:
    """Return the cells of a table, as a strict reader of RFC 4180 has them."""
    return list(csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True))


def test_each_table_has_a_row_for_each_record(files: Built) -> None:
    """Rows and records go together, all rows are of one length, and every line ends in CR LF."""
    claims = json.loads(files["data/claims.json"])["claims"]
    heading, *rows = cells(files["data/claims.csv"])
    assert tuple(heading) == CLAIMS
    assert [row[0] for row in rows] == [claim["id"] for claim in claims]
    assert [row[1] for row in rows] == [str(safe(claim["claim"])) for claim in claims]
    heading, *pieces = cells(files["data/evidence.csv"])
    assert tuple(heading) == EVIDENCE
    assert [(row[0], row[1], row[6]) for row in pieces] == [
        (claim["id"], str(number), str(safe(piece["quotation"])))
        for claim in claims
        for number, piece in enumerate(claim["evidence"], 1)
    ]
    for name, width in (("data/claims.csv", len(CLAIMS)), ("data/evidence.csv", len(EVIDENCE))):
        assert {len(row) for row in cells(files[name])} == {width}
        assert files[name].count(b"\n") == files[name].count(b"\r\n") == len(cells(files[name]))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-2", "'-2"), ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", " '=1"), ("\u00a0=1", "\u00a0'=1"), ("＝1", "'＝1"), ("\tx", "'\tx"), ("\t=1", "'\t'=1"), ("\r=1", "'\r'=1"), ("\n=1", "'\n'=1"),
        ('"=1"', '"\'=1"'), ("'=1", "''=1"), ("a;=1", "a;'=1"), ("a; -5", "a; '-5"), ("a\t@b", "a\t'@b"), ('a;"=1"', 'a;"\'=1"'), ("'\tx", "''\tx"),
    ],
)  # fmt: skip
def test_no_text_is_a_formula(words: str, written: str) -> None:
    """A sign that a spreadsheet would obey gets a mark before it, also where it may begin a cell because cells are parted by other signs there."""
    [[cell]] = cells(_line([words]).encode())
    assert cell == written


def test_every_text_can_be_read_back() -> None:
    """Of all texts of up to four such signs, none is run, and taking the marks away gives each as it was typed."""
    texts = ["".join(signs) for count in range(5) for signs in product("='\";\t a\n＠", repeat=count)]
    assert [cell(safe(text)) for text in texts] == texts
    assert not any(FORMULA.search(safe(text)) for text in texts)


@pytest.mark.parametrize(
    "words", ["a = b", "x@y", "1,200", 'a "b"', "a\nb", "a;b", "'", "’s", "", "</script>", "–"]
)
def test_other_text_stays_as_it_is(words: str) -> None:
    """Commas, quotation marks and line ends survive."""
    assert cells(_line([words, "next"]).encode()) == [[words, "next"]]


def test_numbers_of_ours_stay_numbers() -> None:
    """A negative number is no formula, and nothing is an empty cell."""
    assert table("t.csv", ["a", "b"], [_line([-5, None]).encode()]).page().content == b"a,b\r\n-5,\r\n"


def test_a_hostile_claim_stands_in_its_cell() -> None:
    """Markup and quotation marks of an article are text."""
    [row] = [row for row in cells(built(RIVERS)["data/evidence.csv"]) if row[:2] == ["length", "3"]]
    assert row[6] == '<script>alert("river")</script> The river is {{ 7 * 7 }} km long & more than 1,300 km'
