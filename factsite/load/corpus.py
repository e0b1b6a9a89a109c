"""A site folder to a corpus: the only reader of the author's files on disk."""

from __future__ import annotations

import hashlib
import re
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from factsite.diagnostic import Diagnostic, nearest
from factsite.load import prose, yamltree
from factsite.load.faults import refused
from factsite.load.kept import Kept
from factsite.load.records import Reader
from factsite.load.scalars import Refusal, read_id
from factsite.load.text import PlacedText, bad_byte, decode
from factsite.model import Claim, Corpus, Essay, Origin, Site, Source, SourceText
from factsite.place import Place, Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from factsite.load.yamltree import Node

R = TypeVar("R", Claim, Source)
Made = TypeVar("Made")

CONTENT = ("facts", "sources", "pages", "site.yaml", "origins.yaml")
"""What is read in ``content/``."""
HEADING = re.compile(r"#[ \t]+(?P<title>[^\n]*?)[ \t]*#*[ \t\r]*(?:\n|$)")


def load(
    folder: Path, instead: Mapping[str, bytes] = MappingProxyType({}), kept: Kept | None = None
) -> tuple[Corpus, list[Diagnostic]]:
    """Read a site folder: everything that can be read, and every fault of what cannot.

    ``instead`` has the content of files, by their paths in the folder, that is read in place of what stands there. With what
    an earlier reading ``kept``, a file that is as it was then gives the very same values, and costs next to nothing.
    """
    reading = _Reading(folder, instead, kept or Kept())
    reading.strays()
    sources = reading.records("content/sources", Source)
    claims = reading.records("content/facts", Claim)
    origins, origins_lost = reading.origins()
    corpus = Corpus(
        site=reading.site(),
        sources=sources,
        texts=dict(reading.texts(sources)),
        origins=origins,
        origins_lost=origins_lost,
        claims=tuple(claims.values()),
        essays=tuple(reading.essays()),
        ids={name: frozenset(ids) for name, ids in reading.ids.items()},
        seeds=tuple(reading.seeds()),
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
        self.digests: dict[str, str] = {}
        self.ids: dict[str, list[str]] = {"sources": [], "facts": [], "pages": []}

    def records(self, where: str, kind: type[R]) -> dict[str, R]:
        """Read a folder of records, one YAML file each; the file's name is the id."""
        records = {}
        for identifier, file in self.named(where, ".yaml"):
            record = self.once(file, partial(self.record, kind, file, identifier))
            if record is not None:
                records[identifier] = record
        return records

    def once(self, file: str, make: Callable[[], Made]) -> Made:
        """Return what is made of a file, with its faults; where the file is as before, what was made of it then."""
        content = self.content(file)
        known = self.kept.made(file, content)
        if known is not None:
            self.faults += known.faults
            return known.thing  # type: ignore[no-any-return]  # of one file, always the same kind of thing is made
        before = len(self.faults)
        thing = make()
        self.kept.keep(file, content, thing, self.faults[before:])
        return thing

    def record(self, kind: type[R], file: str, identifier: str) -> R | None:
        """Read the one record of a YAML file."""
        source, tree = self.tree(file)
        if source is None or tree is None:
            return None
        reader = Reader(source)
        name = "a source file" if kind is Source else "a fact file"
        record = reader.record(kind, tree, name, id=identifier)
        self.faults += reader.faults
        if isinstance(record, Claim) and not record.is_draft:
            self.faults += reader.todos()
        return record

    def named(self, where: str, suffix: str) -> Iterator[tuple[str, str]]:
        """Yield id and name of every file of a folder, in the order of the ids; fault what is no such file."""
        names = self.kept.names(self.folder, where)
        for name in sorted(names, key=lambda name: name.removesuffix(suffix)):
            file = f"{where}/{name}"
            identifier = read_id(name.removesuffix(suffix))
            if not name.endswith(suffix) or self.content(file) is None:
                self.faults.append(stray_file(Place(file), suffix))
            elif isinstance(identifier, Refusal):
                self.faults.append(refused(Place(file), identifier))
            else:
                self.ids[where.rpartition("/")[2]].append(identifier)
                yield identifier, file

    def strays(self) -> None:
        """Fault what lies in ``content/`` beside the files and folders that are read."""
        for path in sorted((self.folder / "content").glob("[!.]*")):
            is_capital = path.name.split(".")[0].isupper()
            if path.name in CONTENT and "." not in path.name and not path.is_dir():
                self.faults.append(no_folder(Place(f"content/{path.name}")))
            elif path.name not in CONTENT and not is_capital:
                self.faults.append(misplaced(Place(f"content/{path.name}")))

    def site(self) -> Site:
        """Read ``content/site.yaml``; where there is none to read, a stand-in of which every key is lost."""
        return self.once("content/site.yaml", self._site)

    def _site(self) -> Site:
        source, tree = self.tree("content/site.yaml", needed=True)
        site = None
        if source is not None and tree is not None:
            reader = Reader(source)
            site = reader.record(Site, tree, "site.yaml")
            self.faults += reader.faults
        lost = frozenset(("title", "topics", "verdicts"))
        return site or Site(title="", at=Places(Place("content/site.yaml"), {}, lost))

    def origins(self) -> tuple[Mapping[str, Origin], bool]:
        """Read ``content/origins.yaml``, which a site can do without; say whether a fault hides some of it."""
        before = len(self.faults)
        origins = self.once("content/origins.yaml", self._origins)
        return origins, len(self.faults) > before

    def _origins(self) -> Mapping[str, Origin]:
        origins = None
        source, tree = self.tree("content/origins.yaml")
        if source is not None and tree is not None:
            reader = Reader(source)
            origins = reader.keyed(Origin, tree, "origins.yaml")
            self.faults += reader.faults
        return dict(sorted((origins or {}).items()))

    def essays(self) -> Iterator[Essay]:
        """Read ``content/pages``."""
        for identifier, file in self.named("content/pages", ".md"):
            essay = self.once(file, partial(self.essay, file, identifier))
            if essay is not None:
                yield essay

    def essay(self, file: str, identifier: str) -> Essay | None:
        """Read a page of prose."""
        source = self.text(file)
        if source is None:
            return None
        heading = HEADING.match(source.text)
        if heading is None or not heading["title"]:
            self.faults.append(page_without_title(source.place(0)))
            return None
        body = source.text[heading.end() :]
        text, faults = prose.read(body, body, lambda index: source.place(heading.end() + index))
        self.faults += faults
        return Essay(id=identifier, title=heading["title"], text=text, at=Places(source.place(0)))

    def texts(self, sources: Mapping[str, Source]) -> Iterator[tuple[str, SourceText]]:
        """Read the article of every source whose file is known."""
        for identifier, source in sources.items():
            if not source.at.has(["file"]):
                continue
            file = f"seeds/{source.file}"
            content = self.content(file)
            if content is None:
                self.faults.append(seed_not_found(source.at["file"], source.file, self.seeds()))
                continue
            text = self.once(file, partial(self.article, file, content))
            if text is not None:
                yield identifier, text

    def article(self, file: str, content: bytes) -> SourceText | None:
        """Read an article."""
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as fault:
            self.faults.append(bad_byte(file, content, fault.start))
            return None
        return SourceText(split_lines(text), self.digests[file], line_starts(text))

    def seeds(self) -> Iterator[str]:
        """Yield the names of the files in ``seeds/``, but for hidden ones and those in capitals, such as README."""
        seeds = self.folder / "seeds"
        for path in sorted(seeds.rglob("*")):
            name = path.relative_to(seeds)
            hidden = any(part.startswith(".") for part in name.parts)
            if path.is_file() and not hidden and not path.name.split(".")[0].isupper():
                yield name.as_posix()

    def tree(self, file: str, *, needed: bool = False) -> tuple[PlacedText | None, Node | None]:
        """Read a YAML file."""
        source = self.text(file, needed=needed)
        if source is None:
            return None, None
        tree, faults = yamltree.parse(source)
        self.faults += faults
        return source, tree

    def text(self, file: str, *, needed: bool = False) -> PlacedText | None:
        """Read a text file; a file that is not there is a fault only where it is needed."""
        content = self.content(file)
        if content is None:
            if needed:
                self.faults.append(missing_file(Place(file)))
            return None
        source = decode(file, content)
        if isinstance(source, Diagnostic):
            self.faults.append(source)
            return None
        return source

    def content(self, file: str) -> bytes | None:
        """Return a file's bytes, the same throughout one reading; None where there is no such file."""
        if file not in self.contents:
            content, digest = self.kept.content(self.folder, file)
            if content is not None and file in self.instead:
                content = self.instead[file]
                digest = hashlib.sha256(content).hexdigest()
            self.contents[file] = content
            if content is not None:
                self.digests[file] = digest
        return self.contents[file]


def texts_in(folder: Path) -> tuple[dict[str, tuple[str, ...]], list[Diagnostic]]:
    """Read every text file of a folder, ``*.txt``, by its path in it; a file that is no UTF-8 is a fault."""
    texts: dict[str, tuple[str, ...]] = {}
    faults: list[Diagnostic] = []
    for path in sorted(path for path in folder.rglob("*.txt") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        content = path.read_bytes()
        try:
            texts[name] = split_lines(content.decode("utf-8-sig"))
        except UnicodeDecodeError as fault:
            faults.append(bad_byte(name, content, fault.start))
    return texts, faults


def digests_in(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a folder, hidden ones left out, by its path there."""
    files = {
        path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("[!.]*")) if path.is_file()
    }
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def split_lines(text: str) -> tuple[str, ...]:
    r"""Return the lines as ``sed -n`` numbers them: what stands between ``\n``s, without a trailing ``\r``."""
    lines = text.split("\n")
    if lines[-1] == "":
        del lines[-1]
    return tuple(line.removesuffix("\r") for line in lines)


def line_starts(text: str) -> tuple[int, ...]:
    """Return at which character of the text each of its lines begins."""
    return (0, *(found.end() for found in re.finditer("\n", text)))


def stray_file(place: Place, suffix: str) -> Diagnostic:
    """A file lies in a folder of records under a name that is not read, or beside these folders.

    Why: a claim in a file `army.yml` would be missing from the site without notice.
    Fix: give the file the ending that the folder takes, or move it elsewhere.
    """
    return Diagnostic(
        "stray-file",
        place,
        f"only files that end in `{suffix}` are read here",
        help=f"rename it to end in `{suffix}`, or move it out of this folder",
    )


def misplaced(place: Place) -> Diagnostic:
    """Return the fault of a file that lies beside the folders of records; its rule is ``stray-file``."""
    return Diagnostic(
        "stray-file",
        place,
        "nothing is read here but " + ", ".join(f"`{name}`" for name in CONTENT),
        help="a fact file belongs in `content/facts/`, the file of a source in `content/sources/`, a page in `content/pages/`",
    )


def no_folder(place: Place) -> Diagnostic:
    """Return the fault of a file that stands where a folder of records does; its rule is ``stray-file``."""
    return Diagnostic(
        "stray-file",
        place,
        "this is a folder in every site, and here it is a file or a link that leads nowhere",
        help="move it away, and put the files that belong there in a folder of this name",
    )


def missing_file(place: Place) -> Diagnostic:
    """A file that every site needs is not there.

    Why: the site has no title without it.
    Fix: write `content/site.yaml` with at least a `title`.
    """
    return Diagnostic(
        "missing-file",
        place,
        "this file is needed, and is not there",
        help="write it, with at least `title: …`; or name the site's folder with --root",
    )


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


def page_without_title(place: Place) -> Diagnostic:
    """A page of prose does not begin with a heading.

    Why: the heading is the page's title in the browser and in the site's menu.
    Fix: begin the file with `# Title`.
    """
    return Diagnostic(
        "page-without-title",
        place,
        "this page does not begin with a heading",
        help="begin it with `# ` and the title",
    )


RULES = (stray_file, missing_file, seed_not_found, page_without_title)
