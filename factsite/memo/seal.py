"""What makes a memory ours: nothing is read from it that was not written by this user in this folder of this machine.

What is remembered is believed: of a page it is said that it holds, and some of it is code. A stranger could put such a folder into a pull
request. So all of it is sealed with a key, which is made of a file of random bytes *and* of the number and the time of change that the disk
gave to this file: whoever copies the folder, or checks it out, gets another key, and cannot tell it beforehand. A memory without its key is
another's, and is thrown away.

Where a memory has to be carried from machine to machine, as in a cache of a CI, a secret in ``FACTSITE_KEY`` stands for what the disk gave.
"""

from __future__ import annotations

import os
from stat import S_ISDIR, S_ISREG

try:
    from _blake2 import blake2b  # ``hashlib`` takes as long to import as a build with nothing to do
except ImportError:  # another Python than is known
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

FOLDER: Final = ".factsite"
KEY: Final = "key"
MINE: Final = "mine"
"""The key under seal: where it is whole, so is the key."""
SECRET: Final = "FACTSITE_KEY"
BYTES: Final = 16
"""Of a seal."""
IGNORED: Final = "# Made by factsite to save time. It can be deleted.\n*\n"

_READ: Final = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def key_of(folder: str) -> bytes | None:
    """Return the key of a memory; None where there is none, or it is another's."""
    try:
        if not S_ISDIR(os.lstat(folder).st_mode):
            return None
        opened = os.open(f"{folder}/{KEY}", _READ)
        try:
            found = os.fstat(opened)
            held = os.read(opened, 32)
        finally:
            os.close(opened)
    except OSError:
        return None
    is_mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    if not (S_ISREG(found.st_mode) and found.st_nlink == 1 and is_mine and len(held) == 32):
        return None
    secret = os.environ.get(SECRET)
    given = secret or f"{found.st_ino}:{found.st_ctime_ns}"
    return blake2b(
        given.encode("utf-8", "surrogateescape"), key=held, person=b"secret" if secret else b"disk"
    ).digest()


def is_ours(folder: str) -> bool:
    """Say whether a memory was begun here."""
    key = key_of(folder)
    return key is not None and unsealed(key, MINE, read(f"{folder}/{MINE}")) is not None


def claimed(folder: str) -> bytes | None:
    """Return the key of a memory, which is begun where it is not there, or is another's; None where the disk refuses."""
    if is_ours(folder):
        return key_of(folder)
    above = folder.rpartition("/")[0] or "."
    try:
        if not os.path.isdir(above):  # noqa: PTH112
            os.makedirs(above, exist_ok=True)  # noqa: PTH103
        for _ in _held(above):
            if not is_ours(folder):
                _begin(folder)
    except OSError:
        return None
    return key_of(folder) if is_ours(folder) else None


def _begin(folder: str) -> None:
    """Make a new memory; throw away what is there."""
    import shutil

    if S_ISDIR(os.lstat(folder).st_mode) if os.path.lexists(folder) else False:
        shutil.rmtree(folder)
    os.mkdir(folder)  # noqa: PTH102  it raises where a link stands there
    _write(f"{folder}/.gitignore", IGNORED.encode())
    _write(f"{folder}/{KEY}", os.urandom(32), 0o600)
    key = key_of(folder)
    if key is not None:
        _write(f"{folder}/{MINE}", sealed(key, MINE, b""))


def _held(folder: str) -> Iterator[None]:
    """Hold a folder while something is done in it, so that no other process does the same."""
    try:
        from fcntl import LOCK_EX, flock

        opened = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        yield
        return
    try:
        try:  # noqa: SIM105
            flock(opened, LOCK_EX)
        except OSError:
            pass  # the disk has no such locks; ``contextlib`` would take longer to import than all of this
        yield
    finally:
        os.close(opened)


def _write(path: str, content: bytes, mode: int = 0o644) -> None:
    opened = os.open(path, _NEW, mode)
    try:
        os.write(opened, content)
    finally:
        os.close(opened)


def read(path: str) -> bytes:
    """Return the bytes of a plain file; none where there is no such file."""
    try:
        with open(os.open(path, _READ), "rb") as file:  # noqa: PTH123  ``pathlib`` would take longer than the rest
            return file.read() if S_ISREG(os.fstat(file.fileno()).st_mode) else b""
    except OSError:
        return b""


def seal(key: bytes, name: str, content: bytes) -> bytes:
    """Return what only who has the key can put before some bytes that have a name."""
    made = blake2b(name.encode() + b"\0", digest_size=BYTES, key=key)
    made.update(content)
    return made.digest()


def sealed(key: bytes, name: str, content: bytes) -> bytes:
    """Return bytes with their seal."""
    return seal(key, name, content) + content


def unsealed(key: bytes, name: str, sealed: bytes) -> bytes | None:
    """Return the bytes that are under a seal; None where it is not that of the key, or they are not whole."""
    content = sealed[BYTES:]
    return content if len(sealed) >= BYTES and seal(key, name, content) == sealed[:BYTES] else None
