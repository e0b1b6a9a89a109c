from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.diagnostic import Diagnostic
from factsite.edits import Edit
from factsite.load import yamltree
from factsite.load.keys import keys_of
from factsite.load.records import Reader
from factsite.load.text import PlacedText, decode
from factsite.model import Claim, Discrepancy, Evidence, Origin, Site, Topic, Verdict
from factsite.place import Place
from factsite.values import InlineCitation, LineRange, Prose, Reason, Stance, VerdictClass

FILE = "content/facts/length.yaml"

FACT = """\
claim: The bridge is
  412 metres long.
verdict: supported
summary: 'Two articles say so.'
checked: 2024-11-20
evidence:
  - source: opening
    lines: 5-6
    quote: 412 metres long
    stance: supports
"""


def read(text: str) -> tuple[Claim | None, list[Diagnostic]]:
    """Read a text as a fact file."""
    source = PlacedText(FILE, text)
    tree, faults = yamltree.parse(source)
    assert tree is not None
    assert faults == []
    reader = Reader(source)
    return reader.record(Claim, tree, "a fact file", id="length"), reader.faults


def test_a_record_is_read() -> None:
    """Values get the types of their fields, and what is left out its default."""
    assert read(FACT) == (
        Claim(
            id="length",
            claim="The bridge is 412 metres long.",
            verdict="supported",
            summary="Two articles say so.",
            checked=dt.date(2024, 11, 20),
            evidence=(
                Evidence(
                    source="opening", lines=LineRange(5, 6), quote="412 metres long", stance=Stance.SUPPORTS
                ),
            ),
        ),
        [],
    )


def test_every_value_keeps_its_place() -> None:
    """A record knows where it begins and where each of its values stands; what was not given has the record's place."""
    claim, _ = read(FACT)
    assert claim is not None
    assert [str(claim.at[key]) for key in ("claim", "verdict", "evidence", "topic")] == [
        f"{FILE}:1:8",
        f"{FILE}:3:10",
        f"{FILE}:7:3",
        f"{FILE}:1:1",
    ]
    piece = claim.evidence[0]
    assert [str(piece.at[key]) for key in ("source", "lines", "figure")] == [
        f"{FILE}:7:13",
        f"{FILE}:8:12",
        f"{FILE}:7:5",
    ]
    assert claim.at.lost == piece.at.lost == frozenset()


def test_prose_in_a_block_keeps_the_places_of_its_citations() -> None:
    """A citation in an indented block is placed in the file, not in the block."""
    claim, _ = read(
        FACT
        + "explanation: |\n  The first article says so.\n\n  It says so in line five [@opening:5].\nnotes: ['it''s [@opening:6]']\n"
    )
    assert claim is not None
    assert claim.explanation == Prose(
        "The first article says so.\n\nIt says so in line five [@opening:5].",
        (InlineCitation("opening", LineRange(5, 5), "[@opening:5]", Place(FILE)),),
    )
    assert str(claim.explanation.citations[0].place) == f"{FILE}:14:27"
    assert str(claim.notes[0].citations[0].place) == f"{FILE}:15:16"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "summary:", "sumary:", Diagnostic(
                "unknown-key", Place(FILE, 4, 1), "`sumary` is no key of a fact file", "did you mean `summary`?",
                fix=Edit(Place(FILE, 4, 1), "summary"),
            ), id="a misspelt key",
        ),
        pytest.param(
            "checked:", "sumary: So.\nchecked:", Diagnostic(
                "unknown-key", Place(FILE, 5, 1), "`sumary` is no key of a fact file",
                "did you mean `summary`, which is given already? take it out",
            ), id="a misspelt key that is given too",
        ),
        pytest.param(
            "checked:", "zz: 1\nchecked:", Diagnostic(
                "unknown-key", Place(FILE, 5, 1), "`zz` is no key of a fact file",
                "take it out; docs/fields.md lists the keys",
            ), id="no such key",
        ),
        pytest.param(
            "    stance: supports\n", "", Diagnostic(
                "missing-key", Place(FILE, 7, 5), "an item of `evidence` lacks `stance`: what these words do to the claim",
                "add it, as in `stance: refutes`",
            ), id="a missing key",
        ),
        pytest.param(
            " 'Two articles say so.'", "", Diagnostic(
                "empty-value", Place(FILE, 4, 9), "`summary` has no value",
                "write why, in one sentence, for a reader who reads nothing else; it is needed",
            ), id="no value",
        ),
        pytest.param(
            "'Two articles say so.'", "[so]", Diagnostic(
                "wrong-shape", Place(FILE, 4, 10), "`summary` is one text, not a list", "see docs/fields.md for the shape of each key",
            ), id="a list for a text",
        ),
        pytest.param(
            "'Two articles say so.'", "{so: so}", Diagnostic(
                "wrong-shape", Place(FILE, 4, 10), "`summary` is one text, not a mapping", "see docs/fields.md for the shape of each key",
            ), id="a mapping for a text",
        ),
        pytest.param(
            "checked:", "related: traffic\nchecked:", Diagnostic(
                "wrong-shape", Place(FILE, 5, 10), "`related` is a list: each item begins with `- `",
                "see docs/fields.md for the shape of each key",
            ), id="a text for a list",
        ),
        pytest.param(
            "checked:", "related: []\nchecked:", Diagnostic(
                "empty-value", Place(FILE, 5, 10), "`related` has no value", "write one, or delete the key",
            ), id="an empty list",
        ),
        pytest.param(
            "checked:", "related: [[traffic]]\nchecked:", Diagnostic(
                "wrong-shape", Place(FILE, 5, 11), "an item of `related` is one text, not a list",
                "see docs/fields.md for the shape of each key",
            ), id="a list in a list",
        ),
        pytest.param(
            "checked:", "discrepancy: date\nchecked:", Diagnostic(
                "wrong-shape", Place(FILE, 5, 14), "`discrepancy` is a mapping: lines of `key: value`",
                "see docs/fields.md for the shape of each key",
            ), id="a text for a mapping",
        ),
        pytest.param(
            "supports", "partly", Diagnostic(
                "unknown-value", Place(FILE, 10, 13), "`partly` is not one of the values here",
                "known here: `context`, `refutes`, `supports`",
            ), id="no such stance",
        ),
        pytest.param(
            "2024-11-20", "2024-11-31", Diagnostic(
                "not-a-date", Place(FILE, 5, 10), "`2024-11-31` is no date: November 2024 has 30 days",
                "a day from `2024-11-01` to `2024-11-30`",
            ), id="no such day",
        ),
        pytest.param(
            "'Two articles say so.'", '"So\\e[31m"', Diagnostic(
                "control-character", Place(FILE, 4, 10), "U+001B is a control character",
                "delete it; it cannot be seen, but it stands right here",
            ), id="a control character in disguise",
        ),
        pytest.param(
            "checked:", "topic: Bridges & tunnels\nchecked:", Diagnostic(
                "not-an-id", Place(FILE, 5, 8), "`Bridges & tunnels` is no id",
                "did you mean `bridges-tunnels`? small letters a to z, digits and single hyphens, as in `army-size`",
            ), id="no id",
        ),
    ],
)  # fmt: skip
def test_a_slip_is_one_fault(old: str, new: str, expected: Diagnostic) -> None:
    """Each slip gives one diagnostic, and the rest of the record is read."""
    assert old in FACT
    claim, faults = read(FACT.replace(old, new))
    assert faults == [expected]
    assert claim is not None
    assert claim.claim == "The bridge is 412 metres long."


def test_a_lost_value_is_listed_as_lost() -> None:
    """The record has a stand-in, and says that nothing may judge it."""
    claim, _ = read(FACT.replace("5-6", "five").replace("verdict: supported", "verdict: []"))
    assert claim is not None
    assert (claim.verdict, claim.at.lost) == ("", {"verdict"})
    assert (claim.evidence[0].lines, claim.evidence[0].at.lost) == (LineRange(1, 1), {"lines"})


def test_a_misspelt_key_is_read_as_what_was_meant() -> None:
    """Its value is neither lost nor unread."""
    claim, _ = read(FACT.replace("summary:", "sumary:"))
    assert claim is not None
    assert claim.summary == "Two articles say so."
    assert claim.at.lost == frozenset()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("summary: 'Two", "sumary: '"),
        ("checked: 2024-11-20", "cheked: yesterday"),
        ("    lines: 5-6", "    line: five"),
        ("summary:", "summarized:"),
        ("    quote:", "    qote:"),
        ("evidence:", "evidences:\n  - source: opening\nevidence:"),
        ("    stance: supports", "    stances: support"),
    ],
)
def test_a_misspelt_key_is_repaired_only_where_it_is_certain(old: str, new: str) -> None:
    """Not where its value is none of that key, where two slips were made, or where the key is there too.

    Of two keys it can be, it is the one that is needed and missing: `qote` is no `note` where there is no `quote`.
    """
    assert old in FACT
    _, faults = read(FACT.replace(old, new))
    misspelt = [fault.fix for fault in faults if fault.rule == "unknown-key"]
    certain = {
        "summary: 'Two": Edit(Place(FILE, 4, 1), "summary"),
        "    quote:": Edit(Place(FILE, 9, 5), "quote"),
    }
    assert misspelt == [certain.get(old)]


def test_a_list_with_a_faulty_item_is_lost_and_keeps_the_others() -> None:
    """What could be read is there; that something is missing is known."""
    claim, faults = read(FACT + "related: [traffic, Cost, age]\n")
    assert claim is not None
    assert [fault.rule for fault in faults] == ["not-an-id"]
    assert (claim.related, claim.at.lost) == (("traffic", "age"), {"related"})


def site(text: str) -> tuple[Site | None, list[Diagnostic]]:
    """Read a text as site.yaml."""
    source = PlacedText("content/site.yaml", text)
    tree, _ = yamltree.parse(source)
    assert tree is not None
    reader = Reader(source)
    return reader.record(Site, tree, "site.yaml"), reader.faults


def test_a_mapping_of_records_goes_by_id() -> None:
    """Topics and verdicts are read under their ids, in the order of the file."""
    assert site(
        "title: Bridges\ntopics: {size: {name: Size}}\nverdicts: {mixed: {label: Mixed, class: conflicting}}"
    ) == (
        Site(
            title="Bridges",
            topics={"size": Topic(name="Size")},
            verdicts={"mixed": Verdict(label="Mixed", verdict_class=VerdictClass.CONFLICTING)},
        ),
        [],
    )


@pytest.mark.parametrize(
    "entry", ["mixed: Mixed", "mixed: {label: Mixed}", "mixed: {label: Mixed, class: both}"]
)
def test_a_mapping_with_a_faulty_entry_is_lost(entry: str) -> None:
    """No claim is judged by a scale of which a verdict could not be read."""
    record, faults = site(f"title: Bridges\nverdicts: {{{entry}}}")
    assert record is not None
    assert len(faults) == 1
    assert record.at.lost == {"verdicts"}


def test_ids_of_a_mapping_are_checked() -> None:
    """A key that is no id is a fault, and its record is read all the same."""
    record, faults = site("title: Bridges\ntopics: {Size: {name: Size}}")
    assert record is not None
    assert list(record.topics) == ["Size"]
    assert [(fault.rule, str(fault.place)) for fault in faults] == [("not-an-id", "content/site.yaml:2:10")]


def test_keys_go_by_their_names_in_yaml() -> None:
    """A key whose name Python has taken is another field's name."""
    assert keys_of(Verdict)["class"].attribute == "verdict_class"
    assert [key.name for key in keys_of(Discrepancy).values()] == ["reason", "note"]
    assert keys_of(Discrepancy)["reason"].type is Reason
    assert keys_of(Origin)["aliases"].required is False


KEYS = st.sampled_from(sorted(keys_of(Claim)) + sorted(keys_of(Evidence)) + ["x"])
VALUES = st.recursive(
    st.one_of(
        st.sampled_from(
            ["supports", "2024-11-20", "5-6", "[@a:1]", "[@a:b]", "- x", "|", ">-", "&a b", "*a"]
        ),
        st.text(alphabet="ab1- :#'\"[]{},\né", max_size=12),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.lists(st.tuples(KEYS, inner), max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        ),
    ),
    max_leaves=6,
)


@given(
    st.one_of(
        st.binary(max_size=60),
        st.lists(st.tuples(KEYS, VALUES), max_size=6).map(
            lambda pairs: "\n".join(f"{key}: {value}" for key, value in pairs).encode()
        ),
    )
)
def test_any_bytes_give_a_record_and_faults(content: bytes) -> None:
    """No fact file raises, one that gives no record gives a fault, and every place lies in the file."""
    source = decode(FILE, content)
    if isinstance(source, Diagnostic):
        return
    tree, faults = yamltree.parse(source)
    record = None
    if tree is not None:
        reader = Reader(source)
        record = reader.record(Claim, tree, "a fact file", id="length")
        faults += reader.faults
    assert record is not None or faults
    lines = source.text.split("\n")
    for fault in faults:
        assert 1 <= fault.place.line <= len(lines)
        assert 1 <= fault.place.column <= len(lines[fault.place.line - 1]) + 1
