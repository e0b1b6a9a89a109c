"""What lies in the folders of records, by name alone: which files are read under which ids, and which are none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factsite import plain
from factsite.diagnostic import Diagnostic
from factsite.frozen import NamedTuple
from factsite.load.faults import refused
from factsite.load.scalars import Refusal, read_id
from factsite.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CONTENT = ("facts", "sources", "pages", "site.yaml", "origins.yaml")
"""What is read in ``content/``."""


class Listing(NamedTuple):
    """The files of a folder of records by id, in the order of the ids, and the faults of what is no such file."""

    files: Mapping[str, str]
    faults: tuple[Diagnostic, ...]


def listed(where: str, suffix: str, names: Mapping[str, str]) -> Listing:
    """Return what a folder of records holds; ``names`` says of each name there what it is, "" for a plain file."""
    files: dict[str, str] = {}
    faults = []
    for name in sorted(names, key=lambda name: name.removesuffix(suffix)):
        file = f"{where}/{name}"
        identifier = read_id(name.removesuffix(suffix))
        if not name.endswith(suffix) or names[name] == plain.FOLDER:
            faults.append(stray_file(Place(file), suffix))
        elif names[name]:
            faults.append(unreadable_file(Place(file), names[name]))
        elif isinstance(identifier, Refusal):
            faults.append(refused(Place(file), identifier))
        else:
            files[identifier] = file
    return Listing(files, tuple(faults))


def misplaced_in(folder: Path) -> Iterator[Diagnostic]:
    """Fault what lies in ``content/`` beside the files and folders that are read, and links in place of folders and templates."""
    for name in ("content", "seeds", "templates"):
        if plain.there(folder, name) and not plain.is_folder(folder / name):
            yield no_folder(Place(name))
    if not plain.is_link(folder / "templates"):
        for name, what in plain.below(folder / "templates"):
            if what:
                yield unreadable_file(Place(f"templates/{name}"), what)
    if plain.is_link(folder / "content"):
        return
    for path in sorted((folder / "content").glob("[!.]*")):
        is_capital = path.name.split(".")[0].isupper()
        if path.name in CONTENT and "." not in path.name and (not path.is_dir() or path.is_symlink()):
            yield no_folder(Place(f"content/{path.name}"))
        elif path.name not in CONTENT and not is_capital:
            yield misplaced(Place(f"content/{path.name}"))


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
        "this is a folder in every site, and here it is a file or a link",
        help="move it away, and put the files that belong there in a folder of this name",
    )


def unreadable_file(place: Place, what: str) -> Diagnostic:
    """A file is a link, a pipe or a device, or the disk does not let it be read.

    Why: a link can lead to any file of the machine that builds, and what is read is published; for a pipe a build would wait for ever.
    Fix: put a plain file there.
    """
    return Diagnostic(
        "unreadable-file",
        place,
        f"this is {what}, and only plain files are read",
        help="put the file itself in its place",
    )


def unreadable(file: str, refusal: OSError) -> Diagnostic:
    """Return the fault of a file that cannot be read; its rule is ``unreadable-file``."""
    if isinstance(refusal, plain.UnplainError):
        return unreadable_file(Place(file), refusal.what)
    return Diagnostic(
        "unreadable-file",
        Place(file),
        f"the disk does not let this be read: {refusal.strerror}",
        help="let it be read by whoever builds, or put a plain file in its place",
    )


RULES = (stray_file, unreadable_file)
