"""The filters of a search index in a fixed order, for Pagefind 1.5 writes their values in another one at each run.

Its files are gzipped CBOR behind a mark. A filter file holds its name and,
for each value, the pages that have it; its own name is a hash, which the index's meta file gives; and the name of that one
stands in the entry file. All three are written anew, with hashes of what is then in them.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any

import cbor2

if TYPE_CHECKING:
    from pathlib import Path

MARK = b"pagefind_dcd"
FILTERS = 3
"""Where the filters stand in the meta file, each as its name and the hash of its file."""


class UnknownFormatError(Exception):
    """A file of the index is not made as Pagefind 1.5 makes them."""


def put_in_order(folder: Path) -> None:
    """Put the filters of an index, and the values of each, in order of their names."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_bytes())
    for language in entry["languages"].values():
        meta_file = folder / f"pagefind.{language['hash']}.pf_meta"
        meta = _read(meta_file)
        for one in meta[FILTERS]:
            one[1] = _written_anew(folder / "filter" / f"{one[1]}.pf_filter", one[1])
        meta[FILTERS].sort()
        language["hash"] = _named(language["hash"], _packed(meta))
        meta_file.unlink()
        _write(folder / f"pagefind.{language['hash']}.pf_meta", meta)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _written_anew(file: Path, name: str) -> str:
    """Write a filter with its values in order, and return its new name."""
    label, values = _read(file)
    ordered = [label, sorted(values)]
    name = _named(name, _packed(ordered))
    file.unlink()
    _write(file.with_name(f"{name}.pf_filter"), ordered)
    return name


def _named(old: str, content: bytes) -> str:
    """Return a name of the same form as the old one, "en_9aa1d77", for other content."""
    language, _, digest = old.rpartition("_")
    return f"{language}_{hashlib.sha256(content).hexdigest()[: len(digest)]}"


def _read(file: Path) -> Any:
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(MARK):
        raise UnknownFormatError(f"{file.name} does not begin as a file of Pagefind's does")
    return cbor2.loads(content.removeprefix(MARK))


def _write(file: Path, value: Any) -> None:
    file.write_bytes(gzip.compress(_packed(value), mtime=0))


def _packed(value: Any) -> bytes:
    return MARK + cbor2.dumps(value)
