"""Many small things in one file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factsite.memo.pack import DamagedError, Far, Pack, Slot, packed

if TYPE_CHECKING:
    from pathlib import Path


class Thing(NamedTuple):
    """Something that is kept."""

    name: str
    number: int


ONE, TWO = Thing("one", 1), Thing("two", 2)


def test_what_was_added_is_found_again(tmp_path: Path) -> None:
    """At once, and when the file is opened again, where more is added behind it; a fresh start empties it."""
    path = str(tmp_path / "pack")
    pack = Pack(path)
    first = pack.add(packed(ONE))
    assert pack.fetch(first) == ONE
    pack.close()
    pack = Pack(path)
    second = pack.add(packed(TWO))
    assert (pack.fetch(first), pack.fetch(second)) == (ONE, TWO)
    assert second.start == first.start + first.length
    pack.close()
    pack = Pack(path, fresh=True)
    with pytest.raises(DamagedError):
        pack.fetch(first)
    assert pack.add(packed(TWO)).start == 0
    pack.close()


@pytest.mark.parametrize("where", [None, "nowhere/pack"])
def test_without_a_file_things_are_found_all_the_same(tmp_path: Path, where: str | None) -> None:
    """As where the disk refuses one; nobody sees where they are."""
    pack = Pack(where and str(tmp_path / where))
    assert pack.fetch(pack.add(packed(ONE))) == ONE
    assert list(tmp_path.iterdir()) == []
    pack.close()


@given(st.data())
def test_every_damage_is_noticed(data: st.DataObject) -> None:
    """One bit that is another, an end that is missing, a place that is wrong: it is never taken for what was there."""
    pack = Pack()
    pack.add(packed(TWO))
    slot = pack.add(packed(ONE))
    whole = os.pread(pack._file, pack.end, 0)
    bit = data.draw(st.integers(8 * slot.start, 8 * pack.end - 1))
    harmed = bytearray(whole)
    harmed[bit // 8] ^= 1 << bit % 8
    for content in (bytes(harmed), whole[: bit // 8]):
        other = Pack()
        os.pwrite(other._file, content, 0)
        with pytest.raises(DamagedError):
            other.fetch(slot)
        other.close()
    start = data.draw(st.integers(1, pack.end).filter(lambda start: start != slot.start))
    with pytest.raises(DamagedError):
        pack.fetch(Slot(start, slot.length))
    pack.close()


def test_what_is_far_has_the_attributes_of_what_is_fetched() -> None:
    """And none but these; a damage is noticed when it is asked for one."""
    pack = Pack()
    far = Far(*pack.add(packed(ONE)), pack)
    assert (far.name, far.number) == ("one", 1)
    with pytest.raises(AttributeError):
        _ = far.size
    with pytest.raises(DamagedError):
        _ = Far(1, 5, pack).name
    pack.close()
