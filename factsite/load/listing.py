"""What lies in the folders of records, by name alone: which files are read under which ids, and which are none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def listed(where: str, suffix: str, names: Mapping[str, bool]) -> Listing:
    """Return what a folder of records holds; ``names`` says of each name there whether it is a file's."""
    files: dict[str, str] = {}
    faults = []
    for name in sorted(names, key=lambda name: name.removesuffix(suffix)):
        file = f"{where}/{name}"
        identifier = read_id(name.removesuffix(suffix))
        if not name.endswith(suffix) or not names[name]:
            faults.append(stray_file(Place(file), suffix))
        elif isinstance(identifier, Refusal):
            faults.append(refused(Place(file), identifier))
        else:
            files[identifier] = file
    return Listing(files, tuple(faults))


def misplaced_in(folder: Path) -> Iterator[Diagnostic]:
    """Fault what lies in ``content/`` beside the files and folders that are read."""
    for path in sorted((folder / "content").glob("[!.]*")):
        is_capital = path.name.split(".")[0].isupper()
        if path.name in CONTENT and "." not in path.name and not path.is_dir():
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
        "this is a folder in every site, and here it is a file or a link that leads nowhere",
        help="move it away, and put the files that belong there in a folder of this name",
    )


RULES = (stray_file,)
