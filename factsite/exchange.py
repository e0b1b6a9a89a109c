"""What disks can do and Python does not ask of them.

Two folders change places in one step: at no instant does either path lead to nothing, or to a part of both.

Linux and macOS have a call for that, Python has none of it. Disks that do not know it refuse, as network file systems do; so does a
folder on which another disk is mounted. And all that was written to a disk is put there to last: a power cut takes what only memory holds.
"""

from __future__ import annotations

import errno
import os
import sys
from typing import Final

FROM_HERE: Final = -100
"""``AT_FDCWD``: paths are as seen from the current folder."""
EXCHANGE: Final = 2
"""``RENAME_EXCHANGE`` of Linux, and ``RENAME_SWAP`` of macOS."""


def settle(folder: str) -> None:
    """Have the disk of a folder keep all that was written to it. Raises ``OSError``, also where it cannot keep something of it.

    On Linux that is one call; elsewhere nothing is asked.
    """
    if sys.platform != "linux":
        return
    import ctypes

    opened = os.open(folder, os.O_RDONLY)
    try:
        system = ctypes.CDLL(None, use_errno=True)
        fault = ctypes.get_errno() if hasattr(system, "syncfs") and system.syncfs(opened) else 0
    finally:
        os.close(opened)
    if fault and fault != errno.ENOSYS:
        raise OSError(fault, os.strerror(fault), folder)


def keep(folder: str) -> None:
    """Have the disk keep the names in a folder, in particular what was renamed there. Raises ``OSError``."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def exchange(one: str, other: str) -> None:
    """Let two folders change places. Raises ``OSError``."""
    if sys.platform not in ("linux", "darwin"):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), one, None, other)
    import ctypes

    sys.audit("os.rename", one, other, -1, -1)
    system, paths = ctypes.CDLL(None, use_errno=True), (os.fsencode(one), os.fsencode(other))
    try:
        if sys.platform == "darwin":
            failed = system.renamex_np(*paths, EXCHANGE)
        else:
            failed = system.renameat2(FROM_HERE, paths[0], FROM_HERE, paths[1], EXCHANGE)
        fault = ctypes.get_errno() if failed else 0
    except AttributeError:  # a library of C that does not have it
        fault = errno.ENOSYS
    if fault:
        raise OSError(fault, os.strerror(fault), one, None, other)
