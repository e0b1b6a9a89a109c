"""What the last build left in the memory of a site folder: whether anything has changed since, and what of it is of use now."""

from __future__ import annotations

import marshal
import time
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from factsite.memo.standing import SETTLED, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factsite.diagnostic import Diagnostic
    from factsite.memo import Memory
    from factsite.memo.ledger import Ledger, Past
    from factsite.memo.standing import Signature, Standing
    from factsite.pipeline import Outcome

SEEN: Final = "seen"
LEDGER: Final = "ledger"
PACKS: Final = ("details.0", "details.1")
"""One has what the last build left, and the other what is left by the next that begins anew."""
READ: Final = ("content", "seeds")
"""What of a site folder is read."""
UNSURE: Final = (-2, 0, 0)
"""Stands for a file that changed so shortly before it was looked at that a later change might not show."""


class Said(NamedTuple):
    """What a build has to say: counts, and its diagnostics, pickled; b"" if there are none."""

    claims: int
    sources: int
    drafts: int
    checks: int
    files: int
    pickled: bytes

    @classmethod
    def of(cls, outcome: Outcome) -> Said:
        """Return what a build has to say, but for how many files there are."""
        import pickle

        counts = outcome.claims, outcome.sources, outcome.drafts, outcome.checks
        return cls(*counts, 0, pickle.dumps(outcome.diagnostics, 5) if outcome.diagnostics else b"")

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return its diagnostics."""
        if not self.pickled:
            return ()
        import pickle

        return pickle.loads(self.pickled)  # type: ignore[no-any-return]  # as ``of`` pickled them


class Seen(NamedTuple):
    """How a build found everything, and left it.

    ``state`` is a digest of all that the site was made with, ``day`` the build date as a number, ``pack`` which of the packs has its details.
    """

    state: bytes
    day: int
    pack: int
    inputs: Standing
    outputs: Standing
    said: tuple[Any, ...]


class Last:
    """The last build of a site folder, as far as it is one of the same state and of no later day."""

    def __init__(self, memory: Memory, root: str, state: bytes, day: int) -> None:
        """Take the memory, the site folder, and state and day of this build."""
        self._memory, self._state, self._day = memory, state, day
        self.inputs = _settled(standing(root, _is_read, links=True), memory.clock())
        found = memory.note(SEEN)
        seen = Seen(*marshal.loads(found)) if found is not None else None
        self._pack = seen.pack if seen else 0
        self._seen = seen if seen and seen.state == state and seen.day <= day else None

    def said(self, outputs: Standing) -> Said | None:
        """Return what the last build said, where this one would say the same and do nothing; ``outputs`` is how the site stands."""
        seen = self._seen
        same = seen is not None and seen.inputs == self.inputs and seen.outputs == outputs
        return Said(*seen.said) if seen is not None and same else None

    def past(self, outputs: Standing) -> Past:
        """Return what of the last build can be used."""
        from factsite.memo.ledger import Past, read
        from factsite.memo.pack import Pack

        ledger = self._memory.note(LEDGER) if self._seen else None
        if self._seen is None or ledger is None:
            self._pack = 1 - self._pack
            return Past(None, Pack(self._memory.file(PACKS[self._pack]), fresh=True), self._state)
        stood = (self._seen.inputs, self.inputs), (self._seen.outputs, outputs)
        return Past(read(ledger), Pack(self._memory.file(PACKS[self._pack])), self._state, *stood)

    def remember(self, ledger: Ledger, outputs: Standing, said: Said) -> None:
        """Write down a build that was published."""
        from factsite.memo.ledger import written

        self._memory.put(LEDGER, written(ledger))
        latest = max((changed for _, changed, _ in _signatures(outputs)), default=0)
        while 0 < self._memory.clock() < latest + SETTLED:
            time.sleep(SETTLED / 4e9)
        self._memory.put(
            SEEN,
            marshal.dumps(tuple(Seen(self._state, self._day, self._pack, self.inputs, outputs, tuple(said)))),
        )


def _is_read(folder: str, name: str) -> bool:
    """Say whether a build reads what has this name in this folder of the site folder."""
    return not name.startswith(".") if folder else name in READ


def _settled(files: Standing, clock: int) -> Standing:
    """Return how files stand; those that changed shortly before the time of the clock are known by nothing."""
    return {
        folder: {name: one if clock - one[1] > SETTLED else UNSURE for name, one in names.items()}
        for folder, names in files.items()
    }


def _signatures(files: Standing) -> Iterator[Signature]:
    for names in files.values():
        yield from names.values()
