"""Hold a copy of a published site against its manifest, and that against what it was made from.

This file shares no code with the rest of factsite and needs nothing but Python, so that a reader who trusts neither us nor
our build has only this to read. SITE is the site, as published or downloaded. FOLDER, if given, holds the articles in
``seeds/``, and may hold the fact files in ``content/``. Without it, quotations are looked up in the article pages of the site.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import json
import os
import re
import stat
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VERSION = 2
"""The form of the manifests that can be verified."""
MANIFEST = "data/manifest.json"
INDEX = "search/manifest.json"
"""Lists the files of the search index, which is made after the site."""
LARGEST = 1 << 28
"""A manifest of more bytes is not read; that of 100,000 claims has half as many."""
LONGEST = 1000
"""A path of more characters is none."""


class RefusedError(Exception):
    """What cannot be verified at all; the words say why."""


class Difference(NamedTuple):
    """Something that does not hold: of what kind, in which file, and in a sentence what it is."""

    kind: str
    file: str
    message: str


class Listed(NamedTuple):
    """A file of the site as a manifest lists it."""

    sha256: str
    bytes: int


class Quotation(NamedTuple):
    """A quotation: its words stand in ``stretches``: line, start and end in it, and text; they are within the lines cited."""

    claim: str
    number: int
    source: str
    lines: tuple[int, int]
    stretches: tuple[tuple[int, int, int, str], ...]
    sha256: str


class Manifest(NamedTuple):
    """What a manifest says: the site's files, the articles' by their ids, and the other files that it was made from, by digests."""

    sha256: str
    files: dict[str, Listed]
    sources: dict[str, tuple[str, str]]
    content: dict[str, str]
    quotations: list[Quotation]
    base_url: str | None
    cards: bool
    generator: str


def manifest_of(site: Path) -> Manifest:
    """Return the manifest of a site, with the files of the search index. Raises ``RefusedError``."""
    content = _bytes_of(site, MANIFEST)
    try:
        manifest = _manifest(_of(json.loads(content, object_pairs_hook=_once), dict, "it"), content)
    except RecursionError as fault:
        raise RefusedError(f"{site / MANIFEST} is nested too deeply") from fault
    except (ValueError, RefusedError) as fault:
        raise RefusedError(f"{site / MANIFEST} cannot be read as a manifest: {fault}") from fault
    return manifest._replace(files=manifest.files | indexed(site))


def differences(site: Path, manifest: Manifest, folder: Path | None = None) -> Iterator[Difference]:
    """Yield what of a site does not hold: files first, then what it was made from, then quotations. Raises ``RefusedError``."""
    found, links = files_in(site)
    yield from _of_files(site, manifest.files, found, links)
    if folder is None:
        yield from _of_pages(site, manifest.quotations, found)
        return
    texts = {}
    for name, (file, digest) in manifest.sources.items():
        content = read(folder, file)
        yield from _of_source("source", file, content, digest)
        texts[name] = (content or b"").decode("utf-8", "replace").split("\n")
    if (folder / "content").is_dir():
        for file, digest in manifest.content.items():
            yield from _of_source("content", file, read(folder, file), digest)
    for quotation in manifest.quotations:
        if not stands(quotation, texts.get(quotation.source, [])):
            yield _lost(quotation, f"seeds/{quotation.source}", f"of {quotation.source}")


def files_in(site: Path) -> tuple[set[str], set[str]]:
    """Return the paths of the plain files of a site, and of what is none; nothing hidden at its top is part of it. Links are not followed."""
    files, others = set(), set()
    for top, folders, names in os.walk(site):
        inside = Path(top).relative_to(site).as_posix()
        if inside == ".":
            inside = ""
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]
        for name in (*folders, *names):
            path = f"{inside}/{name}" if inside else name
            mode = (site / path).lstat().st_mode
            if stat.S_ISREG(mode):
                files.add(path)
            elif not stat.S_ISDIR(mode):
                others.add(path)
    return files, others


def indexed(site: Path) -> dict[str, Listed]:
    """Return the files of the search index, if there is one with a list."""
    if not (site / INDEX).exists():
        return {}
    try:
        listed = _of(json.loads(_bytes_of(site, INDEX), object_pairs_hook=_once), dict, "it")
        return {f"search/{name}": one for name, one in _files(listed.get("files"), "files").items()}
    except (ValueError, RecursionError, RefusedError) as fault:
        raise RefusedError(f"{site / INDEX} cannot be read as a list of files: {fault}") from fault


def stands(quotation: Quotation, lines: Sequence[str]) -> bool:
    """Say whether the words of a quotation are those that stand where it says, within the lines that it cites."""
    first, last = quotation.lines
    for line, start, end, text in quotation.stretches:
        if not (1 <= first <= line <= last <= len(lines) and 0 <= start < end):
            return False
        if lines[line - 1][start:end] != text:
            return False
    return _is_whole(quotation)


def read(folder: Path, file: str) -> bytes | None:
    """Return the bytes of a file in the folder; None where there is none, or it lies elsewhere."""
    path = (folder / file).resolve()
    return path.read_bytes() if path.is_relative_to(folder.resolve()) and path.is_file() else None


def _of_files(
    site: Path, listed: dict[str, Listed], found: set[str], links: set[str]
) -> Iterator[Difference]:
    for path, one in sorted(listed.items()):
        if path not in found:
            yield Difference(
                "missing", path, "is a link or no plain file" if path in links else "is not there"
            )
            continue
        with (site / path).open("rb") as file:
            size, digest = os.fstat(file.fileno()).st_size, hashlib.file_digest(file, "sha256").hexdigest()
        if digest != one.sha256:
            yield Difference("changed", path, f"was changed: its SHA-256 is {digest}, not {one.sha256}")
        elif size != one.bytes:
            yield Difference("changed", path, f"has {size} bytes, and not {one.bytes} as the manifest says")
    for path in sorted((found | links) - listed.keys() - {MANIFEST, INDEX}):
        yield Difference("added", path, "was added: the manifest does not list it")


def _of_source(kind: str, file: str, content: bytes | None, digest: str) -> Iterator[Difference]:
    if content is None:
        yield Difference(kind, file, "is not there")
    elif hashlib.sha256(content).hexdigest() != digest:
        yield Difference(kind, file, f"is another than the site was made from: its SHA-256 is not {digest}")


def _of_pages(site: Path, quotations: Sequence[Quotation], found: set[str]) -> Iterator[Difference]:
    """Yield the quotations whose words are not in the line of the published article; lines that are not shown say nothing."""
    shown: dict[str, dict[int, str]] = {}
    for quotation in quotations:
        page = f"sources/{quotation.source}.html"
        if page not in shown:
            content = _bytes_of(site, page) if page in found else b""
            shown[page] = _lines_of(content.decode("utf-8", "replace"))
        lines = shown[page]
        if not _is_whole(quotation) or any(
            text not in lines.get(line, text) and not _is_shown_by_name(text)
            for line, _, _, text in quotation.stretches
        ):
            yield _lost(quotation, page, f"of {page}")


def _lost(quotation: Quotation, file: str, where: str) -> Difference:
    lines = "-".join(str(line) for line in dict.fromkeys(quotation.lines))
    return Difference(
        "quotation", file, f"{quotation.claim}, quotation {quotation.number}: not in line {lines} {where}"
    )


def _is_whole(quotation: Quotation) -> bool:
    words = "\n".join(text for *_, text in quotation.stretches)
    return (
        bool(words)
        and hashlib.sha256(words.encode("utf-8", "replace")).hexdigest() == quotation.sha256
        and all(quotation.lines[0] <= line <= quotation.lines[1] for line, *_ in quotation.stretches)
    )


def _is_shown_by_name(text: str) -> bool:
    """Say whether a text has signs that a page may show otherwise than as they are, as those that turn the direction of writing."""
    return any(unicodedata.category(sign)[0] == "C" for sign in text)


def _lines_of(page: str) -> dict[int, str]:
    """Return the lines of an article as its page shows them, by their numbers; those that it does not show are none."""
    parts = re.split(r'<li [^<>]*\bid="L([0-9]{1,9})">', page)
    lines = {}
    for number, part in zip(parts[1::2], parts[2::2], strict=True):
        _, shown, rest = part.partition('<p class="article-line__text">')
        if shown:
            lines[int(number)] = html.unescape(re.sub(r"<[^<>]*>", "", rest.partition("</p>")[0]))
    return lines


def _bytes_of(site: Path, file: str) -> bytes:
    """Return the bytes of a file of the site that is to be read. Raises ``RefusedError``."""
    path = site / file
    if not path.is_file() or not path.resolve().is_relative_to(site.resolve()):
        raise RefusedError(f"{path} is not there, or no plain file")
    if path.stat().st_size > LARGEST:
        raise RefusedError(f"{path} has more than {LARGEST >> 20} MB")
    return path.read_bytes()


def _manifest(given: dict[str, Any], content: bytes) -> Manifest:
    if given.get("version") != VERSION:
        raise RefusedError(
            f"it is of version {given.get('version')!r:.20}, and only {VERSION} can be verified"
        )
    files, facts, quotations = _files(given.get("files"), "files"), {}, []
    for claim in _of(given.get("claims"), list, "claims"):
        named = _of(_of(claim, dict, "a claim").get("claim"), str, "the id of a claim")
        own, fact = _files(claim.get("files"), "a claim's files"), _of(claim.get("fact"), dict, "fact")
        if twice := files.keys() & own.keys():
            raise RefusedError(f"{min(twice)!r} is listed twice")
        files |= own
        facts[_path(fact.get("file"))] = _digest(fact.get("sha256"))
        every = _of(claim.get("quotations"), list, "quotations")
        quotations += [_quotation(named, _of(one, dict, "a quotation")) for one in every]
    sources = _of(given.get("sources"), dict, "sources").items()
    named_sources = {
        _path(name): (_path(_of(one, dict, "a source").get("file")), _digest(one.get("sha256")))
        for name, one in sources
    }
    for quotation in quotations:
        if quotation.source not in named_sources:
            raise RefusedError(f"{quotation.claim!r} quotes {quotation.source!r}, which is no source")
    content_files = _of(given.get("content"), dict, "content").items()
    made = _of(given.get("made"), dict, "made")
    return Manifest(
        hashlib.sha256(content).hexdigest(),
        files,
        named_sources,
        {_path(file): _digest(digest) for file, digest in content_files} | facts,
        quotations,
        None if made.get("base_url") is None else _of(made["base_url"], str, "base_url"),
        _of(made.get("cards"), bool, "cards"),
        _of(given.get("generator"), str, "generator"),
    )


def _quotation(claim: str, given: dict[str, Any]) -> Quotation:
    lines = [_number(line) for line in _of(given.get("lines"), list, "lines")]
    if len(lines) != 2:
        raise RefusedError("lines are no pair")
    stretches = []
    for one in _of(given.get("stretches"), list, "stretches"):
        stretch = _of(one, dict, "a stretch")
        line, start, end = (_number(stretch.get(name)) for name in ("line", "start", "end"))
        stretches.append((line, start, end, _of(stretch.get("text"), str, "text")))
    return Quotation(
        claim,
        _number(given.get("number")),
        _of(given.get("source"), str, "source"),
        (lines[0], lines[1]),
        tuple(stretches),
        _digest(given.get("sha256")),
    )


def _files(given: Any, what: str) -> dict[str, Listed]:
    return {
        _path(path): Listed(_digest(_of(one, dict, "a file").get("sha256")), _number(one.get("bytes")))
        for path, one in _of(given, dict, what).items()
    }


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a mapping; a name that stands in it twice would mean one thing here, and another elsewhere."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise RefusedError("a name stands twice in one mapping")
    return made


def _of(value: Any, kind: type, what: str) -> Any:
    if type(value) is not kind:
        raise RefusedError(f"{what} is not of type {kind.__name__}")
    return value


def _number(value: Any) -> int:
    if type(value) is not int or abs(value) > sys.maxsize:
        raise RefusedError(f"{value!r:.20} is no number of lines, characters or bytes")
    return value


def _digest(value: Any) -> str:
    if not (isinstance(value, str) and len(value) == 64 and set(value) <= set("0123456789abcdef")):
        raise RefusedError(f"{value!r:.20} is no SHA-256")
    return value


def _path(value: Any) -> str:
    """Return the path of a file, which leads nowhere but into the folder that it starts from."""
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST or "\\" in value or "\0" in value:
        raise RefusedError(f"{value!r:.60} is no path")
    if any(part in ("", ".", "..") for part in value.split("/")) or (":" in value and os.name == "nt"):
        raise RefusedError(f"{value!r:.60} leads out of the folder")
    if any("\ud800" <= sign <= "\udfff" for sign in value):
        raise RefusedError(f"{value!r:.60} is no path")
    return value


def told(
    site: Path, manifest: Manifest, found: Sequence[Difference], also: Sequence[str] = (), form: str = "text"
) -> int:
    """Print what does not hold, or that all does; return 0 if all does, else 1. ``also`` is what else was held against the site."""
    counts = {"files": len(manifest.files), "quotations": len(manifest.quotations)}
    if form == "json":
        anchor = {"file": MANIFEST, "sha256": manifest.sha256}
        differing = [one._asdict() for one in found]
        print(json.dumps({
            "site": str(site), "manifest": anchor, "holds": not found, "checked": counts, "against": list(also),
            "differences": differing,
        }, indent=2))  # fmt: skip
        return 1 if found else 0
    for one in found:
        line = one.message if one.kind == "quotation" else f"{one.file} {one.message}"
        print(_printable(line))
    said = f"{counts['files']} files and {counts['quotations']} quotations held against {', '.join(('the manifest', *also))}"
    print(f"{said}: {_differ(len(found))}.")
    print(f"The manifest is the one with SHA-256 {manifest.sha256}.")
    return 1 if found else 0


def _differ(count: int) -> str:
    return f"{count} do{'es' if count == 1 else ''} not" if count else "all hold"


def _printable(line: str) -> str:
    """Return a line in which no sign is obeyed by a terminal."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in line)


def main(words: Sequence[str]) -> int:
    """Verify a site; return 0 if all holds, 1 if not, 2 where there is nothing that can be verified."""
    parser = argparse.ArgumentParser(prog="verify.py", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the site")
    parser.add_argument("folder", type=Path, nargs="?", help="what it was made from")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print it")
    options = parser.parse_args(words)
    try:
        manifest = manifest_of(options.site)
        found = list(differences(options.site, manifest, options.folder))
    except (OSError, RefusedError) as refusal:
        print(_printable(f"verify: nothing verified: {refusal}"), file=sys.stderr)
        return 2
    also = [] if options.folder is None else ["the articles in seeds/"]
    if options.folder is not None and (options.folder / "content").is_dir():
        also.append(f"{len(manifest.content)} files in content/")
    return told(options.site, manifest, found, also, options.format)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
