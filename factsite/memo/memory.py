"""What earlier builds made, kept so that it need not be made again. The only module that remembers.

A thing is known by a digest of everything that it is made from, so what is found is what would be made now, and a
build gives the same bytes with this memory, without it, and with a damaged one. Deleting the folder costs time only.
It is ``.factsite/`` in the site folder, which git ignores. One that another made is not read, and gives way to ours (``seal``).
"""

from __future__ import annotations

import hashlib
import re
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from factsite.memo import seal
from factsite.memo.seal import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    Key = Sequence[str | bytes]
    """Everything that a thing is made from, what makes it included: its version, its fonts, its templates."""

KEPT: Final = (".gitignore", seal.KEY, seal.MINE, "turn", "twin", "twin.before")
"""What is no memory: by what it is ours, the file that builds hold one after the other, and what the next site is made of, which is looked at anyway."""
ENTRY: Final = re.compile(r"[0-9a-f]{64}(\.new)?")


class Memory:
    """The memory of a site folder. Where the disk refuses to read or to write, there is nothing to remember.

    ``refused`` is the first thing that it refused to write; "" where there was none.
    """

    def __init__(self, site_folder: Path) -> None:
        """Take the site folder; nothing is read or written before something is asked for."""
        self._folder = site_folder / FOLDER
        self._used: dict[str, set[str]] = {}
        self._key: bytes | None = None
        self.refused = ""

    @staticmethod
    def name(key: Key) -> str:
        """Return what a thing is remembered by: the digest of its key, whose parts are kept apart by their lengths."""
        digest = hashlib.sha256()
        for part in key:
            octets = part.encode("utf-8") if isinstance(part, str) else part
            digest.update(b"%d:" % len(octets))
            digest.update(octets)
        return digest.hexdigest()

    def recall(self, kind: str, key: Key, make: Callable[[], bytes]) -> bytes:
        """Return the thing of a kind that has this key; make it where it is not remembered."""
        return self.recall_all(kind, [key], lambda _: [make()])[0]

    def recall_all(
        self, kind: str, keys: Sequence[Key], make: Callable[[Sequence[int]], Iterable[bytes]]
    ) -> list[bytes]:
        """Return the things of a kind that have these keys, in their order.

        ``make`` is given the positions of those that are not remembered, if there are any, and makes them in that
        order. Each is kept as soon as it is made, so that a build that is interrupted loses none.
        """
        names = [self.name(key) for key in keys]
        self.use(kind, names)
        found = {name: self._kept(kind, name) for name in names}
        first = {name: position for position, name in reversed(list(enumerate(names)))}
        missing = sorted(first[name] for name in found if found[name] is None)
        made = iter(make(missing)) if missing else iter(())
        for position, content in zip(missing, made, strict=True):
            found[names[position]] = content
            self._keep(kind, names[position], content)
        return [whole for name in names if (whole := found[name]) is not None]

    def use(self, kind: str, names: Iterable[str]) -> None:
        """Take note that things of a kind, by what they are remembered by, are of use, though nobody asked for them."""
        self._used.setdefault(kind, set()).update(names)

    def forget_unused(self) -> None:
        """Delete what is of no use since this memory was opened, of every kind that was asked for at all.

        Only a build that succeeded knows what is of no use any more.
        """
        for kind, used in self._used.items() if self.key else ():
            try:
                for path in (self._folder / kind).iterdir():
                    if ENTRY.fullmatch(path.name) and path.name not in used:
                        path.unlink()
            except OSError:
                pass  # it takes space, and nothing else

    def forget_all(self) -> None:
        """Delete all that is remembered."""
        if not self.key:
            return
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.is_dir() and not path.is_symlink() and path.name not in KEPT:
                    shutil.rmtree(path, ignore_errors=True)
                elif path.name not in KEPT:
                    path.unlink()

    def note(self, name: str) -> bytes | None:
        """Return what was written down under a name; None where nothing was, or it is not whole."""
        return self._kept("", name)

    def put(self, name: str, content: bytes) -> None:
        """Write something down under a name."""
        self._keep("", name, content)

    def remove(self, name: str) -> None:
        """Delete a file of the memory, if it is there."""
        with suppress(OSError):
            if self.key:
                (self._folder / name).unlink()

    def file(self, name: str) -> str | None:
        """Return the path of a file that the memory can have; None where the disk refuses."""
        return str(self._folder / name) if self._made("") else None

    @property
    def key(self) -> bytes:
        """By what is sealed what a file of the memory holds; b"" where there can be none."""
        if self._key is None:
            self._key = seal.key_of(str(self._folder))
        return self._key or b""

    def clock(self) -> int:
        """Return what time it is on the disk, in nanoseconds: that of a change which is made now; 0 where the disk refuses."""
        path = self._folder / "clock"
        try:
            if self._made(""):
                path.write_bytes(b"")
                return path.stat().st_ctime_ns
        except OSError as refusal:
            self._lacks(refusal)
        return 0

    def _made(self, kind: str) -> bool:
        """Make the folder of a kind where it is not there; say whether it is there."""
        if not seal.is_ours(str(self._folder)):
            self._key = seal.claimed(str(self._folder))
            if self._key is None:
                self._lacks(f"{self._folder} is none of this user on this machine, and cannot be made anew")
                return False
        try:
            (self._folder / kind).mkdir(exist_ok=True)
        except OSError as refusal:
            self._lacks(refusal)
            return False
        return True

    def _lacks(self, refusal: OSError | str) -> None:
        """Take note that something could not be written. The next build makes it again."""
        self.refused = self.refused or str(refusal)

    def _kept(self, kind: str, name: str) -> bytes | None:
        """Return a thing as it was kept; None where it is not there or not whole."""
        if not self.key:
            return None
        return seal.unsealed(self.key, f"{kind}/{name}", seal.read(str(self._folder / kind / name)))

    def _keep(self, kind: str, name: str, content: bytes) -> None:
        """Write a thing under seal, and under its name only when all of it is there."""
        path = self._folder / kind / name
        try:
            if not self._made(kind):
                return
            unfinished = path.with_suffix(".new")
            unfinished.write_bytes(seal.sealed(self.key, f"{kind}/{name}", content))
            unfinished.replace(path)
        except OSError as refusal:
            self._lacks(refusal)
            with suppress(OSError):
                path.with_suffix(".new").unlink()
