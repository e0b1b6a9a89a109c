"""A site folder to a corpus: what lies in it is listed, and each file is read by itself (``reading``)."""

from __future__ import annotations

import hashlib
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from factsite import plain
from factsite.diagnostic import Diagnostic, nearest
from factsite.load.kept import Kept, files_below
from factsite.load.listing import listed, misplaced_in, unreadable
from factsite.load.reading import (
    read_article,
    read_essay,
    read_fact,
    read_origins,
    read_site,
    read_source,
)  # fmt: skip
from factsite.load.text import bad_byte
from factsite.model import Corpus, split_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from factsite.load.reading import Read
    from factsite.model import Origin, Site, Source, SourceText
    from factsite.place import Place

T = TypeVar("T")


def load(
    folder: Path,
    instead: Mapping[str, bytes] = MappingProxyType({}),
    kept: Kept | None = None,
    *,
    facts: bool = True,
) -> tuple[Corpus, list[Diagnostic]]:
    """Read a site folder: everything that can be read, and every fault of what cannot.

    ``instead`` has the content of files, by their paths in the folder, that is read in place of what stands there. With what
    an earlier reading ``kept``, a file that is as it was then gives the very same values, and costs next to nothing.
    Without ``facts``, the ids of these are read, and nothing else of them.
    """
    reading = _Reading(folder, instead, kept or Kept())
    reading.faults += misplaced_in(folder)
    sources = reading.records("content/sources", ".yaml", read_source)
    claims = reading.records("content/facts", ".yaml", read_fact) if facts else {}
    if not facts:
        reading.listing("content/facts", ".yaml")
    origins, origins_lost = reading.origins()
    corpus = Corpus(
        site=reading.site(),
        sources=sources,
        texts=dict(reading.texts(sources)),
        origins=origins,
        origins_lost=origins_lost,
        claims=tuple(claims.values()),
        essays=tuple(reading.records("content/pages", ".md", read_essay).values()),
        ids={name: frozenset(ids) for name, ids in reading.ids.items()},
        seeds=seeds_in(folder),
        digests=dict(sorted(reading.digests.items())),
    )
    return corpus, reading.faults


class _Reading:
    """One reading of a site folder; collects the faults of all its files, and their digests."""

    def __init__(self, folder: Path, instead: Mapping[str, bytes], kept: Kept) -> None:
        self.folder = folder
        self.instead = instead
        self.kept = kept
        self.faults: list[Diagnostic] = []
        self.contents: dict[str, bytes | None] = {}
        self.refused: set[str] = set()
        self.digests: dict[str, str] = {}
        self.ids: dict[str, Iterable[str]] = {}

    def records(self, where: str, suffix: str, read: Callable[[str, bytes], Read[T]]) -> dict[str, T]:
        """Read a folder of files of one kind, in the order of their ids."""
        records = {}
        for identifier, file in self.listing(where, suffix).items():
            record = self.once(file, read) if self.content(file) is not None else None
            if record is not None:
                records[identifier] = record
        return records

    def listing(self, where: str, suffix: str) -> Mapping[str, str]:
        """Return the files of a folder by id, in the order of the ids."""
        listing = listed(where, suffix, self.kept.names(self.folder, where))
        self.faults += listing.faults
        self.ids[where.rpartition("/")[2]] = listing.files
        return listing.files

    def once(self, file: str, read: Callable[[str, Any], Read[T]]) -> T | None:
        """Return what is read from a file; where the file is as before, the very same that was read then."""
        content = self.content(file)
        known: Read[T] | None = self.kept.read(file, content)
        if known is None:
            known = read(file, content)
            self.kept.keep(file, content, known)
        self.faults += () if file in self.refused else known.faults
        return known.thing

    def site(self) -> Site:
        """Read ``content/site.yaml``."""
        site = self.once("content/site.yaml", read_site)
        assert site is not None  # it has a stand-in
        return site

    def origins(self) -> tuple[Mapping[str, Origin], bool]:
        """Read ``content/origins.yaml``; say whether a fault hides some of it."""
        before = len(self.faults)
        origins = self.once("content/origins.yaml", read_origins)
        return {} if origins is None else origins, len(self.faults) > before

    def texts(self, sources: Mapping[str, Source]) -> Iterator[tuple[str, SourceText]]:
        """Read the article of every source whose file is known."""
        for identifier, source in sources.items():
            if not source.at.has(["file"]):
                continue
            file = f"seeds/{source.file}"
            if self.content(file) is None:
                if file not in self.refused:
                    self.faults.append(seed_not_found(source.at["file"], source.file, seeds_in(self.folder)))
                continue
            text = self.once(file, read_article)
            if text is not None:
                yield identifier, text

    def content(self, file: str) -> bytes | None:
        """Return a file's bytes, the same throughout one reading; None where there is no such file."""
        if file not in self.contents:
            try:
                content, digest = self.kept.content(self.folder, file)
            except OSError as refusal:
                self.faults.append(unreadable(file, refusal))
                self.refused.add(file)
                content, digest = None, ""
            if content is not None and file in self.instead:
                content = self.instead[file]
                digest = hashlib.sha256(content).hexdigest()
            self.contents[file] = content
            if content is not None:
                self.digests[file] = digest
        return self.contents[file]


def seeds_in(folder: Path) -> tuple[str, ...]:
    """Return the names of the files in ``seeds/``, but for hidden ones and those in capitals, such as README."""
    names = files_below(folder / "seeds")
    return tuple([name for name in names if not name.rpartition("/")[2].split(".")[0].isupper()])


def texts_in(folder: Path) -> tuple[dict[str, tuple[str, ...]], list[Diagnostic]]:
    """Read every text file of a folder, ``*.txt``, by its path in it; a file that is no UTF-8 is a fault."""
    texts: dict[str, tuple[str, ...]] = {}
    faults: list[Diagnostic] = []
    for name in sorted(name for name, what in plain.below(folder) if name.endswith(".txt") and not what):
        content = plain.read(folder, name)
        try:
            texts[name] = split_lines(content.decode("utf-8-sig"))
        except UnicodeDecodeError as fault:
            faults.append(bad_byte(name, content, fault.start))
    return texts, faults


def digests_in(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a folder, hidden ones left out, by its path there."""
    names = [
        name for name, what in plain.below(folder) if not what and not name.rpartition("/")[2].startswith(".")
    ]
    return {name: hashlib.sha256(plain.read(folder, name)).hexdigest() for name in names}


def seed_not_found(place: Place, file: str, seeds: Iterable[str]) -> Diagnostic:
    """A source names a file that is not in `seeds/`.

    Why: without the article nothing that is cited from it can be checked.
    Fix: put the file in `seeds/`, or correct its name.
    """
    meant = nearest(file, seeds)
    return Diagnostic(
        "seed-not-found",
        place,
        f"there is no file seeds/{file}",
        help=f"did you mean `{meant}`?" if meant else "put the article there, or correct the name",
    )


RULES = (seed_not_found,)
