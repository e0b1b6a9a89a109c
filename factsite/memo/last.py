"""What the last build left in the memory of a site folder: what of it is of use now, and writing down this one."""

from __future__ import annotations

import hashlib
import marshal
import time
from typing import TYPE_CHECKING, Any, Final

from factsite.memo.ledger import Past, read, written
from factsite.memo.pack import Pack
from factsite.memo.seen import SEEN, Seen, inputs_of, seen_in
from factsite.memo.standing import SETTLED, UNSURE, flat, whole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.memo.ledger import Ledger
    from factsite.memo.memory import Memory
    from factsite.memo.standing import Signature, Standing

LEDGERS: Final = ("ledger.0", "ledger.1")
PACKS: Final = ("details.0", "details.1")
"""One of each has what the last build left, and the other what is left by the next that begins anew."""


class Last:
    """The last build of a site folder, as far as it was one of the same state and of no later day."""

    def __init__(self, memory: Memory, root: str, state: tuple[Any, ...], day: str) -> None:
        """Take the memory, the site folder, and state and day of this build."""
        self._memory, self._state, self._day = memory, state, day
        self._clock, self._inputs = memory.clock(), inputs_of(root)
        seen = seen_in(root)
        self._pack = seen.pack if seen else 0
        self._seen = seen if seen and seen.state == state and seen.day <= day else None
        self._then = (whole(seen.inputs), whole(seen.outputs)) if self._seen and seen else ({}, {})

    def said(self, outputs: Standing) -> tuple[Any, ...] | None:
        """Return what the last build said, where this one would say the same and do nothing; ``outputs`` is how the site stands.

        What there was to warn of on another day, as of a day to come, has to be judged anew.
        """
        seen = self._seen
        if seen is None or self._then != (self._inputs, outputs):
            return None
        return None if seen.said[-1] and seen.day != self._day else seen.said

    def past(self, outputs: Standing) -> Past:
        """Return what of the last build can be used."""
        digest = hashlib.sha256(marshal.dumps(self._state)).digest()
        ledger = self._memory.note(LEDGERS[self._pack]) if self._seen else None
        if self._seen is None or ledger is None or _digest(ledger) != self._seen.ledger:
            self._pack = 1 - self._pack
            return Past(None, self._opened(fresh=True), digest, memory=self._memory)
        return Past(
            read(ledger),
            self._opened(),
            digest,
            (self._then[0], self._inputs),
            (self._then[1], outputs),
            self._memory,
        )

    def _opened(self, *, fresh: bool = False) -> Pack:
        path = self._memory.file(PACKS[self._pack])
        return Pack(path, self._memory.key, fresh=fresh)

    def remember(self, ledger: Ledger, outputs: Standing, said: tuple[Any, ...]) -> None:
        """Write down a build that was published."""
        known = written(ledger)
        self._memory.put(LEDGERS[self._pack], known)
        latest = max((changed for _, changed, _ in _signatures(outputs)), default=0)
        while 0 < (clock := self._memory.clock()) < latest + SETTLED:
            time.sleep(SETTLED / 4e9)
        if not clock:
            outputs = _settled(outputs, 0)
        inputs = _settled(self._inputs, self._clock)
        seen = Seen(self._state, self._day, self._pack, _digest(known), flat(inputs), flat(outputs), said)
        self._memory.put(SEEN, seen.written())
        for names in (LEDGERS, PACKS):
            self._memory.remove(names[1 - self._pack])


def _digest(ledger: bytes) -> bytes:
    return hashlib.sha256(ledger).digest()


def _settled(files: Standing, clock: int) -> Standing:
    """Return how files stand; those that changed shortly before the time of the clock are known by nothing."""
    return {
        folder: {name: one if clock - one[1] > SETTLED else UNSURE for name, one in names.items()}
        for folder, names in files.items()
    }


def _signatures(files: Standing) -> Iterator[Signature]:
    for names in files.values():
        yield from names.values()
