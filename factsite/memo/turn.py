"""One build at a time in a site folder."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def turn(file: str | None, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold a file that only one process can hold; where another one does, say so (``waiting``), and wait for it.

    It is let go when the process ends, however that comes about. Where there is no file, as on a full disk, and on systems without such
    files, nobody waits.
    """
    try:
        from fcntl import LOCK_EX, LOCK_NB, flock

        opened = open(file, "ab") if file else None  # noqa: SIM115, PTH123  it is closed below
    except (ImportError, OSError):
        opened = None
    if opened is None:
        yield
        return
    with opened:
        try:
            flock(opened, LOCK_EX | LOCK_NB)
        except BlockingIOError:
            waiting()
            flock(opened, LOCK_EX)
        except OSError:
            pass  # the disk has no such files
        yield
