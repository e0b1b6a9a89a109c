"""The frozen types of the vocabulary."""

from __future__ import annotations

import copy
import importlib
import pickle
import typing
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace
from typing import Any, Generic, TypeVar

import pytest

from factsite.frozen import NamedTuple, dataclass

T = TypeVar("T")
VOCABULARY = tuple(
    kind
    for module in ("place", "values", "model", "diagnostic", "edits", "findings", "comparisons", "changes", "page", "survey", "pipeline")
    for kind in vars(importlib.import_module(f"factsite.{module}")).values()
    if isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == f"factsite.{module}"
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Point:
    """A point."""

    x: int
    y: int = 0
    names: list[str] = field(default_factory=list, compare=False)
    hidden: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A field with a default may stand before one without."""

    first: int = 1
    name: str

    def __str__(self) -> str:
        return self.name


def sample(kind: Any) -> Any:
    """Return an object of a kind, with another value in each field."""
    return kind(**{part.name: f"{number} of {part.name}" for number, part in enumerate(fields(kind))})


@pytest.mark.parametrize("kind", VOCABULARY, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("protocol", [2, pickle.HIGHEST_PROTOCOL])
def test_every_type_of_the_vocabulary_goes_through_pickle(kind: Any, protocol: int) -> None:
    """What is unpickled has the values of what was pickled, also those that take no part in comparisons."""
    one = sample(kind)
    other = pickle.loads(pickle.dumps(one, protocol))
    assert other == one
    assert type(other) is kind
    assert [getattr(other, part.name) for part in fields(kind)] == [
        getattr(one, part.name) for part in fields(kind)
    ]
    assert copy.deepcopy(one) == one


@pytest.mark.parametrize("kind", VOCABULARY, ids=lambda kind: kind.__name__)
def test_nothing_in_the_vocabulary_can_be_changed(kind: Any) -> None:
    """No field can be set or deleted, no other attribute added; also not where the object was unpickled or copied."""
    for one in (sample(kind), pickle.loads(pickle.dumps(sample(kind))), replace(sample(kind))):
        for name in (fields(kind)[0].name, "other"):
            with pytest.raises(FrozenInstanceError):
                setattr(one, name, 1)
            with pytest.raises(FrozenInstanceError):
                delattr(one, name)
        assert not hasattr(one, "__dict__")


def test_a_frozen_object_is_what_the_standard_one_would_be() -> None:
    """Values, defaults, comparisons, hash and what is printed follow from the fields."""
    point = Point(1, names=["a"])
    assert (point.x, point.y, point.names, Point(1).names) == (1, 0, ["a"], [])
    assert Point(1).names is not Point(1).names
    assert repr(point) == "Point(x=1, y=0, names=['a'])"
    assert point == Point(1, 0, ["b"])
    assert hash(point) == hash(Point(1))
    assert point != Point(1, hidden="x")
    assert point != (1, 0)
    assert sorted([Point(2), Point(1, 3), Point(1)]) == [Point(1), Point(1, 3), Point(2)]
    assert Point(1) <= Point(1) < Point(2) >= Point(2) > Point(1)
    with pytest.raises(TypeError):
        assert Point(1) < 2  # type: ignore[operator]


def test_a_frozen_object_takes_what_its_class_asks_for() -> None:
    """Too few, too many and unknown arguments are refused, and values without names where names are asked for."""
    assert (Named(name="n").first, str(Named(name="n"))) == (1, "n")
    for wrong in ({}, {"name": "n", "other": 1}):
        with pytest.raises(TypeError):
            Named(**wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Named(1, "n")  # type: ignore[misc]
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point(1, 2, [], "", 3)  # type: ignore[call-arg]


class Slot(NamedTuple):
    """Where something lies."""

    start: int
    length: int = 0

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + self.length


class Standard(typing.NamedTuple):
    """Where something lies."""

    start: int
    length: int = 0


class Pair(NamedTuple, Generic[T]):
    """Two of a kind."""

    one: T
    other: T


def test_a_named_tuple_is_what_the_standard_one_is() -> None:
    """It is made, compared, shown, copied, pickled and matched as one of ``typing``."""
    one, other = Slot(2, length=3), Standard(2, length=3)
    assert one == other == (2, 3)
    assert hash(one) == hash(other)
    assert repr(one) == repr(other).replace("Standard", "Slot")
    assert (one.start, one.length, one.end) == (2, 3, 5)
    assert (Slot(1), Slot._make([1, 2])) == ((1, 0), (1, 2))
    assert (one._replace(start=1), one._asdict()) == ((1, 3), other._asdict())
    assert (Slot._fields, Slot._field_defaults, Slot.__match_args__) == (
        Standard._fields, Standard._field_defaults, Standard.__match_args__
    )  # fmt: skip
    assert Slot.__doc__ == Standard.__doc__
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(one, protocol))
        assert (again, type(again)) == (one, Slot)
    assert type(copy.deepcopy(one)) is Slot
    assert Pair[int](1, 2) == (1, 2)
    assert not hasattr(one, "__dict__")


@pytest.mark.parametrize("kind", [Slot, Standard])
def test_a_named_tuple_refuses_what_the_standard_one_refuses(kind: Any) -> None:
    """What is missing, what is too much, and what is no field raise; nothing can be set."""
    for given, named in ((), {}), ((1, 2, 3), {}), ((1,), {"middle": 2}):
        with pytest.raises(TypeError):
            kind(*given, **named)
    with pytest.raises((TypeError, ValueError)):
        kind(1)._replace(middle=2)
    with pytest.raises(AttributeError):
        kind(1).start = 2
