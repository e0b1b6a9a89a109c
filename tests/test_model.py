from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from factsite.load import keys_of, yamltree
from factsite.load.records import Reader
from factsite.load.text import PlacedText
from factsite.model import RECORDS, Claim, Correction, Discrepancy, Site, Source, Verdict, Withdrawal
from factsite.values import LineRange, Prose, Reason, VerdictClass
from tests.samples import evidence, source

if TYPE_CHECKING:
    from factsite.load.keys import Key

SCALARS = [
    pytest.param(key, id=f"{record.__name__}.{key.name}")
    for record in RECORDS
    for key in keys_of(record).values()
    if not key.example.endswith("see below")
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_an_empty_mapping_is_no_record(record: type) -> None:
    """Every kind of record misses all its required keys in an empty mapping, and has some."""
    reader = Reader(PlacedText("x.yaml", "{}"))
    tree, _ = yamltree.parse(reader.source)
    assert tree is not None
    given = {"id": "x"} if record in (Claim, Source) else {}
    read: Any = reader.record(record, tree, "a record", **given)
    required = [key for key in keys_of(record).values() if key.required]
    assert required
    assert [fault.rule for fault in reader.faults] == ["missing-key"] * len(required)
    assert read.at.lost == {key.attribute for key in required}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_key_is_explained(record: type) -> None:
    """A key has a purpose that fits into a sentence, and an example."""
    for key in keys_of(record).values():
        assert key.purpose
        assert not key.purpose.endswith(".")
        assert "\n" not in key.purpose + key.example
        assert key.example


@pytest.mark.parametrize("key", SCALARS)
def test_an_example_is_a_value(key: Key) -> None:
    """What the docs and the messages show for a key can be copied into a file."""
    source_text = PlacedText("x.yaml", f"{key.name}: {key.example}\n")
    tree, faults = yamltree.parse(source_text)
    assert isinstance(tree, yamltree.Mapping)
    reader = Reader(source_text)
    ((_, node),) = tree.entries
    assert reader.value(key.type, node, key.name) is not None
    assert [*faults, *reader.faults] == []


@pytest.mark.parametrize(
    ("lines", "written", "words"),
    [(LineRange(5, 5), "5", "line 5"), (LineRange(5, 6), "5-6", "lines 5–6")],
)
def test_a_line_range(lines: LineRange, written: str, words: str) -> None:
    """One line is a number, more are two; both ends are included."""
    assert (str(lines), lines.words) == (written, words)
    assert (4 in lines, 5 in lines, lines.last in lines, 7 in lines) == (False, True, True, False)


def test_the_prose_of_a_claim_is_all_of_it() -> None:
    """Whatever is written in Markdown is checked for citations."""
    day = dt.date(2024, 11, 20)
    claim = Claim(
        id="length",
        claim="It is long.",
        verdict="supported",
        summary="So.",
        checked=day,
        evidence=(evidence("walk"),),
        notes=(Prose("note"),),
        discrepancy=Discrepancy(reason=Reason.DATE, note=Prose("discrepancy")),
        explanation=Prose("explanation"),
        outside=Prose("outside"),
        withdrawn=Withdrawal(date=day, reason=Prose("withdrawn")),
        corrections=(Correction(date=day, text=Prose("correction")),),
    )
    assert {text.text for text in claim.prose} == {
        "note", "discrepancy", "explanation", "outside", "withdrawn", "correction",
    }  # fmt: skip


def test_a_site_without_labels_of_its_own_has_the_four_classes() -> None:
    """The scale is that of AVeriTeC, under the names of the classes."""
    assert list(Site(title="Bridges").scale) == ["supported", "refuted", "conflicting", "not-enough-evidence"]


def test_a_label_of_the_site_takes_the_place_of_its_class() -> None:
    """What a class is called is said once; classes without a label keep their own name."""
    mixed = Verdict(label="Mixed", verdict_class=VerdictClass.CONFLICTING)
    scale = Site(title="Bridges", verdicts={"mixed": mixed}).scale
    assert list(scale) == ["mixed", "supported", "refuted", "not-enough-evidence"]
    assert scale["mixed"] is mixed


@pytest.mark.parametrize(
    ("particulars", "label"),
    [({}, "walk"), ({"title": "A walk"}, "A walk"), ({"title": "A walk", "name": "Courier"}, "Courier")],
)
def test_the_label_of_a_source(particulars: dict[str, str], label: str) -> None:
    """The editor's name goes before the title, the title before the id."""
    assert source("walk", **particulars).label == label
