"""``dataclass`` and ``NamedTuple`` for the frozen types: made, filled, compared and pickled faster than the standard ones do it.

It is called as ``dataclasses.dataclass`` is, and ``field``, ``fields`` and ``replace`` of that module work with it. The standard
one compiles six functions for each class when it is imported, 1 ms each; here comparing, hashing and printing are
functions that all classes share, and what has to be compiled for a class is compiled when its first object is made. The
standard one fills a frozen object by a call for each field, and pickles and unpickles it by a loop over the fields; here each of
these is one function of the class. An object is filled while it is one of an open twin of its class, in which fields are set as in
any other object, and then becomes one of its class.

``NamedTuple`` is that of ``typing``, made in a tenth of the time: what makes a tuple is compiled when the first is made, and types of
fields are not looked at.
"""

from __future__ import annotations

import copyreg
import dataclasses
from collections import _tuplegetter  # type: ignore[attr-defined]  # what the standard ones are made of
from importlib import import_module
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from factsite.memo import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from dataclasses import dataclass
    from typing import NamedTuple

else:

    def dataclass(*, frozen: bool, slots: bool, kw_only: bool = False, order: bool = False):
        """Return what makes a frozen class with slots of one that lists its fields."""
        assert frozen
        assert slots

        def made(cls: type) -> type:
            bare = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(cls)
            return _completed(bare, order=order)

        return made

    class _Named(type):
        def __new__(cls, name, bases, namespace):
            """Return a class of tuples, whose fields are those that are listed."""
            fields = tuple(namespace.get("__annotations__", ()))
            defaults = {field: namespace[field] for field in fields if field in namespace}
            namespace |= {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
            shared = {"_replace": _with, "__replace__": _with, "_asdict": _by_name, "__repr__": _told}
            shared |= {"_make": classmethod(_of), "__getnewargs__": _values, "__new__": _maker()}
            shared |= {
                "_fields": fields,
                "__match_args__": fields,
                "_field_defaults": defaults,
                "__slots__": (),
            }
            bases = tuple(tuple if base is NamedTuple else base for base in bases)
            return type(name, bases, shared | namespace)

    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})


__all__ = ["NamedTuple", "dataclass"]

_CLASSES: dict[str, Any] = {}
"""The classes, by the names that are kept of them."""


def _completed(cls: Any, *, order: bool) -> type:
    """Give a class with fields all that its objects do."""
    fields = dataclasses.fields(cls)
    cls._values = _getter([field.name for field in fields])
    cls._compared = _getter([field.name for field in fields if field.compare])
    shared = {
        "__eq__": _equals,
        "__hash__": _hash,
        "__repr__": _printed,
        "__setattr__": _refuse,
        "__delattr__": _refuse,
    }
    if order:
        shared |= {"__lt__": _is_less, "__le__": _is_at_most, "__gt__": _is_more, "__ge__": _is_at_least}
    for name, function in shared.items():
        if name not in vars(cls):
            setattr(cls, name, function)
    cls.__init__ = _Uncompiled(cls, "__init__")
    cls._restored = _Uncompiled(cls, "_restored")
    cls._named = f"{cls.__module__}:{cls.__qualname__}"
    _CLASSES[cls._named] = cls
    copyreg.pickle(cls, _reduced)
    return cls  # type: ignore[no-any-return]


class _Uncompiled:
    """Stands for a function of a class until it is asked for, and is compiled then."""

    def __init__(self, cls: type, name: str) -> None:
        self.cls, self.name = cls, name

    def __get__(self, instance: object, owner: type) -> Any:
        """Compile the functions of the class, which take the places of their stand-ins, and return the one that is asked for."""
        _compile(self.cls)
        return getattr(owner if instance is None else instance, self.name)


def _compile(cls: Any) -> None:
    """Compile the functions that make an object of a class: from what its caller gives, and from all its values."""
    fields = dataclasses.fields(cls)
    given = [_parameter(field) for field in sorted(fields, key=lambda field: bool(field.kw_only))]
    if any(field.kw_only for field in fields):
        given.insert(sum(not field.kw_only for field in fields), "*")
    fill = "".join(f"    self.{field.name} = {field.name}\n" for field in fields)
    fresh = "".join(
        f"    if {field.name} is missing: {field.name} = make_{field.name}()\n"
        for field in fields
        if _makes(field)
    )
    names = ", ".join(field.name for field in fields)
    twin = type(cls.__name__, cls.__bases__, {"__slots__": cls.__slots__})
    known = {
        "new": object.__new__,
        "become": object.__dict__["__class__"].__set__,
        "twin": twin,
        "cls": cls,
        "missing": dataclasses.MISSING,
    }
    known |= {f"default_{field.name}": field.default for field in fields}
    known |= {f"make_{field.name}": field.default_factory for field in fields}
    source = (
        f"def __init__(self, {', '.join(given)}):\n{fresh}    become(self, twin)\n{fill}    self.__class__ = cls\n"
        f"def _restored({names}):\n    self = new(twin)\n{fill}    self.__class__ = cls\n    return self\n"
    )
    exec(compiled.code(source), known)
    for name, kind in (("__init__", lambda function: function), ("_restored", staticmethod)):
        function = known[name]
        function.__module__, function.__qualname__ = cls.__module__, f"{cls.__qualname__}.{name}"
        setattr(cls, name, kind(function))


def _parameter(field: dataclasses.Field[Any]) -> str:
    if _makes(field):
        return f"{field.name}=missing"
    return field.name if field.default is dataclasses.MISSING else f"{field.name}=default_{field.name}"


def _makes(field: dataclasses.Field[Any]) -> bool:
    return field.default_factory is not dataclasses.MISSING


def _getter(names: list[str]) -> Callable[[Any], Any]:
    """Return what gives the values of some fields, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return staticmethod(lambda thing: tuple(getattr(thing, name) for name in names))


def _reduced(self: Any) -> tuple[Any, tuple[Any, ...]]:
    """Return what ``pickle`` keeps of an object: what makes it, the name of its class, and its values.

    What makes it is the same for all classes: a name in a module, as a class is one, takes longer to be kept than what it is to make.
    """
    return _restored, (self._named, *self._values(self))


def _restored(named: str, *values: Any) -> Any:
    """Return an object of the class of this name, which may have still to be imported."""
    if named not in _CLASSES:
        import_module(named.partition(":")[0])
    return _CLASSES[named]._restored(*values)


def _equals(self: Any, other: Any) -> Any:
    if self is other:
        return True
    if other.__class__ is self.__class__:
        return self._compared(self) == self._compared(other)
    return NotImplemented


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _printed(self: Any) -> str:
    shown = (
        f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr
    )
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse(self: Any, name: str, value: object = None) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change field {name!r}")


def _is_less(self: Any, other: Any) -> Any:
    return (
        self._compared(self) < self._compared(other) if other.__class__ is self.__class__ else NotImplemented
    )


def _is_at_most(self: Any, other: Any) -> Any:
    return (
        self._compared(self) <= self._compared(other) if other.__class__ is self.__class__ else NotImplemented
    )


def _is_more(self: Any, other: Any) -> Any:
    return (
        self._compared(self) > self._compared(other) if other.__class__ is self.__class__ else NotImplemented
    )


def _is_at_least(self: Any, other: Any) -> Any:
    return (
        self._compared(self) >= self._compared(other) if other.__class__ is self.__class__ else NotImplemented
    )


def _maker() -> Callable[..., Any]:
    """Return what makes the first tuple of a class: it compiles what makes all others."""

    def first(kind: Any, /, *given: Any, **named: Any) -> Any:
        cls = next(one for one in kind.__mro__ if vars(one).get("__new__") is maker)
        names = ", ".join(cls._fields)
        known: dict[str, Any] = {"new": tuple.__new__}
        exec(compiled.code(f"def __new__(_cls, {names}): return new(_cls, ({names},))\n"), known)
        made = known["__new__"]
        made.__defaults__ = tuple(cls._field_defaults.values())
        made.__module__, made.__qualname__ = cls.__module__, f"{cls.__qualname__}.__new__"
        cls.__new__ = made
        return made(kind, *given, **named)

    maker = staticmethod(first)
    return maker


def _values(self: Any) -> tuple[Any, ...]:
    return tuple(self)


def _of(cls: Any, values: Iterable[Any]) -> Any:
    return cls(*values)


def _with(self: Any, /, **given: Any) -> Any:
    return type(self)(**self._asdict() | given)


def _by_name(self: Any) -> dict[str, Any]:
    return dict(zip(self._fields, self, strict=True))


def _told(self: Any) -> str:
    return (
        f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"
    )
