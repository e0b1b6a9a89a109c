"""Facts that are examined elsewhere: through any executor of ``concurrent.futures``, by workers that have nothing of the site folder.

They are sent once what all facts are read against, with the templates of the site's own, and then facts with their bytes; what they print comes
back with the rows. Code is not sent: a worker has the same generator and the same libraries, or says that it has not.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
import tempfile
import threading
from collections import deque
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factsite import plain
from factsite.bundled import PACKAGE, bundled
from factsite.facts import Examining, Setting, examine_all
from factsite.hands import together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from concurrent.futures import Executor, Future

    from factsite.facts import Batch, Fact
    from factsite.findings import Background
    from factsite.hands import Hands

AHEAD: Final = 64
"""So many tasks are sent before the first has come back: enough for half as many processes, and what comes back early fits in the memory."""

LIBRARIES: Final = ("jinja2", "markdown", "markupsafe", "nh3", "pyyaml", "snowballstemmer")
"""What the bytes of a claim's files depend on."""


Luggage = tuple[dict[str, str], bytes, bytes]
"""All that facts are examined with, as it is sent: what this machine makes pages with, a digest of the rest, and the rest, pickled.

It is plain, so that it can also be received where there is no factsite, which is then told in one way.
"""


class OtherWorkerError(Exception):
    """A worker would make other pages than this machine; the words say why."""


def through(
    executor: Executor,
    share: Callable[[Luggage], Any] = lambda luggage: luggage,
    result: Callable[[Future[Batch]], Batch] = lambda future: future.result(),
    ahead: int = AHEAD,
) -> Hands:
    """Return hands that have facts examined through an executor, and do everything else in processes here.

    ``share`` gives what stands for the luggage in every task: where nothing better is known it is sent with each. ``result`` waits for what comes
    of a task; ``ahead`` tasks are sent before it does.
    """

    def hands(work: Callable[[Any], Any], tasks: Sequence[Any]) -> Iterator[Any]:
        if not isinstance(work, Examining):
            yield from together(work, tasks)
        elif tasks:
            yield from sent(work, tasks)

    def sent(work: Examining, tasks: Sequence[tuple[int, Sequence[Fact]]]) -> Iterator[Batch]:
        luggage, printing = share(packed(work.setting)), work.into is not None
        waiting: deque[tuple[Any, Future[Batch]]] = deque()
        try:
            for task in tasks:
                facts = pickle.dumps(_with_bytes(task[1], work.setting.folder), 5)
                waiting.append((task, executor.submit(examined_there, luggage, facts, printing=printing)))
                if len(waiting) >= ahead:
                    first, future = waiting.popleft()
                    yield work.received(first, result(future))
            while waiting:
                first, future = waiting.popleft()
                yield work.received(first, result(future))
        finally:
            for _, future in waiting:
                future.cancel()

    return hands


def _with_bytes(facts: Sequence[Fact], folder: str) -> list[Fact]:
    """Return facts that need no folder."""
    return [
        fact if fact.content is not None else fact._replace(content=plain.read(folder, fact.file))
        for fact in facts
    ]


def packed(setting: Setting) -> Luggage:
    """Return what facts are examined with, ready to be sent: of the templates those that do not come with the generator."""
    templates = [None if folder == bundled("templates") else _files(folder) for folder in setting.templates]
    content = pickle.dumps((setting.background, templates), 5)
    return made_with(), hashlib.sha256(content).digest(), content


def _files(folder: Path) -> dict[str, bytes]:
    return {name: plain.read(folder, name) for name, what in plain.below(folder) if not what}


@cache
def made_with() -> dict[str, str]:
    """Return all that the bytes of pages depend on besides the site folder: versions, and a digest of our code and templates."""
    ours = hashlib.sha256()
    for folder, names in ((PACKAGE, "**/*.py"), (bundled("templates"), "**/*")):
        for path in sorted(folder.glob(names)):
            if path.is_file() and "skeleton" not in path.relative_to(folder).parts:
                content = path.read_bytes()
                ours.update(f"{path.relative_to(folder).as_posix()}:{len(content)}:".encode() + content)
    versions = {name: _version(name) for name in LIBRARIES}
    return {"Python": "{}.{}".format(*sys.version_info), **versions, "factsite": ours.hexdigest()[:12]}


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "missing"


def differences(here: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    """Return in words what a worker has that is not as it is here."""
    return [
        f"{name} is {there.get(name)} there, {here[name]} here"
        for name in here
        if there.get(name) != here[name]
    ]


_one_by_one = threading.Lock()
"""Held while facts are examined: what prints is made for one thread, and workers may have several."""

_unpacked: dict[bytes, tuple[Setting, Any]] = {}
"""What this process was sent last, by its digest, with what lasts as long: the folders of its templates."""


def examined_there(luggage: Luggage, facts: bytes, *, printing: bool) -> Batch:
    """Examine facts that were sent. Raises ``OtherWorkerError`` where other pages would be made than where they come from."""
    made_there, digest, content = luggage
    if others := differences(made_there, made_with()):
        raise OtherWorkerError("; ".join(others))
    with _one_by_one:
        if digest not in _unpacked:
            _unpacked.clear()
            _unpacked[digest] = _unpack(digest, content)
        return examine_all(_unpacked[digest][0], pickle.loads(facts), printing=printing)


def _unpack(digest: bytes, content: bytes) -> tuple[Setting, Any]:
    background: Background
    background, templates = pickle.loads(content)
    room = tempfile.TemporaryDirectory(prefix="factsite-", ignore_cleanup_errors=True)
    folders = []
    for number, files in enumerate(templates):
        folders.append(bundled("templates") if files is None else Path(room.name, str(number)))
        for name, content in (files or {}).items():
            path = folders[-1] / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return Setting("", background, tuple(folders), digest), room
