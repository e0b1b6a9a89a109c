"""What is written down of a build."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from factsite.memo.ledger import Judged, KnownFact, Ledger, Lines, Past, digest_of, forms_of, read, written

if TYPE_CHECKING:
    from pathlib import Path


def known(*, needs: tuple[str, ...] = (), forms: tuple[str, ...] = (), content: bytes = b"") -> KnownFact:
    """Return what is known of a fact file with this content."""
    return KnownFact(hashlib.sha256(content).digest(), (), 3, needs, None, b"mark", Judged(1, 2), b"", forms)


@given(st.binary(max_size=5), st.binary(max_size=3), st.lists(st.binary(max_size=9), max_size=6))
def test_lines_stand_where_they_say(head: bytes, separator: bytes, lines: list[bytes]) -> None:
    """Whatever stands before and between them."""
    whole = head + separator.join(lines) + b"the end"
    named = {f"claim-{number}": line for number, line in enumerate(lines)}
    starts = Lines(len(head), len(separator), {name: len(line) for name, line in named.items()}).starts()
    assert {name: whole[start : start + len(named[name])] for name, start in starts.items()} == named


def test_what_is_written_is_read() -> None:
    """A ledger comes back as it was."""
    ledger = Ledger(
        b"basis", {"day": known(forms=("claims/day.html",))}, {"gazette": b"1"}, {"index.html": b"2"},
        {"data/claims.json": Lines(3, 2, {"day": 7})}, {"gazette": b"3"}, ("assets/site.css",), {"x.png": "y"},
    )  # fmt: skip
    assert read(written(ledger)) == ledger
    assert ledger.paths() == {"claims/day.html", "index.html", "assets/site.css"}


def test_only_drawers_are_written_anew_in_which_something_changed() -> None:
    """All others are the bytes that were read."""
    facts = {f"claim-{number}": known() for number in range(500)}
    before = read(written(Ledger(b"basis", facts)))
    changed = before.facts | {"claim-7": known(content=b"another")}
    del changed["claim-8"]
    after = read(written(Ledger(b"basis", changed, drawers=before.drawers)))
    assert after.facts == changed
    anew = [one for (_, old), (_, one) in zip(before.drawers, after.drawers, strict=True) if old != one]
    assert 1 <= len(anew) <= 2


def test_forms_lead_to_the_same_paths() -> None:
    """Whatever the claim is called; most claims have the same forms."""
    for name in ("day", "a", "claims", "claims-claims"):
        paths = [f"claims/{name}.html", f"claims/{name}.json", f"cards/{name}.png"]
        assert known(forms=forms_of(name, paths)).paths(name) == paths
    assert forms_of("day", ["claims/day.html"]) == forms_of("boats", ["claims/boats.html"])


def test_a_digest_keeps_parts_apart() -> None:
    """What stands in another part is something else."""
    parts = (("ab", "c"), ("a", "bc"), (["ab", "c"],), ("ab", b"c"), ("abc",), ())
    assert len({digest_of(*part) for part in parts}) == len(parts)


def past(basis: bytes = b"same", **ledger: object) -> Past:
    """Return a past in which two files were read and three made, one of each of which is another now."""
    inputs = {"content/facts/": {"day.yaml": (1, 1, 1), "boats.yaml": (1, 1, 2)}}
    outputs = {"": {"index.html": (1, 1, 3), "claims.json": (1, 1, 4), "feed.xml": (1, 1, 5)}}
    now = {"content/facts/": {"day.yaml": (1, 1, 1), "boats.yaml": (1, 9, 2)}}
    after = {"": {"index.html": (1, 1, 3), "claims.json": (1, 1, 4), "feed.xml": (1, 9, 5)}}
    return Past(Ledger(basis, **ledger), None, b"", (inputs, now), (outputs, after))  # type: ignore[arg-type]


def test_nothing_is_known_of_a_build_that_was_made_from_something_else() -> None:
    """Its basis was another, or a file in which its lines stand is not the one that it made."""
    facts = {"day": known()}
    assert past(facts=facts).of(b"same", {}).ledger.facts == facts
    assert past(facts=facts).of(b"other", {}).ledger == Ledger(b"other")
    whole, broken = ({name: Lines(0, 0, {})} for name in ("claims.json", "feed.xml"))
    assert past(facts=facts, joins=whole).of(b"same", {}).ledger.facts == facts
    assert past(facts=facts, joins=broken).of(b"same", {}).ledger == Ledger(b"same")


def test_a_fact_is_known_for_as_long_as_all_is_as_it_was(tmp_path: Path) -> None:
    """Its file, the sources that it needs, and, where they are published, its pages."""
    (tmp_path / "boats.yaml").write_bytes(b"boats")
    facts = {
        "day": known(needs=("gazette",), forms=("index.html",)),
        "boats": known(content=b"boats"),
        "saved": known(forms=("feed.xml",)),
    }
    then = past(facts=facts, sources={"gazette": b"1", "herald": b"1"}).of(
        b"same", {"gazette": b"1", "herald": b"2"}
    )
    day = "content/facts/day.yaml"
    assert then.fact("day", day, "", published=True) == facts["day"]
    assert then.fact("saved", day, "", published=False) == facts["saved"]
    assert then.fact("saved", day, "", published=True) is None
    assert then.fact("new", day, "", published=True) is None
    assert then.fact("boats", "boats.yaml", str(tmp_path), published=True) == facts["boats"]
    (tmp_path / "boats.yaml").write_bytes(b"goats")
    assert then.fact("boats", "boats.yaml", str(tmp_path), published=True) is None
    for sources in ({"gazette": b"2", "herald": b"1"}, {"herald": b"1"}):
        changed = past(facts=facts, sources={"gazette": b"1", "herald": b"1"}).of(b"same", sources)
        assert changed.fact("day", day, "", published=False) is None
