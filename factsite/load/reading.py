"""One file to what it says: pure functions of a file's name and bytes, which need nothing else of the site.

So a file can be read in any order and process, and one that has not changed need not be read again.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Generic, TypeVar

from factsite.diagnostic import Diagnostic
from factsite.frozen import NamedTuple
from factsite.load import letters, prose, yamltree
from factsite.load.limits import LONGEST_LINE, LONGEST_PROSE, MOST_ORIGINS, too_long
from factsite.load.records import Reader
from factsite.load.text import LARGEST, bad_byte, decode, too_large
from factsite.model import Claim, Essay, Origin, Site, Source, SourceText
from factsite.place import Place, Places

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Read(NamedTuple, Generic[T]):
    """What was made of a file, None where it is too faulty for that, and its faults."""

    thing: T | None
    faults: tuple[Diagnostic, ...]


def read_fact(file: str, content: bytes) -> Read[Claim]:
    """Read a fact file; its name is the claim's id."""
    return _record(file, content, _fact)


def read_source(file: str, content: bytes) -> Read[Source]:
    """Read a source file; its name is the source's id."""
    return _record(
        file, content, lambda reader, tree: reader.record(Source, tree, "a source file", id=id_in(file))
    )


def read_site(file: str, content: bytes | None) -> Read[Site]:
    """Read ``content/site.yaml``; where there is none to read, give a stand-in of which every key is lost."""
    if content is None:
        read = Read[Site](None, (missing_file(Place(file)),))
    else:
        read = _record(file, content, lambda reader, tree: reader.record(Site, tree, "site.yaml"))
    lost = frozenset(("title", "topics", "verdicts"))
    stand_in = Site(title="", at=Places(Place(file), {}, lost))
    return read if read.thing else Read(stand_in, read.faults)


def read_origins(file: str, content: bytes | None) -> Read[dict[str, Origin]]:
    """Read ``content/origins.yaml``, which a site can do without; give the origins in the order of their ids."""
    if content is None:
        return Read({}, ())
    origins, faults = _record(
        file, content, lambda reader, tree: reader.keyed(Origin, tree, "origins.yaml", MOST_ORIGINS)
    )
    return Read(dict(sorted((origins or {}).items())), faults)


def read_essay(file: str, content: bytes) -> Read[Essay]:
    """Read a page of prose, whose first heading is its title."""
    source = decode(file, content)
    if isinstance(source, Diagnostic):
        return Read(None, (source,))
    heading, _, body = source.text.partition("\n")
    title = heading[1:].rstrip(" \t\r").rstrip("#").strip(" \t")
    if not heading.startswith(("# ", "#\t")) or not title:
        return Read(None, (page_without_title(source.place(0)),))
    begin = len(source.text) - len(body)
    if len(body) > LONGEST_PROSE:
        return Read(
            None, (too_long(source.place(begin), "this page", len(body), "characters", LONGEST_PROSE),)
        )
    text, faults = prose.read(body, body, lambda index: source.place(begin + index))
    essay = Essay(id=id_in(file), title=title, text=text, at=Places(source.place(0)))
    return Read(essay, (*faults, *letters.in_text(source.text, source.text, source.place)))


def read_article(file: str, content: bytes) -> Read[SourceText]:
    """Read an article."""
    if len(content) > LARGEST:
        return Read(None, (too_large(Place(file), len(content)),))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        return Read(None, (bad_byte(file, content, fault.start),))
    if len(text) > LONGEST_LINE:
        for number, line in enumerate(text.split("\n"), 1):
            if len(line) > LONGEST_LINE:
                return Read(
                    None, (too_long(Place(file, number), "this line", len(line), "characters", LONGEST_LINE),)
                )
    return Read(SourceText(content, hashlib.sha256(content).hexdigest()), ())


def id_in(file: str) -> str:
    """Return the id that the name of a file of records says."""
    return file.rpartition("/")[2].rpartition(".")[0]


def _fact(reader: Reader, tree: yamltree.Node) -> Claim | None:
    claim = reader.record(Claim, tree, "a fact file", id=id_in(reader.source.file))
    if claim is not None and not claim.is_draft:
        reader.faults += reader.todos()
    return claim


def _record(file: str, content: bytes, make: Callable[[Reader, yamltree.Node], T | None]) -> Read[T]:
    """Return what is made of the tree of a YAML file."""
    source = decode(file, content)
    if isinstance(source, Diagnostic):
        return Read(None, (source,))
    tree, faults = yamltree.parse(source)
    if tree is None:
        return Read(None, tuple(faults))
    reader = Reader(source)
    thing = make(reader, tree)
    return Read(thing, (*faults, *reader.faults))


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


RULES = (missing_file, page_without_title)
