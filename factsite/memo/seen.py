"""How the last build found everything and left it: where all is so still, a build is over before it begins.

So this is imported before everything else, and imports next to nothing itself.
"""

from __future__ import annotations

import marshal
import os
import sys

from factsite.memo import seal
from factsite.memo.seal import FOLDER
from factsite.memo.standing import lists, stand, standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

    from factsite.memo.standing import Flat, Standing

SEEN: Final = "seen"
READ: Final = ("content", "seeds")
"""What of a site folder is read."""
SEARCH: Final = "search"
"""The folder of the search index in the site's folder, which builds leave alone."""
UNFINISHED: Final = ".factsite-"
"""What the folders in a site's folder begin with that a build uses, and leaves there only if it is killed."""
HELD: Final = 7
"""So many things are written down of a build; what another factsite wrote may have had fewer."""
MANY: Final = 5_000
"""So many files are looked at by two processes: to fork one takes as long as to look at a thousand."""


class Seen:
    """How a build found everything, and left it.

    ``state`` is all that the site was made with, ``day`` the build date, ``pack`` which of the packs has its details, ``ledger`` the digest of what
    else was written down of it: a disk that refused that may have kept another's. ``said`` is what it had to say, in words: how many claims and
    sources there are, how many files, how many checks; and its diagnostics, pickled, or b"".
    """

    def __init__(
        self,
        state: tuple[Any, ...],
        day: str,
        pack: int,
        ledger: bytes,
        inputs: Flat,
        outputs: Flat,
        said: tuple[Any, ...],
    ) -> None:
        self.state, self.day, self.pack, self.ledger = state, day, pack, ledger
        self.inputs, self.outputs, self.said = inputs, outputs, said

    def written(self) -> bytes:
        """Return it as it is written down."""
        return marshal.dumps(
            (self.state, self.day, self.pack, self.ledger, self.inputs, self.outputs, self.said)
        )


def seen_in(root: str) -> Seen | None:
    """Return what was written down in a site folder; None where nothing was, it is not whole, or another wrote it."""
    key = seal.key_of(f"{root}/{FOLDER}")
    content = seal.unsealed(key, f"/{SEEN}", seal.read(f"{root}/{FOLDER}/{SEEN}")) if key else None
    held = () if content is None else marshal.loads(content)
    return Seen(*held) if len(held) == HELD else None


def state_of(root: str, *options: Any) -> tuple[Any, ...]:
    """Return all that a site is made with: Python, libraries, generator and templates, and the options of a build.

    Files are known by their signatures; the libraries by the folder in which they are installed, which changes with every installation.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    above = os.path.dirname(package)  # noqa: PTH120
    libraries = tuple(_changed(path) for path in sys.path if path.endswith("site-packages"))
    code = standing(package, _is_code)
    templates = tuple(standing(f"{folder}/templates") for folder in (package, above))
    own = {} if os.path.islink(f"{root}/templates") else standing(f"{root}/templates")  # noqa: PTH114
    return sys.version, libraries, code, templates, own, options


def _is_code(folder: str, name: str) -> bool:
    return name.endswith((".py", ".js", ".css")) or ("." not in name and name != "__pycache__")


def _changed(path: str) -> tuple[str, int]:
    try:
        return path, os.stat(path).st_mtime_ns  # noqa: PTH116
    except OSError:
        return path, 0


def told(said: tuple[Any, ...], root: str, written: int, removed: int, seconds: float) -> str:
    """Return what a build says when it is over; paths are as seen from where it was started, if that is above them."""
    here, site = os.getcwd(), os.path.realpath(f"{root}/site")  # noqa: PTH109
    short = site[len(here) + 1 :] if site.startswith(f"{here}/") else site
    counts, files, checks = said[:3]
    return (
        f"{counts}; {files} in {short} ({written} written, {removed} removed). {checks} in {seconds:.2f} s."
    )


def inputs_of(root: str) -> Standing:
    """Return how the files stand that a build reads."""
    return standing(root, _is_read)


def outputs_of(root: str) -> Standing:
    """Return how the files of a site stand, but for hidden ones at its top and the index."""
    return standing(f"{root}/site", _is_published)


def all_as_seen(root: str, last: Seen) -> bool:
    """Say whether the files that a build reads, and those of the site, are and stand as they did.

    Where there are many, a second process looks at two of three; this one has to list them besides.
    """
    count = sum(len(names) for files in (last.inputs, last.outputs) for _, names, _ in files)
    if count < MANY or not hasattr(os, "fork"):
        return _all_listed(root, last) and _all_stand(root, last, slice(None))
    second = os.fork()
    if not second:
        try:
            os._exit(
                not (_all_stand(root, last, slice(1, None, 3)) and _all_stand(root, last, slice(2, None, 3)))
            )
        finally:
            os._exit(1)
    holds = _all_listed(root, last) and _all_stand(root, last, slice(0, None, 3))
    if not holds:
        os.kill(second, 9)  # it has nothing to clean up
    return os.waitpid(second, 0)[1] == 0 and holds


def _all_listed(root: str, last: Seen) -> bool:
    return lists(root, last.inputs, _is_read) and lists(f"{root}/site", last.outputs, _is_published)


def _all_stand(root: str, last: Seen, part: slice) -> bool:
    return stand(root, last.inputs, part) and stand(f"{root}/site", last.outputs, part)


def _is_read(folder: str, name: str) -> bool:
    return not name.startswith(".") if folder else name in READ


def _is_published(folder: str, name: str) -> bool:
    """Say whether what has this name in this folder of the site's folder is for a build to keep or to remove."""
    return bool(folder) or name.startswith(UNFINISHED) or not (name.startswith(".") or name == SEARCH)
