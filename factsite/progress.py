"""What a long work tells of itself while it goes on: which stage it is at, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Step = TypeVar("Step")


class Progress:
    """Is told of a work and says nothing: the listener of a work that nobody watches, and the base of all others."""

    def stage(self, name: str, steps: int = 0) -> None:
        """Take note that a stage begins, and the one before has ended; it has so many steps, 0 where nobody knows."""

    def step(self) -> None:
        """Take note that one more step of the stage is done."""

    def each(self, name: str, steps: Iterable[Step], count: int) -> Iterator[Step]:
        """Yield the steps of a new stage, ``count`` of them, and take note of each when it is done."""
        self.stage(name, count)
        for step in steps:
            yield step
            self.step()


UNWATCHED = Progress()
"""Nobody watches."""
