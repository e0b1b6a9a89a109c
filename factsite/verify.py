"""Hold a site's proof manifest against the articles: ``python factsite/verify.py site/data/manifest.json FOLDER``.

This file shares no code with the rest of factsite and needs nothing but Python, so that a reader who trusts neither us nor
our build has only this page to read. FOLDER holds the articles in ``seeds/``, and may hold the fact files in ``content/``.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = 1
"""The form of the manifests that can be verified."""


def failures(manifest: dict[str, Any], folder: Path) -> Iterator[str]:
    """Yield what of a manifest does not hold."""
    if manifest["version"] != VERSION:
        raise ValueError(f"it is of version {manifest['version']}, and only {VERSION} can be verified")
    texts = {}
    for name, source in manifest["sources"].items():
        content = read(folder, source["file"])
        if content is None:
            yield f"{source['file']}: not there"
        elif hashlib.sha256(content).hexdigest() != source["sha256"]:
            yield f"{source['file']}: changed, its SHA-256 is not {source['sha256']}"
        texts[name] = (content or b"").decode("utf-8", "replace").split("\n")
    if (folder / "content").is_dir():
        for file, digest in manifest["content"].items():
            content = read(folder, file)
            if content is None or hashlib.sha256(content).hexdigest() != digest:
                yield f"{file}: {'not there' if content is None else f'changed, its SHA-256 is not {digest}'}"
    for quotation in manifest["quotations"]:
        if not stands(quotation, texts[quotation["source"]]):
            lines = "-".join(str(line) for line in dict.fromkeys(quotation["lines"]))
            yield f"{quotation['claim']}, quotation {quotation['number']}: not in line {lines} of {quotation['source']}"


def stands(quotation: dict[str, Any], lines: list[str]) -> bool:
    """Say whether the words of a quotation are those that stand where it says, within the lines that it cites."""
    first, last = quotation["lines"]
    for stretch in quotation["stretches"]:
        line, start, end = stretch["line"], stretch["start"], stretch["end"]
        if not (1 <= first <= line <= last <= len(lines) and 0 <= start < end):
            return False
        if lines[line - 1][start:end] != stretch["text"]:
            return False
    words = "\n".join(stretch["text"] for stretch in quotation["stretches"])
    return bool(words) and hashlib.sha256(words.encode("utf-8")).hexdigest() == quotation["sha256"]


def read(folder: Path, file: str) -> bytes | None:
    """Return the bytes of a file in the folder; None where there is none, or it lies elsewhere."""
    path = (folder / file).resolve()
    return path.read_bytes() if path.is_relative_to(folder.resolve()) and path.is_file() else None


def main(manifest: Path, folder: Path) -> int:
    """Print what does not hold, or that all does; return 0 if all does, 1 if not, 2 where there is no manifest to read."""
    try:
        claimed = json.loads(manifest.read_text("utf-8"))
        found = list(failures(claimed, folder))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as fault:
        print(f"verify: {manifest} cannot be read as a manifest: {fault!r}", file=sys.stderr)
        return 2
    for failure in found:
        print("".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in failure))
    sources, files, quotations = (len(claimed[name]) for name in ("sources", "content", "quotations"))
    if found:
        print(f"{len(found)} of {sources + files + quotations} statements of {manifest} do not hold.")
        return 1
    also = f" and {files} files in content/" if (folder / "content").is_dir() else ""
    print(f"{quotations} quotations stand, {sources} sources{also} unchanged.")
    return 0


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    sys.exit(main(*arguments) if len(arguments) == 2 else __doc__)
