"""What is compiled while the program runs, kept for all later runs: compiling it takes longer than all else that a small build does.

Python keeps what it compiled of a module in ``__pycache__``; but regular expressions, ours and those of libraries, and the functions that
``frozen`` writes for classes, it would compile each time anew. What they are compiled to is kept in the same folder. It follows from the
text and Python's version alone, so nothing that is kept can be out of date. Where a file is damaged, or Python compiles
expressions in another way than is known here, they are compiled as ever. What another put there is not read (``seal``).
"""

from __future__ import annotations

import marshal
import os
import sys
import zlib

from factsite.memo import seal

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator
    from types import CodeType
    from typing import Any, Final

MOST: Final = 2_000_000
"""No more bytes are kept: a program has few expressions, and those that are made of what somebody wrote would be endless."""
HEAD: Final = seal.BYTES + 4
"""The bytes before each thing that is kept: its seal, and its length."""
NAME: Final = "compiled"
"""Under which things are sealed."""


class Kept:
    """Things by what they follow from; both are plain values, or code."""

    def __init__(self, file: str = "", key: bytes = b"") -> None:
        """Take the file that has them, and the key that they are sealed with; without one, they are kept for this run."""
        self._file, self._key = file, key
        self._things: dict[Any, bytes] = dict(_read(file, key)) if file else {}

    def thing(self, key: Any, make: Callable[[], Any]) -> Any:
        """Return the thing that follows from this; it is made where it is not kept."""
        found = self._things.get(key)
        if found is not None:
            return marshal.loads(found)
        made = make()
        found = self._things[key] = marshal.dumps(made)
        if self._file:
            _write(self._file, self._key, marshal.dumps((key, found)))
        return made


_kept = Kept()


def keep(folder: str) -> None:
    """From now on, compile nothing of which a folder has what it was compiled to, and keep there what is compiled."""
    global _kept
    version = f"{sys.implementation.cache_tag}-{zlib.crc32(sys.version.encode()):08x}"
    memory = f"{folder}/{seal.FOLDER}"
    if sealing := seal.claimed(memory):
        _kept = Kept(f"{memory}/compiled.{version}", sealing)
    try:
        from re import _compiler  # type: ignore[attr-defined]  # no part of the library

        _compiler.compile = Expressions(_kept, _compiler.compile).compiled
    except (ImportError, AttributeError):
        pass  # another Python than is known


def code(source: str) -> CodeType:
    """Return the code of a text."""
    return _kept.thing(source, lambda: compile(source, "<written>", "exec"))  # type: ignore[no-any-return]


class Expressions:
    """Compiles regular expressions of which it is not kept what they were compiled to."""

    def __init__(self, kept: Kept, otherwise: Callable[[Any, int], re.Pattern[Any]]) -> None:
        """Take what is kept, and what compiles an expression in another way. Raises ``ImportError``, ``AttributeError``."""
        import _sre  # type: ignore[import-not-found]
        from re import _compiler, _parser  # type: ignore[attr-defined]

        self._kept, self._otherwise = kept, otherwise
        self._parse, self._code, self._made = _parser.parse, _compiler._code, _sre.compile

    def compiled(self, expression: Any, flags: int = 0) -> re.Pattern[Any]:
        """Return an expression, compiled."""
        try:
            all_flags, octets, groups, named = self._kept.thing(
                (expression, int(flags)), lambda: self._new(expression, flags)
            )
            names: list[str | None] = [None] * (groups + 1)
            for name, number in named.items():
                names[number] = name
            numbers = memoryview(octets).cast("I").tolist()
            return self._made(expression, all_flags, numbers, groups, named, tuple(names))  # type: ignore[no-any-return]
        except (AttributeError, TypeError, ValueError, RuntimeError):
            return self._otherwise(expression, flags)

    def _new(self, expression: str | bytes, flags: int) -> tuple[int, bytes, int, dict[str, int]]:
        """Return what an expression is compiled to: all flags, code, the number of groups, and groups by their names."""
        parsed = self._parse(expression, flags)
        octets = b"".join(number.to_bytes(4, sys.byteorder) for number in self._code(parsed, flags))
        state = parsed.state
        return int(flags | state.flags), octets, int(state.groups) - 1, dict(state.groupdict)


def _read(file: str, key: bytes) -> Iterator[tuple[Any, bytes]]:
    """Yield what is kept in a file; cut off what a program left there that was killed while it wrote."""
    try:
        with open(file, "rb") as opened:  # noqa: PTH123  ``pathlib`` needs expressions itself
            content = opened.read()
        at = 0
        while at < len(content):
            check, length = (
                content[at : at + seal.BYTES],
                int.from_bytes(content[at + seal.BYTES : at + HEAD]),
            )
            one = content[at + HEAD : at + HEAD + length]
            if len(one) != length or seal.seal(key, NAME, one) != check:
                os.truncate(file, at)
                return
            yield marshal.loads(one)
            at += HEAD + length
    except OSError:
        pass


def _write(file: str, key: bytes, one: bytes) -> None:
    """Add something to a file, in one go: other processes do so too."""
    try:
        opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
        try:
            if os.fstat(opened).st_size + len(one) < MOST:
                os.write(opened, seal.seal(key, NAME, one) + len(one).to_bytes(4) + one)
        finally:
            os.close(opened)
    except OSError:
        pass
